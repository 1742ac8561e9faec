// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/models/token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

/// What `json::decode` must make of a text, by a second reader that shares nothing with it but the
/// reading of dates; nothing where it must refuse the text.
template <class Model>
[[nodiscard]] std::optional<Model> reference_decode(std::string_view text);

template <>
std::optional<TokenResponse> reference_decode(std::string_view text);
template <>
std::optional<TokensResponse> reference_decode(std::string_view text);

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
