// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

/// @file
/// Models as JSON text, exactly as they travel. For `nlohmann::json`, see `nlohmann.hpp`.
///
/// Both functions exist for every model of `models/model_list.hpp`.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What becomes of a `Secret` that is written as JSON.
enum class SecretText {
  /// `"[redacted]"` stands for any text; empty text stays empty.
  redacted,
  /// The text itself. Whoever holds the result holds the secret.
  exposed,
};

/// Writes a model as one line of JSON. Members that hold nothing are left out.
///
/// Throws `InvalidArgumentException`, naming the member, when a text isn't valid UTF-8 or a date
/// lies outside the years 0000 to 9999.
template <class Model>
[[nodiscard]] std::string to_json_text(const Model& model,
                                       SecretText secrets = SecretText::redacted);

/// Reads a model from JSON. Members that this library doesn't know are skipped.
///
/// Throws `DecodeException` with the JSON path of what is wrong: not JSON, a known member that is
/// missing or of another type, nesting deeper than 64. The exception never quotes the text.
template <class Model>
[[nodiscard]] Model from_json_text(TextArgument text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
