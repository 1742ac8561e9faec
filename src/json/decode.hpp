// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// Why a text couldn't be read, without any of the text.
struct DecodeError {
  /// Where: `$.items[3].properties.name`.
  std::string path;
  /// What is wrong there, and what would be right: `is missing`, `must be text, but is a number`.
  std::string problem;
};

/// The room for more that a text should have when it is given to `decode`.
inline constexpr std::size_t reading_room = 64;

/// Reads `model` from `text`, which keeps its content. Where `reading_room` is missing, the text
/// moves to larger memory first, and what it leaves is wiped. Nothing stays of what the model held,
/// except for its memory, which is used again: a list of the same length takes next to none. Throws
/// `DecodeError`, and leaves some model then.
template <class Model>
void decode(std::string& text, Model& model);

/// The same, with a model of its own.
template <class Model>
[[nodiscard]] Model decode(std::string& text) {
  Model model;
  decode(text, model);
  return model;
}

/// The complaints in the body of an error: of the documented form, of problem details (RFC 9457),
/// or of those that gateways and frameworks write. As many as can be read; none, when it is
/// something else. Never throws for what the body holds.
[[nodiscard]] std::vector<ApiErrorMessage> decode_error_messages(std::string_view body);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
