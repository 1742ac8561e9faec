// SPDX-License-Identifier: Apache-2.0
// Many calls through mixed faults, on many threads: what grows, what leaks, what is created twice?
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "faults/tested_operations.hpp"
#include "soak/faulty_service.hpp"
#include "support/certificate.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int threads = 8;
/// Each of both clients may keep one for each thread, or none, as the last faults had it.
constexpr int most_connections = 2 * threads;
constexpr long most_growth_kib = 2 * 1024;
/// With fewer calls, growth is warming up.
constexpr int enough_calls = 10'000;

/// Two numbers that travel between processes.
struct Ports {
  std::uint16_t plain;
  std::uint16_t tls;
};

template <class Value>
bool send_to(const Descriptor& pipe, const Value& value) {
  return write(pipe.get(), &value, sizeof value) == static_cast<ssize_t>(sizeof value);
}

template <class Value>
bool receive_from(const Descriptor& pipe, Value& value) {
  return read(pipe.get(), &value, sizeof value) == static_cast<ssize_t>(sizeof value);
}

/// The faulty service in a process of its own, so that what it needs isn't counted.
class ServiceProcess {
 public:
  explicit ServiceProcess(const Certificate& certificate) {
    int responses[2];
    int orders[2];
    if (pipe(responses) != 0 || pipe(orders) != 0) throw std::runtime_error("no pipes");
    Descriptor responses_in(responses[1]);
    Descriptor orders_out(orders[0]);
    responses_ = Descriptor(responses[0]);
    orders_ = Descriptor(orders[1]);
    process_ = fork();
    if (process_ == 0) {
      orders_ = Descriptor();
      serve(certificate, responses_in, orders_out);
      _exit(0);
    }
    responses_in = Descriptor();
    if (!receive_from(responses_, ports_)) throw std::runtime_error("the service has no ports");
  }

  [[nodiscard]] Ports ports() const noexcept { return ports_; }

  /// Ends it. Returns how many creates came twice.
  std::size_t stop() {
    orders_ = Descriptor();
    std::size_t duplicates = 0;
    if (!receive_from(responses_, duplicates)) throw std::runtime_error("the service has crashed");
    waitpid(process_, nullptr, 0);
    return duplicates;
  }

 private:
  static void serve(const Certificate& certificate, const Descriptor& responses,
                    const Descriptor& orders) {
    FaultyService service;
    {
      const RawServer plain(std::ref(service));
      const RawServer tls(ServerTls(certificate), std::ref(service));
      send_to(responses, Ports{plain.port(), tls.port()});
      char nothing = 0;
      receive_from(orders, nothing);  // the end of the pipe
    }
    send_to(responses, service.duplicates());
  }

  pid_t process_ = -1;
  Descriptor responses_;
  Descriptor orders_;
  Ports ports_{};
};

/// What is held, and not what the allocator keeps for later.
long resident_kib() {
  malloc_trim(0);
  std::ifstream statm("/proc/self/statm");
  long size = 0;
  long resident = 0;
  statm >> size >> resident;
  return resident * sysconf(_SC_PAGESIZE) / 1024;
}

std::ptrdiff_t open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

struct Tally {
  std::atomic<int> calls{0};
  std::atomic<int> successes{0};
  std::atomic<int> exceptions{0};
  std::atomic<int> created{0};
  std::atomic<int> wrong_passwords{0};
  std::atomic<int> secrets_shown{0};
};

class Soak {
 public:
  explicit Soak(std::vector<Tokens> apis) : apis_(std::move(apis)) {}

  /// Makes so many calls on all threads together.
  void run(int calls) {
    std::vector<std::thread> callers;
    for (int thread = 0; thread < threads; ++thread) {
      callers.emplace_back([this, calls] {
        for (int i = 0; i < calls / threads; ++i) call();
      });
    }
    for (std::thread& caller : callers) caller.join();
  }

  [[nodiscard]] const Tally& tally() const noexcept { return tally_; }

 private:
  void call() {
    const int number = tally_.calls++;
    const Tokens& api = apis_[static_cast<std::size_t>(number) % apis_.size()];
    CallOptions options;
    options.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(250);
    try {
      if (number % 4 == 0) {
        create(api, "token-" + std::to_string(number), options);
      } else {
        operation(number).call(api, options);
      }
      ++tally_.successes;
    } catch (const std::exception& error) {
      ++tally_.exceptions;
      if (std::string(error.what()).find(secret_marker) != std::string::npos) {
        ++tally_.secrets_shown;
      }
    }
  }

  static const TestedOperation& operation(int number) {
    static const std::vector<TestedOperation> all = [] {
      std::vector<TestedOperation> creating_nothing;
      for (const TestedOperation& operation : tested_operations()) {
        if (!operation.creates()) creating_nothing.push_back(operation);
      }
      return creating_nothing;
    }();
    return all[static_cast<std::size_t>(number / 4) % all.size()];
  }

  void create(const Tokens& api, const std::string& name, const CallOptions& options) {
    PostTokenInput input;
    input.properties.name = name;
    const PostTokenOutput created =
        tally_.calls % 2 == 0 ? api.waiting.registries_tokens_post("reg", input, options)
                              : api.async.registries_tokens_post("reg", input, options).get();
    ++tally_.created;
    if (created.properties.credentials->password.expose() != "hunter2-password") {
      ++tally_.wrong_passwords;
    }
  }

  const std::vector<Tokens> apis_;
  Tally tally_;
};

Tokens tls_tokens(std::uint16_t port, const Certificate& certificate) {
  Configuration configuration = configuration_for("https://127.0.0.1:" + std::to_string(port));
  configuration.tls.ca_pem = certificate.pem();
  return Tokens(configuration);
}

int soak(int calls) {
  const Certificate certificate;
  ServiceProcess service(certificate);
  const Ports ports = service.ports();
  Soak soak({tokens_at("http://127.0.0.1:" + std::to_string(ports.plain)),
             tls_tokens(ports.tls, certificate)});

  soak.run(calls / 4);
  const long warm_kib = resident_kib();
  const std::ptrdiff_t warm_files = open_files();
  soak.run(calls - calls / 4);
  const long grown_kib = resident_kib() - warm_kib;
  const std::ptrdiff_t files = open_files();
  const std::size_t duplicates = service.stop();

  const Tally& tally = soak.tally();
  std::printf("calls            %8d\n", tally.calls.load());
  std::printf("  succeeded      %8d\n", tally.successes.load());
  std::printf("  failed         %8d\n", tally.exceptions.load());
  std::printf("created          %8d\n", tally.created.load());
  std::printf("  twice          %8zu\n", duplicates);
  std::printf("  wrong password %8d\n", tally.wrong_passwords.load());
  std::printf("secrets shown    %8d\n", tally.secrets_shown.load());
  std::printf("RSS, warm        %8ld KiB\n", warm_kib);
  std::printf("  grown by       %8ld KiB\n", grown_kib);
  std::printf("open files, warm %8td\n", warm_files);
  std::printf("  at the end     %8td\n", files);

  const bool grown = calls >= enough_calls && grown_kib > most_growth_kib;
  const bool clean = duplicates == 0 && tally.wrong_passwords == 0 && tally.secrets_shown == 0;
  const bool created = tally.created > calls / 20;
  return clean && created && !grown && files <= warm_files + most_connections ? 0 : 1;
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry

int main(int argc, char** argv) {
  // What is freed goes back, and doesn't pass for memory that is held.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);
  return ionoscloud::container_registry::soak(argc > 1 ? std::atoi(argv[1]) : 40'000);
}
