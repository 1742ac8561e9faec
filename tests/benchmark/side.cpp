// SPDX-License-Identifier: Apache-2.0
#include "side.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <fstream>
#include <future>
#include <iostream>

namespace benchmarks {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

/// Not `ru_maxrss`: that one begins with what the process had before it was this program.
std::int64_t peak_rss_kib() {
  std::ifstream status("/proc/self/status");
  std::int64_t kib = 0;
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") status >> kib;
  }
  return kib;
}

Measurement measure(const Step& step, std::int64_t calls) {
  using Clock = std::chrono::steady_clock;
  Measurement measurement;
  const double cpu_before = cpu_seconds();
  const Clock::time_point before = Clock::now();
  measurement.tally = step(calls);
  measurement.seconds = std::chrono::duration<double>(Clock::now() - before).count();
  measurement.cpu_seconds = cpu_seconds() - cpu_before;
  measurement.peak_rss_kib = peak_rss_kib();
  return measurement;
}

}  // namespace

int run_side(int argc, char** argv, const std::vector<Task>& tasks) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() != 5) {
    std::cerr << "usage: " << argv[0] << " <task> <base URL> <CA file> <warm-up> <calls>\n";
    return 2;
  }
  const auto task = std::find_if(tasks.begin(), tasks.end(),
                                 [&](const Task& row) { return row.name == arguments[0]; });
  if (task == tasks.end()) {
    std::cerr << argv[0] << ": no task " << arguments[0] << '\n';
    return 2;
  }
  const Step step = task->prepare({arguments[1], arguments[2]});
  if (const std::int64_t warm_up = std::stoll(arguments[3]); warm_up > 0) step(warm_up);
  std::cout << measure(step, std::stoll(arguments[4])) << std::flush;
  return 0;
} catch (const std::exception& error) {
  std::cerr << argv[0] << ": " << error.what() << '\n';
  return 1;
}

Tally in_threads(std::size_t threads, std::int64_t calls,
                 const std::function<Tally(std::size_t, std::int64_t)>& step) {
  std::vector<std::future<Tally>> parts;
  for (std::size_t i = 0; i < threads; ++i) {
    const auto begin = calls * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(threads);
    const auto end = calls * static_cast<std::int64_t>(i + 1) / static_cast<std::int64_t>(threads);
    parts.push_back(std::async(std::launch::async, step, i, end - begin));
  }
  Tally sum;
  for (std::future<Tally>& part : parts) sum += part.get();
  return sum;
}

}  // namespace benchmarks
