// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include <ionoscloud/container_registry/any_json.hpp>
#include <ionoscloud/container_registry/field.hpp>
#include <ionoscloud/container_registry/models.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether a member of a model may be absent or null in JSON.
namespace presence {
/// Absent and null are errors.
struct Required {
  static constexpr bool may_be_absent = false;
};
/// As `Required`: a number that older services write as text.
struct NumberOrText {
  static constexpr bool may_be_absent = false;
};
/// A `std::optional`: absent and null read as no value, and no value isn't written.
struct Optional {
  static constexpr bool may_be_absent = true;
};
/// Absent and null read as the empty value, and the empty value is written.
struct Defaulted {
  static constexpr bool may_be_absent = true;
};
/// A `Field`: absent isn't written, null is written.
struct Tristate {
  static constexpr bool may_be_absent = true;
};
}  // namespace presence

/// A member of a model: its name in JSON, and the pointer to it.
template <class Presence, class Model, class T>
struct Member {
  std::string_view name;
  T Model::*pointer;
};

template <class Model, class T>
[[nodiscard]] constexpr Member<presence::Required, Model, T> required(std::string_view name,
                                                                      T Model::*pointer) {
  return {name, pointer};
}
template <class Model, class T>
[[nodiscard]] constexpr Member<presence::NumberOrText, Model, T> number_or_text(
    std::string_view name, T Model::*pointer) {
  return {name, pointer};
}
template <class Model, class T>
[[nodiscard]] constexpr Member<presence::Optional, Model, std::optional<T>> optional(
    std::string_view name, std::optional<T> Model::*pointer) {
  return {name, pointer};
}
template <class Model, class T>
[[nodiscard]] constexpr Member<presence::Defaulted, Model, T> defaulted(std::string_view name,
                                                                        T Model::*pointer) {
  return {name, pointer};
}
template <class Model, class T>
[[nodiscard]] constexpr Member<presence::Tristate, Model, Field<T>> tristate(
    std::string_view name, Field<T> Model::*pointer) {
  return {name, pointer};
}

/// The members of a model: a tuple of `Member`s.
template <class Model>
inline constexpr auto members_of = nullptr;

template <>
inline constexpr auto members_of<Scope> = std::make_tuple(required("type", &Scope::type),
                                                          required("name", &Scope::name),
                                                          defaulted("actions", &Scope::actions));

template <>
inline constexpr auto members_of<Credentials> = std::make_tuple(
    defaulted("username", &Credentials::username), defaulted("password", &Credentials::password));

template <>
inline constexpr auto members_of<ApiResourceMetadata> = std::make_tuple(
    required("createdBy", &ApiResourceMetadata::created_by),
    required("createdByUserId", &ApiResourceMetadata::created_by_user_id),
    required("createdDate", &ApiResourceMetadata::created_date),
    optional("lastModifiedBy", &ApiResourceMetadata::last_modified_by),
    optional("lastModifiedByUserId", &ApiResourceMetadata::last_modified_by_user_id),
    optional("lastModifiedDate", &ApiResourceMetadata::last_modified_date),
    required("state", &ApiResourceMetadata::state));

template <>
inline constexpr auto members_of<PaginationLinks> = std::make_tuple(
    optional("self", &PaginationLinks::self), optional("next", &PaginationLinks::next),
    optional("previous", &PaginationLinks::previous));

template <>
inline constexpr auto members_of<TokenProperties> = std::make_tuple(
    required("name", &TokenProperties::name), optional("status", &TokenProperties::status),
    optional("expiryDate", &TokenProperties::expiry_date),
    defaulted("scopes", &TokenProperties::scopes),
    optional("credentials", &TokenProperties::credentials));

template <>
inline constexpr auto members_of<TokenResponse> = std::make_tuple(
    optional("id", &TokenResponse::id), optional("type", &TokenResponse::type),
    optional("href", &TokenResponse::href), required("metadata", &TokenResponse::metadata),
    required("properties", &TokenResponse::properties));

template <>
inline constexpr auto members_of<PostTokenOutput> = members_of<TokenResponse>;

template <>
inline constexpr auto members_of<PutTokenOutput> = members_of<TokenResponse>;

template <>
inline constexpr auto members_of<TokensResponse> = std::make_tuple(
    optional("id", &TokensResponse::id), optional("type", &TokensResponse::type),
    optional("href", &TokensResponse::href), defaulted("items", &TokensResponse::items),
    number_or_text("offset", &TokensResponse::offset),
    number_or_text("limit", &TokensResponse::limit), required("count", &TokensResponse::count),
    required("total", &TokensResponse::total), required("_links", &TokensResponse::links));

template <>
inline constexpr auto members_of<PostTokenProperties> = std::make_tuple(
    required("name", &PostTokenProperties::name), optional("status", &PostTokenProperties::status),
    optional("expiryDate", &PostTokenProperties::expiry_date),
    optional("scopes", &PostTokenProperties::scopes));

template <>
inline constexpr auto members_of<PostTokenInput> =
    std::make_tuple(required("properties", &PostTokenInput::properties));

template <>
inline constexpr auto members_of<PutTokenInput> =
    std::make_tuple(required("properties", &PutTokenInput::properties));

template <>
inline constexpr auto members_of<PatchTokenInput> =
    std::make_tuple(optional("status", &PatchTokenInput::status),
                    tristate("expiryDate", &PatchTokenInput::expiry_date),
                    tristate("scopes", &PatchTokenInput::scopes));

template <>
inline constexpr auto members_of<WeeklySchedule> = std::make_tuple(
    defaulted("days", &WeeklySchedule::days), required("time", &WeeklySchedule::time));

template <>
inline constexpr auto members_of<StorageUsage> = std::make_tuple(
    optional("bytes", &StorageUsage::bytes), optional("updatedAt", &StorageUsage::updated_at));

template <>
inline constexpr auto members_of<FeatureVulnerabilityScanning> =
    std::make_tuple(required("enabled", &FeatureVulnerabilityScanning::enabled));

template <>
inline constexpr auto members_of<RegistryFeatures> =
    std::make_tuple(optional("vulnerabilityScanning", &RegistryFeatures::vulnerability_scanning));

template <>
inline constexpr auto members_of<RegistryProperties> = std::make_tuple(
    required("name", &RegistryProperties::name),
    required("location", &RegistryProperties::location),
    optional("hostname", &RegistryProperties::hostname),
    optional("garbageCollectionSchedule", &RegistryProperties::garbage_collection_schedule),
    optional("storageUsage", &RegistryProperties::storage_usage),
    optional("features", &RegistryProperties::features),
    defaulted("apiSubnetAllowList", &RegistryProperties::api_subnet_allow_list));

template <>
inline constexpr auto members_of<RegistryResponse> = std::make_tuple(
    optional("id", &RegistryResponse::id), optional("type", &RegistryResponse::type),
    optional("href", &RegistryResponse::href), required("metadata", &RegistryResponse::metadata),
    required("properties", &RegistryResponse::properties));

}  // namespace v0
}  // namespace ionoscloud::container_registry
