// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/models.hpp>

/// @file
/// Opt-in: models to and from `nlohmann::json`. Needs nlohmann/json, which nothing else here does.
///
///     nlohmann::json json = token;
///     cr::TokenResponse again = json.get<cr::TokenResponse>();

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Writes a model into a `nlohmann::json` or `nlohmann::ordered_json`, secrets redacted. For their
/// text, parse `to_json_text(model, SecretText::exposed)`.
template <
    class BasicJson, class Model,
    std::enable_if_t<nlohmann::detail::is_basic_json<BasicJson>::value && is_model<Model>, int> = 0>
void to_json(BasicJson& json, const Model& model) {
  json = BasicJson::parse(to_json_text(model));
}

/// Reads a model, as strictly as `from_json_text` does and with the same exception.
template <
    class BasicJson, class Model,
    std::enable_if_t<nlohmann::detail::is_basic_json<BasicJson>::value && is_model<Model>, int> = 0>
void from_json(const BasicJson& json, Model& model) {
  model = from_json_text<Model>(json.dump());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
