// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace benchmarks {

/// What the command line asks for.
struct Options {
  int rounds = 7;
  /// How much work each measurement does, 1 being about a second.
  double scale = 1;
  /// The names of the workloads to run; none: all.
  std::vector<std::string> only;
  /// Where to write the figures; empty: nowhere.
  std::string json_file;
};

inline constexpr const char* usage =
    "usage: benchmark [--rounds N] [--scale X] [--only W1,W4] [--json FILE]\n";

/// Throws `std::invalid_argument` for what can't be understood.
Options parse_options(int argc, char** argv);

}  // namespace benchmarks
