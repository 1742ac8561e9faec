// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A JSON value of any kind, as text: what the API leaves open. A model that is read keeps the text
/// as it came; to write one whose text isn't one JSON value throws `InvalidArgumentException`.
struct AnyJson {
  /// The value: `null`, `7`, `"text"`, `{"a":[]}`.
  std::string text = "null";

  /// @{
  /// Equal when the texts are.
  friend bool operator==(const AnyJson& lhs, const AnyJson& rhs) { return lhs.text == rhs.text; }
  friend bool operator!=(const AnyJson& lhs, const AnyJson& rhs) { return !(lhs == rhs); }
  /// @}
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
