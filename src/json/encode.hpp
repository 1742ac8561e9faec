// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/json_text.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

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
