// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/codec.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

/// What `json::decode` makes of a text; nothing when it refuses it.
template <class Model>
std::optional<Model> decoded(std::string_view text) {
  std::string copy(text);
  try {
    return json::decode<Model>(copy);
  } catch (const json::DecodeError&) {
    return std::nullopt;
  }
}

/// The text that `json::encode` writes, secrets and all; nothing when it refuses the model.
template <class Model>
std::optional<std::string> encoded(const Model& model) {
  try {
    return json::encode(model, SecretText::exposed);
  } catch (const json::EncodeError&) {
    return std::nullopt;
  }
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
