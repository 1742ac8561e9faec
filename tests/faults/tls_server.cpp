// SPDX-License-Identifier: Apache-2.0
#include "faults/tls_server.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <utility>

extern char** environ;

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Pipe {
  Descriptor out;
  Descriptor in;
};

Pipe make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) == -1) throw std::system_error(errno, std::generic_category(), "pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Starts `openssl` with its standard input and output at these descriptors; its messages go
/// nowhere.
pid_t start_openssl(std::vector<std::string> arguments, int input, int output) {
  arguments.insert(arguments.begin(), "openssl");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int error = posix_spawnp(&process, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), "openssl");
  return process;
}

void run_openssl(std::vector<std::string> arguments) {
  const Descriptor nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
  const pid_t process = start_openssl(std::move(arguments), nothing.get(), nothing.get());
  int status = -1;
  waitpid(process, &status, 0);
  if (status != 0) throw std::runtime_error("openssl failed");
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = std::filesystem::temp_directory_path() / "container-registry-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "mkdtemp");
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Certificate make_certificate(const TemporaryFolder& folder, const std::string& name,
                             const std::string& alternative_name, const std::string& passphrase) {
  Certificate certificate{folder.file(name + ".pem"), folder.file(name + ".key")};
  std::vector<std::string> arguments{"req",      "-x509",
                                     "-newkey",  "ec",
                                     "-pkeyopt", "ec_paramgen_curve:prime256v1",
                                     "-subj",    "/CN=" + name,
                                     "-addext",  "subjectAltName=" + alternative_name,
                                     "-out",     certificate.file,
                                     "-keyout",  certificate.key_file};
  if (passphrase.empty()) {
    arguments.emplace_back("-nodes");
  } else {
    arguments.insert(arguments.end(), {"-passout", "pass:" + passphrase});
  }
  run_openssl(std::move(arguments));
  return certificate;
}

TlsServer::TlsServer(const Certificate& certificate, std::vector<std::string> options) {
  Pipe input = make_pipe();
  Pipe output = make_pipe();
  std::vector<std::string> arguments{"s_server",       "-accept", "127.0.0.1:0",       "-cert",
                                     certificate.file, "-key",    certificate.key_file};
  arguments.insert(arguments.end(), options.begin(), options.end());
  process_ = start_openssl(std::move(arguments), input.out.get(), output.in.get());
  input_ = std::move(input.in);
  output_ = std::move(output.out);
  output.in = Descriptor();
  read_until("ACCEPT 127.0.0.1:");
  port_ = read_until("\n");
  port_.pop_back();
}

TlsServer::~TlsServer() {
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

std::string TlsServer::url() const { return "https://127.0.0.1:" + port_ + "/"; }

std::string TlsServer::read_head() { return read_until("\r\n\r\n"); }

void TlsServer::send(std::string_view bytes) {
  if (write(input_.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::system_error(errno, std::generic_category(), "write to openssl");
  }
}

std::string TlsServer::read_until(std::string_view end) {
  std::size_t found = 0;
  while ((found = unread_.find(end)) == std::string::npos) {
    std::array<char, 4096> buffer;
    const ssize_t size = read(output_.get(), buffer.data(), buffer.size());
    if (size <= 0) throw std::runtime_error("openssl has ended: " + unread_);
    unread_.append(buffer.data(), static_cast<std::size_t>(size));
  }
  const std::string before = unread_.substr(0, found + end.size());
  unread_.erase(0, before.size());
  return before;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
