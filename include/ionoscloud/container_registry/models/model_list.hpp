// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/export.hpp>

/// @file
/// The list of models. Everything that each model has follows from it: comparison by `==` and `!=`,
/// the JSON text of `json_text.hpp`, and the conversions of `nlohmann.hpp`.
///
/// Two models are equal when each of their members is. How a response came, such as
/// `PutTokenOutput::http_status`, isn't compared.

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
#define IONOSCLOUD_CR_DECLARE_MODEL(Model)                                                \
  struct Model;                                                                           \
  template <>                                                                             \
  inline constexpr bool is_model<Model> = true;                                           \
  [[nodiscard]] IONOSCLOUD_CR_EXPORT bool operator==(const Model& lhs, const Model& rhs); \
  [[nodiscard]] inline bool operator!=(const Model& lhs, const Model& rhs) { return !(lhs == rhs); }
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_DECLARE_MODEL)
#undef IONOSCLOUD_CR_DECLARE_MODEL
/// @endcond

}  // namespace v0
}  // namespace ionoscloud::container_registry
