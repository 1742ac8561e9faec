// SPDX-License-Identifier: Apache-2.0
//
// Compares the library with plain libcurl: runs both sides in turns, each in a process of its own,
// against a server that is faster than either, and checks that both do the work they are told.

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "options.hpp"
#include "process.hpp"
#include "responses.hpp"
#include "result.hpp"
#include "server.hpp"
#include "workload.hpp"

namespace benchmarks {
namespace {

namespace fs = std::filesystem;

/// What ctest takes for a test that was skipped.
constexpr int skipped = 77;

/// A program, which of its tasks is the work, and what it counts of it.
struct Side {
  const char* program;
  std::string_view task;
  Tally (*counted)(const Tally& work);
};

Side yardstick_with(std::string_view task) {
  return {IONOSCLOUD_CR_YARDSTICK, task, [](const Tally& work) { return Tally{work.bytes, 0, 0}; }};
}

Side library_with(std::string_view task) {
  return {IONOSCLOUD_CR_SDK, task, [](const Tally& work) {
            return Tally{0, work.tokens, work.checksum};
          }};
}

Tally times(const Tally& work, std::int64_t calls) {
  return {work.bytes * calls, work.tokens * calls,
          work.checksum * static_cast<std::uint64_t>(calls)};
}

class Benchmark {
 public:
  explicit Benchmark(fs::path nginx) : nginx_(std::move(nginx)) {
    make_certificate(folder_.path());
    short_pages_ = write_pages(short_pages, folder_.path() / "pages");
    long_pages_ = write_pages(long_pages, folder_.path() / "pages");
  }

  Result run(const Workload& workload, const Options& options) const {
    const Server server(nginx_, folder_.path(), workload.placement, workload.round_trip);
    const Side library = library_with(workload.task);
    const Side rival = workload.own_rival.empty() ? yardstick_with(workload.task)
                                                  : library_with(workload.own_rival);
    const auto calls = std::max<std::int64_t>(
        1, std::llround(static_cast<double>(workload.calls) * options.scale));
    Result result{&workload, calls, {}};
    for (int i = 0; i < options.rounds; ++i) {
      // Which goes first alternates too, as the machine may grow slower or faster meanwhile.
      Round round;
      if (i % 2 == 0) round.rival = run(rival, workload, server, calls);
      round.library = run(library, workload, server, calls);
      if (i % 2 != 0) round.rival = run(rival, workload, server, calls);
      result.rounds.push_back(round);
    }
    return result;
  }

 private:
  Measurement run(const Side& side, const Workload& workload, const Server& server,
                  std::int64_t calls) const {
    const bool start_up = workload.figure == Figure::start_up;
    const int before = server.connections();
    const Measurement measurement = start_up ? start_often(side, workload, server, calls)
                                             : measure(side, workload, server, calls);
    const auto processes = start_up ? static_cast<int>(calls) : 1;
    const int connections = server.connections_from(before + processes) - before;
    const std::string who = std::string(side.program) + " on " + std::string(workload.name);
    if (!(measurement.tally == side.counted(times(work_of_call(workload.response), calls)))) {
      throw std::runtime_error(who + " has not done the work that it was told to do");
    }
    if (connections < processes || connections > workload.connections * processes) {
      throw std::runtime_error(who + " has made " + std::to_string(connections) + " connections");
    }
    return measurement;
  }

  /// One process that warms up first.
  static Measurement measure(const Side& side, const Workload& workload, const Server& server,
                             std::int64_t calls) {
    const std::int64_t warm_up = std::max<std::int64_t>(1, calls / 20);
    return start(side, workload, server, warm_up, calls);
  }

  /// Processes for one cold call each, and how long they take together, from their starts.
  static Measurement start_often(const Side& side, const Workload& workload, const Server& server,
                                 std::int64_t processes) {
    using Clock = std::chrono::steady_clock;
    Measurement sum;
    for (std::int64_t i = 0; i < processes; ++i) {
      const Clock::time_point before = Clock::now();
      const Measurement one = start(side, workload, server, 0, 1);
      sum.seconds += std::chrono::duration<double>(Clock::now() - before).count();
      sum.tally += one.tally;
      sum.cpu_seconds += one.cpu_seconds;
      sum.peak_rss_kib = std::max(sum.peak_rss_kib, one.peak_rss_kib);
    }
    return sum;
  }

  static Measurement start(const Side& side, const Workload& workload, const Server& server,
                           std::int64_t warm_up, std::int64_t calls) {
    const Endpoint endpoint = workload.protocol == Protocol::tls ? server.tls() : server.plain();
    Process process({{side.program, std::string(side.task), endpoint.base_url, endpoint.ca_file,
                      std::to_string(warm_up), std::to_string(calls)},
                     server.core()});
    std::istringstream output(process.output());
    Measurement measurement;
    if (!(output >> measurement)) {
      throw std::runtime_error(std::string(side.program) + " told nothing of its run");
    }
    return measurement;
  }

  [[nodiscard]] const Tally& work_of_call(Response response) const {
    switch (response) {
      case Response::token:
        return token_;
      case Response::created_token:
        return created_token_;
      case Response::list_by_100:
        return short_pages_;
      case Response::list_by_1000:
        break;
    }
    return long_pages_;
  }

  const fs::path nginx_;
  const TemporaryFolder folder_;
  const Tally token_ = work_of_token(token_json(0, ""));
  const Tally created_token_ = work_of_token(token_json(0, created_password));
  Tally short_pages_;
  Tally long_pages_;
};

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

std::vector<std::pair<std::string, std::string>> machine() {
  utsname system{};
  uname(&system);
  return {{"processor", processor()},
          {"cores", std::to_string(sysconf(_SC_NPROCESSORS_ONLN))},
          {"system", std::string(system.sysname) + " " + system.release},
          {"compiler", IONOSCLOUD_CR_COMPILER},
          {"libcurl", IONOSCLOUD_CR_CURL_VERSION}};
}

/// Lets a signal end the benchmark by an exception, so that its server and its files go too.
void clean_up_on_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) {};
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

int run(const Options& options) {
  clean_up_on_signals();
  const fs::path nginx = find_nginx();
  if (nginx.empty()) {
    std::cerr << "skipped: nginx isn't installed (Debian, Ubuntu: nginx-light)\n";
    return skipped;
  }
  const Benchmark benchmark(nginx);
  Report report;
  report.machine = machine();
  report.library_kib = static_cast<double>(fs::file_size(IONOSCLOUD_CR_LIBRARY)) / 1024;
  for (const Workload& workload : workloads()) {
    const auto& only = options.only;
    if (!only.empty() && std::count(only.begin(), only.end(), workload.name) == 0) continue;
    std::cerr << workload.name << ' ' << workload.title << '\n';
    report.results.push_back(benchmark.run(workload, options));
  }
  print(std::cout, report);
  if (!options.json_file.empty()) {
    std::ofstream file(options.json_file);
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file << to_json(report) << '\n' << std::flush;
  }
  return 0;
}

}  // namespace
}  // namespace benchmarks

int main(int argc, char** argv) try {
  return benchmarks::run(benchmarks::parse_options(argc, argv));
} catch (const std::invalid_argument& error) {
  std::cerr << "benchmark: " << error.what() << '\n' << benchmarks::usage;
  return 2;
} catch (const std::exception& error) {
  std::cerr << "benchmark: " << error.what() << '\n';
  return 1;
}
