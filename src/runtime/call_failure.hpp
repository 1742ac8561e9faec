// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "exceptions/exception_details.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a call stood when it failed.
struct CallTrace {
  const Operation& operation;
  /// Empty when it failed before there was one.
  std::string url;
  int attempts = 0;
  Execution execution = Execution::none;
};

/// What every exception of a call begins with: its place, and a message made of it, of `what`
/// happened and of what may have been done.
[[nodiscard]] ExceptionDetails call_failure(const CallTrace& trace, std::string_view what);

/// Throws an exception with these details.
template <class ExceptionType>
[[noreturn]] void throw_with(ExceptionDetails details) {
  throw ExceptionType(std::make_shared<const ExceptionDetails>(std::move(details)));
}

/// Throws `InvalidArgumentException`: the argument named `argument` has this `problem`.
[[noreturn]] void throw_invalid_argument(const Operation& operation, std::string_view argument,
                                         std::string_view problem);

}  // namespace v0
}  // namespace ionoscloud::container_registry
