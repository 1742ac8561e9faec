// SPDX-License-Identifier: Apache-2.0
#include "support/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

namespace programs {
namespace {

void check(int error) {
  if (error != 0) throw std::system_error(error, std::generic_category());
}

/// Reads until nobody writes any more. A terminal tells that by an error.
std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::read(descriptor, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return text;
}

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) check(errno);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    ::close(ends_[0]);
    close_write_end();
  }

  [[nodiscard]] int write_end() const { return ends_[1]; }

  void close_write_end() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

  [[nodiscard]] std::string read_all() const { return programs::read_all(ends_[0]); }

 private:
  std::array<int, 2> ends_{};
};

/// What the program has for stdin, stdout and stderr.
class FileActions {
 public:
  explicit FileActions(const char* terminal) {
    check(::posix_spawn_file_actions_init(&actions_));
    check(::posix_spawn_file_actions_addopen(&actions_, 0, terminal, O_RDWR, 0));
    check(::posix_spawn_file_actions_adddup2(&actions_, 0, 1));
    check(::posix_spawn_file_actions_adddup2(&actions_, 0, 2));
  }
  FileActions(const Pipe& out, const Pipe& err) {
    check(::posix_spawn_file_actions_init(&actions_));
    check(::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0));
    check(::posix_spawn_file_actions_adddup2(&actions_, out.write_end(), 1));
    check(::posix_spawn_file_actions_adddup2(&actions_, err.write_end(), 2));
  }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A session of its own, and signals as a shell hands them on. A stub server makes this process
/// ignore SIGPIPE, and what is ignored stays so in the programs that it runs.
class Attributes {
 public:
  Attributes() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGPIPE, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    check(::posix_spawnattr_init(&attributes_));
    check(::posix_spawnattr_setsigdefault(&attributes_, &signals));
    check(::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID));
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

pid_t start(const std::vector<std::string>& command, const Environment& environment,
            const FileActions& actions) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const Attributes attributes;
  pid_t process = 0;
  check(::posix_spawn(&process, words.front().c_str(), actions.get(), attributes.get(),
                      pointers_to(words).data(), pointers_to(variables).data()));
  return process;
}

/// As a shell counts.
int exit_code_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) check(errno);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Outcome run_process(const std::vector<std::string>& command, const Environment& environment) {
  Pipe out;
  Pipe err;
  const pid_t process = start(command, environment, FileActions(out, err));
  out.close_write_end();
  err.close_write_end();

  Outcome outcome;
  outcome.out = out.read_all();
  outcome.err = err.read_all();
  outcome.exit_code = exit_code_of(process);
  return outcome;
}

TerminalProcess::TerminalProcess(const std::vector<std::string>& command,
                                 const Environment& environment)
    : terminal_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
  if (terminal_ < 0 || ::grantpt(terminal_) != 0 || ::unlockpt(terminal_) != 0) check(errno);
  process_ = start(command, environment, FileActions(::ptsname(terminal_)));
}

TerminalProcess::~TerminalProcess() { ::close(terminal_); }

void TerminalProcess::type(const std::string& keys) const {
  const ssize_t written = ::write(terminal_, keys.data(), keys.size());
  if (written != static_cast<ssize_t>(keys.size())) check(errno);
}

bool TerminalProcess::has_ended() const {
  siginfo_t info{};
  check(::waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOHANG | WNOWAIT) == 0
            ? 0
            : errno);
  return info.si_pid != 0;
}

Outcome TerminalProcess::wait() const {
  Outcome outcome;
  outcome.out = read_all(terminal_);
  outcome.exit_code = exit_code_of(process_);
  return outcome;
}

}  // namespace programs
