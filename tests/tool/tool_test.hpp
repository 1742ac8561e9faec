// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/program_test.hpp"

namespace programs {

/// `ionos-cr-tokens` on the registry of the stub server.
class ToolTest : public ProgramTest {
 protected:
  ToolTest() { environment_["IONOS_REGISTRY_ID"] = registry(); }

  [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), IONOSCLOUD_CR_TOOL);
    return run_process(arguments, environment_);
  }

  /// Runs a line of the shell in which `$0` is the program.
  [[nodiscard]] Outcome run_in_shell(const std::string& line) const {
    return run_process({"/bin/sh", "-c", line, IONOSCLOUD_CR_TOOL}, environment_);
  }

  /// Runs a line of the shell on a terminal, on which somebody types `keys`.
  [[nodiscard]] Outcome run_on_terminal(const std::string& line, const std::string& keys) const {
    const TerminalProcess process({"/bin/sh", "-c", line, IONOSCLOUD_CR_TOOL}, environment_);
    process.type(keys);
    return process.wait();
  }

  /// Presses Ctrl-C when the first request has arrived, whose response is to be long in coming.
  [[nodiscard]] Outcome interrupt(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), IONOSCLOUD_CR_TOOL);
    const TerminalProcess process(arguments, environment_);
    while (stub_.request_count() == 0 && !process.has_ended()) std::this_thread::yield();
    process.type("\3");
    return process.wait();
  }
};

}  // namespace programs
