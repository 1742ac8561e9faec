// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ostream>
#include <string>

#include "faults/tested_operations.hpp"

/// @file
/// What the caller of an operation sees.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What came of a call, as a line of the fault matrix.
struct Outcome {
  /// `success`, or the class of the exception and what kind it is: `Transport(receive)`,
  /// `Timeout(attempt)`, `Decode`, `Api(503)`.
  std::string what;
  Execution execution = Execution::executed;
  int attempts = 0;

  friend bool operator==(const Outcome& lhs, const Outcome& rhs) {
    return lhs.what == rhs.what && lhs.execution == rhs.execution && lhs.attempts == rhs.attempts;
  }
  friend std::ostream& operator<<(std::ostream& out, const Outcome& outcome);
};

inline const Outcome success{"success", Execution::executed, 0};

/// Makes the call and tells what came of it. Whatever text a caller can get hold of must be one
/// clean line without a secret; the test fails if it isn't.
[[nodiscard]] Outcome outcome_of(const std::function<void()>& call);
[[nodiscard]] Outcome outcome_of(const TestedOperation& operation, const Tokens& tokens,
                                 const CallOptions& options = {});

/// How often an operation is tried whose attempts all end like this, with three attempts at most.
[[nodiscard]] int attempts_of(const TestedOperation& operation, Execution execution);

}  // namespace v0
}  // namespace ionoscloud::container_registry
