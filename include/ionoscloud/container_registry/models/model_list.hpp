// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

/// @file
/// The list of models. Everything that each model has follows from it: the comparisons below, the
/// JSON text of `json_text.hpp`, and the conversions of `nlohmann.hpp`.

/// Expands `apply(Model)` for each model of the library, in the order of their headers.
#define IONOSCLOUD_CR_FOR_EACH_MODEL(apply)                                                    \
  apply(ApiResourceMetadata) apply(PaginationLinks) apply(Scope) apply(Credentials)            \
      apply(TokenProperties) apply(TokenResponse) apply(PostTokenOutput) apply(PutTokenOutput) \
          apply(TokensResponse) apply(PostTokenProperties) apply(PostTokenInput)               \
              apply(PutTokenInput) apply(PatchTokenInput)

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether `T` is a model of this library.
template <class T>
inline constexpr bool is_model = false;

/// @cond
#define IONOSCLOUD_CR_DECLARE_MODEL(Model) \
  struct Model;                            \
  template <>                              \
  inline constexpr bool is_model<Model> = true;
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_DECLARE_MODEL)
#undef IONOSCLOUD_CR_DECLARE_MODEL
/// @endcond

/// @{
/// Two models are equal when each of their members is. How a response came, such as
/// `PutTokenOutput::http_status`, isn't compared.
template <class Model, std::enable_if_t<is_model<Model>, int> = 0>
[[nodiscard]] bool operator==(const Model& lhs, const Model& rhs);
template <class Model, std::enable_if_t<is_model<Model>, int> = 0>
[[nodiscard]] bool operator!=(const Model& lhs, const Model& rhs) {
  return !(lhs == rhs);
}
/// @}

}  // namespace v0
}  // namespace ionoscloud::container_registry
