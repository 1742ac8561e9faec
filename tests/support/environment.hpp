// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The environment with these variables alone, of those that the library reads, for as long as it
/// lives. Everything is as before afterwards.
class Environment {
 public:
  using Variable = std::pair<const char*, const char*>;

  Environment(std::initializer_list<Variable> variables);
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment();

 private:
  std::vector<std::pair<const char*, std::optional<std::string>>> before_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
