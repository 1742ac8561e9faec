// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "measurement.hpp"

/// @file
/// What the two sides of the comparison have in common: programs that each do one task in a process
/// of their own, so that memory and processor time are theirs alone.

namespace benchmarks {

/// Where the server is.
struct Endpoint {
  /// Up to `/containerregistries`.
  std::string base_url;
  /// The server's certificate; empty for plain HTTP.
  std::string ca_file;
};

/// Does so many calls (of a list: walks it so many times), on connections that last.
using Step = std::function<Tally(std::int64_t calls)>;

/// One kind of work.
struct Task {
  std::string_view name;
  Step (*prepare)(const Endpoint& endpoint);
};

/// The `main` of a side: `<task> <base URL> <CA file or ""> <calls to warm up> <calls to measure>`.
/// Prints the `Measurement` of the latter.
int run_side(int argc, char** argv, const std::vector<Task>& tasks);

/// Shares `calls` out among threads, each of which runs `step(thread, its calls)`.
Tally in_threads(std::size_t threads, std::int64_t calls,
                 const std::function<Tally(std::size_t thread, std::int64_t calls)>& step);

}  // namespace benchmarks
