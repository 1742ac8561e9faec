// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "measurement.hpp"
#include "workload.hpp"

namespace benchmarks {

/// Both sides, one right after the other.
struct Round {
  Measurement rival;
  Measurement library;
};

/// A workload and what came of it.
struct Result {
  const Workload* workload;
  std::int64_t calls;
  std::vector<Round> rounds;
};

/// Everything that a run of the benchmark found out.
struct Report {
  std::vector<Result> results;
  /// Of the shared library, stripped.
  double library_kib;
  /// What it ran on and with: names and values.
  std::vector<std::pair<std::string, std::string>> machine;
};

/// A table for people. What misses its goal is marked.
void print(std::ostream& out, const Report& report);

/// The same as JSON, with each round's figures.
std::string to_json(const Report& report);

}  // namespace benchmarks
