// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server.hpp"

namespace benchmarks {

enum class Protocol { plain, tls };

/// What a call of the workload fetches.
enum class Response { token, created_token, list_by_100, list_by_1000 };

/// What is compared between the sides.
enum class Figure {
  /// Calls a second; of a list, bytes a second.
  rate,
  /// The time from a process's start to its first response.
  start_up,
};

/// One row of the benchmark. All goals are for the library's figure divided by its rival's.
struct Workload {
  std::string_view name;
  std::string_view title;
  /// As the sides have it.
  std::string_view task;
  Response response;
  Protocol protocol;
  Placement placement;
  /// How many connections, and with TLS handshakes, each side may make at most.
  int connections;
  /// How many calls are measured at a time; for a start-up, how many processes are started.
  std::int64_t calls;
  Figure figure;
  /// The least share of the rival's rate, or the most of its time.
  double goal;
  std::optional<double> most_cpu;
  std::optional<double> most_rss_mib;
  /// What the library is compared with: another task of its own; blank: the yardstick's task of the
  /// same name.
  std::string_view own_rival = "";
  /// How long a request and its response are under way.
  std::chrono::milliseconds round_trip{0};
};

/// All workloads, in the order in which they are run.
const std::vector<Workload>& workloads();

/// How large the shared library may be, stripped.
inline constexpr double most_library_kib = 850;

}  // namespace benchmarks
