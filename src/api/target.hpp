// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A parameter of the path: the caller's name for it, and its text.
struct PathArgument {
  std::string_view name;
  std::string_view text;
};

/// The operation's path with its parameters filled in, each as one segment, in their order. Throws
/// `InvalidArgumentException` for one that is empty, `.` or `..`, which no encoding makes a
/// segment.
[[nodiscard]] std::string make_target(const Operation& operation,
                                      std::initializer_list<PathArgument> arguments);

}  // namespace v0
}  // namespace ionoscloud::container_registry
