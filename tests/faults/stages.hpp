// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "faults/tested_operations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A call that has come to one of its stages, and stays there until it is ended.
class StuckCall {
 public:
  virtual ~StuckCall() = default;
  /// For a client whose calls get stuck.
  [[nodiscard]] virtual Configuration configuration() const = 0;
  /// Returns when a call is stuck.
  virtual void wait_until_stuck() = 0;
};

/// A stage at which a call can stand.
struct Stage {
  std::string name;
  std::function<std::unique_ptr<StuckCall>()> begin;
  /// What is known of a request that gets no further; nothing where that is a matter of moments.
  std::optional<Execution> execution;
  /// How much is sent.
  std::size_t name_size = 8;
  /// A deadline that a call has come there by.
  std::chrono::milliseconds patience{200};

  friend std::ostream& operator<<(std::ostream& out, const Stage& stage) {
    return out << stage.name;
  }
};

/// From the DNS lookup of the host's name to the end of the response.
[[nodiscard]] std::vector<Stage> stages();
/// The wait before another attempt, for half a minute.
[[nodiscard]] Stage waiting_to_try_again();

}  // namespace v0
}  // namespace ionoscloud::container_registry
