// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace benchmarks {

/// A program and where it may run.
struct Command {
  std::vector<std::string> arguments;
  /// The one core that it is bound to; nothing: any.
  std::optional<int> core;
};

/// A program that runs beside this one, and not longer.
class Process {
 public:
  /// Starts it. `std::system_error` when that fails.
  explicit Process(const Command& command);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  /// Asks it to end and waits until it has.
  ~Process();

  /// Whether it still runs.
  [[nodiscard]] bool is_running();

  /// What it has printed, all of it: waits for its end. `std::runtime_error` unless that was good,
  /// or when a signal that is handled comes meanwhile.
  [[nodiscard]] std::string output();

 private:
  /// Whether the process has ended, after waiting as `options` of `waitpid` say.
  bool reap(int options);

  pid_t pid_ = -1;
  int out_ = -1;
  int status_ = 0;
  bool ended_ = false;
  std::string name_;
};

/// The last of the cores that this process may use.
int last_core();

}  // namespace benchmarks
