// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace programs {

using Environment = std::map<std::string, std::string>;

/// What became of a program.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// Runs a program by its path, with this environment alone, and waits for its end. It must not
/// write more to stderr than a pipe holds. Throws `std::system_error` when it can't be started.
[[nodiscard]] Outcome run_process(const std::vector<std::string>& command,
                                  const Environment& environment);

/// A program on a terminal of its own, which is its stdin, stdout and stderr.
class TerminalProcess {
 public:
  /// Starts it as `run_process` does.
  TerminalProcess(const std::vector<std::string>& command, const Environment& environment);
  TerminalProcess(const TerminalProcess&) = delete;
  TerminalProcess& operator=(const TerminalProcess&) = delete;
  ~TerminalProcess();

  /// Types keys; `\3` is Ctrl-C.
  void type(const std::string& keys) const;

  [[nodiscard]] bool has_ended() const;

  /// Waits for the end. `out` is what was to be seen on the terminal, lines ending with `\r\n`.
  [[nodiscard]] Outcome wait() const;

 private:
  int terminal_;
  int process_ = 0;
};

}  // namespace programs
