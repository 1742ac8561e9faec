// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

/// A JSON value as nlohmann/json reads it, so that another reader judges this library's. Unlike a
/// `nlohmann::json` it keeps every member of an object, those of one name too.
struct JsonValue {
  enum class Kind { null, boolean, whole_number, other_number, text, object, list };

  Kind kind = Kind::null;
  /// The name, in an object.
  std::string name;
  /// Of a whole number of 64 bits.
  std::int64_t number = 0;
  /// Of a text; of another number its digits.
  std::string text;
  /// The members of an object, or the elements of a list.
  std::vector<JsonValue> inner;
};

/// What to do with a number that no type holds: `1e999`.
enum class OddNumbers {
  refused,
  /// Read as another number that isn't whole, as this library does where nobody wants it.
  taken,
};

/// How many objects and lists may stand inside one another.
inline constexpr int most_depth = 64;

/// Reads a text; nothing when it isn't JSON, or when it nests deeper than `most_depth`.
[[nodiscard]] std::optional<JsonValue> parse_json(std::string_view text, OddNumbers odd_numbers);

/// Whether a text is valid UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
