// SPDX-License-Identifier: Apache-2.0
//
// secrets-in-memory PROTOCOL [wiped|late]
//
// Logs in and creates tokens, lets everything go, and searches all of its own memory for the login
// and the new passwords. PROTOCOL: http, tls, or h2 for calls over HTTP/2. wiped: libcurl's memory
// is wiped, and nothing may be found; otherwise the finds are only printed.
//
// The service is another process, so that what is found is the client's.

#include <signal.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/wiping_allocator.hpp>

#include "support/raw_server.hpp"
#include "support/temporary_folder.hpp"

namespace cr = ionoscloud::container_registry;

namespace {

constexpr std::size_t secret_size = 48;

/// Letters of a secret, which stand together nowhere in the program.
char letter(unsigned seed, std::size_t at) {
  const std::uint32_t mixed =
      (seed * 2654435761U + static_cast<std::uint32_t>(at) * 40503U) * 2246822519U;
  return static_cast<char>('a' + (mixed >> 16) % 26);
}

std::string secret_of(unsigned seed) {
  std::string secret;
  secret.reserve(secret_size);
  for (std::size_t at = 0; at < secret_size; ++at) secret += letter(seed, at);
  return secret;
}

constexpr unsigned login = 7;
constexpr unsigned password = 11;

std::string created() {
  return R"({"id":"t","type":"token","href":"","metadata":{"createdDate":"2026-11-24T10:00:00Z",)"
         R"("createdBy":"me","createdByUserId":"u","state":"enabled"},"properties":{"name":"ci-pull",)"
         R"("status":"enabled","expiryDate":null,"scopes":[],"credentials":{"username":"ci-pull",)"
         R"("password":")" +
         secret_of(password) + R"("}}})";
}

/// The service, in a process of its own, which writes its address to a pipe.
class Service {
 public:
  explicit Service(bool tls) {
    int told[2];
    if (pipe(told) != 0) std::abort();
    process_ = fork();
    if (process_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      serve(tls, told[1]);
    }
    close(told[1]);
    FILE* const in = fdopen(told[0], "r");
    char line[128] = {};
    if (std::fgets(line, sizeof line, in) == nullptr) std::abort();
    std::fclose(in);
    url_ = std::string(line, std::strcspn(line, "\n"));
  }
  ~Service() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] std::string authority() const { return folder_.file("ca.pem"); }

 private:
  [[noreturn]] void serve(bool tls, int told) {
    const auto script = [](cr::RawConnection& client) {
      const std::string body = created();
      while (client.read_request()) {
        client.send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body);
      }
    };
    const cr::Certificate certificate;
    static_cast<void>(folder_.file("ca.pem", certificate.pem()));
    const cr::RawServer server =
        tls ? cr::RawServer(cr::ServerTls(certificate), script) : cr::RawServer(script);
    dprintf(told, "%s\n", server.url("").c_str());
    for (;;) pause();
  }

  const cr::TemporaryFolder folder_;
  pid_t process_ = 0;
  std::string url_;
};

/// How often the middle of a secret stands in the memory between two addresses.
int finds(unsigned seed, std::uintptr_t from, std::uintptr_t to) {
  constexpr std::size_t begin = 12, size = 20;
  const auto* const memory = reinterpret_cast<const volatile char*>(from);
  int found = 0;
  for (std::size_t at = 0; at + size <= to - from; ++at) {
    std::size_t same = 0;
    while (same < size && memory[at + same] == letter(seed, begin + same)) ++same;
    found += same == size ? 1 : 0;
  }
  return found;
}

/// Whether there is memory at an address. glibc marks the guard pages of stacks with
/// `MADV_GUARD_INSTALL`: the kernel lists them as writable, and reading one is a segmentation
/// fault.
bool is_readable(std::uintptr_t address) {
  char byte = 0;
  iovec here{&byte, 1};
  iovec there{reinterpret_cast<void*>(address), 1};
  return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == 1;
}

/// The same in the pages of a mapping that can be read, run by run.
int finds_in_mapping(unsigned seed, std::uintptr_t from, std::uintptr_t to) {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  int found = 0;
  for (std::uintptr_t end = from; from < to; from = end += page) {
    while (end < to && is_readable(end)) end += page;
    if (end > from) found += finds(seed, from, end);
  }
  return found;
}

/// The same for all that this process can write to.
int finds(unsigned seed) {
  int found = 0;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    unsigned long from = 0, to = 0;
    char rights[5] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights) != 3) continue;
    if (std::string_view(rights).substr(0, 2) == "rw") found += finds_in_mapping(seed, from, to);
  }
  return found;
}

void use(const Service& service) {
  cr::Configuration configuration;
  configuration.host = service.url();
  if (service.url().compare(0, 5, "https") == 0) configuration.tls.ca_file = service.authority();
  configuration.token = secret_of(login);
  const cr::ApiClient client(configuration);
  cr::PostTokenInput input;
  input.properties.name = "ci-pull";
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(cr::TokensApi(client).registries_tokens_post("r", input));
    static_cast<void>(cr::AsyncTokensApi(client).registries_tokens_post("r", input).get());
  }
  // The client has it now: a search that doesn't see that would see nothing.
  if (finds(login) == 0) std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 2 ? argv[2] : "";
  const bool wiped = mode == "wiped";
  const Service service(argc > 1 && argv[1] == std::string_view("https"));
  if (wiped && !cr::use_wiping_allocator()) return 2;
  use(service);
  if (mode == "late") return cr::use_wiping_allocator() ? 1 : 0;
  const int logins = finds(login);
  const int passwords = finds(password);
  std::printf("%d of the login, %d of new passwords\n", logins, passwords);
  return wiped && logins + passwords > 0 ? 1 : 0;
}
