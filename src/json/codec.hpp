// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/json_text.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// Why a text couldn't be read. Quotes none of the text.
struct DecodeError {
  /// Where: `$.items[3].properties.name`.
  std::string path;
  /// What is wrong there, and what is expected: `is missing`, `must be text, but is a number`.
  std::string problem;
};

/// Reads `model` from `text`, which keeps its content. If its capacity lacks the `parser_padding`,
/// the text moves to larger memory first, and the memory that it leaves is wiped. The model loses
/// its content, but keeps its memory for the new one: a list of the same length needs hardly any
/// more. Throws `DecodeError`; the content of the model is unspecified then.
template <class Model>
void decode(std::string& text, Model& model);

/// The same, with a new model.
template <class Model>
[[nodiscard]] Model decode(std::string& text) {
  Model model;
  decode(text, model);
  return model;
}

/// Why a model can't be written.
struct EncodeError {
  /// Which member, by its C++ names as the caller knows them: `properties.expiry_date`.
  std::string path;
  /// What is expected of it.
  std::string problem;
};

/// Writes a model as one line of JSON. Throws `EncodeError`.
template <class Model>
[[nodiscard]] std::string encode(const Model& model, SecretText secrets);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
