// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

/// @file
/// The list of models. Everything that each model has follows from it: the comparisons below, the
/// JSON text of `json_text.hpp`, and the conversions of `nlohmann.hpp`.

/// Expands `apply(Model)` for each model of the library, in the order of their headers.
// clang-format off
#define IONOSCLOUD_CR_FOR_EACH_MODEL(apply) \
  apply(ApiResourceMetadata) \
  apply(PaginationLinks) \
  apply(Scope) \
  apply(Credentials) \
  apply(TokenProperties) \
  apply(TokenResponse) \
  apply(PostTokenOutput) \
  apply(PutTokenOutput) \
  apply(TokensResponse) \
  apply(PostTokenProperties) \
  apply(PostTokenInput) \
  apply(PutTokenInput) \
  apply(PatchTokenInput) \
  apply(WeeklySchedule) \
  apply(StorageUsage) \
  apply(FeatureVulnerabilityScanning) \
  apply(RegistryFeatures) \
  apply(RegistryProperties) \
  apply(RegistryResponse)
// clang-format on

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

template <class Model>
[[nodiscard]] bool are_equal(const Model& lhs, const Model& rhs);

/// The one of two types that the other one is or derives from; else the first.
template <class Lhs, class Rhs>
using CommonModel = std::conditional_t<std::is_convertible_v<const Lhs*, const Rhs*>, Rhs, Lhs>;
template <class Lhs, class Rhs>
inline constexpr bool are_comparable = is_model<CommonModel<Lhs, Rhs>>&&
    std::is_convertible_v<const Rhs*, const CommonModel<Lhs, Rhs>*>;
/// @endcond

/// @{
/// Two models are equal when each of their members is. How a response came, such as
/// `PutTokenOutput::http_status`, isn't compared. A `PostTokenOutput` compares with a
/// `TokenResponse`, which it derives from.
template <class Lhs, class Rhs, std::enable_if_t<are_comparable<Lhs, Rhs>, int> = 0>
[[nodiscard]] bool operator==(const Lhs& lhs, const Rhs& rhs) {
  return are_equal<CommonModel<Lhs, Rhs>>(lhs, rhs);
}
template <class Lhs, class Rhs, std::enable_if_t<are_comparable<Lhs, Rhs>, int> = 0>
[[nodiscard]] bool operator!=(const Lhs& lhs, const Rhs& rhs) {
  return !(lhs == rhs);
}
/// @}

}  // namespace v0
}  // namespace ionoscloud::container_registry
