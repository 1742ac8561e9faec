// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The exception that `act` throws, to be looked at. A test in which it throws nothing, or
/// something else, fails.
template <class ExceptionType, class Act>
[[nodiscard]] ExceptionType caught(Act act) {
  try {
    act();
  } catch (const ExceptionType& exception) {
    return exception;
  }
  throw std::logic_error("nothing was thrown");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
