// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>

/// @file
/// The members of each model: their wire names, and what the wire may do with them. Reading,
/// writing and comparing are visitors of these lists, and nothing else names the members of a
/// model.
///
/// The lists stand in the order in which the service writes, which is the fastest one to read. A
/// visitor has one function a verb, each taking the wire name and a pointer to the member:
///
///   required        absent and null are errors
///   optional        a `std::optional`: absent and null read as nothing, and nothing is left out
///   defaulted       absent and null read as the empty value, and the empty value is written
///   number_or_text  a required number that older services write as text
///   tristate        a `Field`: absent is left out, null is written

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Chooses the list of a model: `members(visitor, Of<Scope>{})`.
template <class Model>
struct Of {};

template <class Visitor>
void members(Visitor& v, Of<Scope>) {
  v.required("type", &Scope::type);
  v.required("name", &Scope::name);
  v.defaulted("actions", &Scope::actions);
}

template <class Visitor>
void members(Visitor& v, Of<Credentials>) {
  v.defaulted("username", &Credentials::username);
  v.defaulted("password", &Credentials::password);
}

template <class Visitor>
void members(Visitor& v, Of<ApiResourceMetadata>) {
  v.required("createdBy", &ApiResourceMetadata::created_by);
  v.required("createdByUserId", &ApiResourceMetadata::created_by_user_id);
  v.required("createdDate", &ApiResourceMetadata::created_date);
  v.optional("lastModifiedBy", &ApiResourceMetadata::last_modified_by);
  v.optional("lastModifiedByUserId", &ApiResourceMetadata::last_modified_by_user_id);
  v.optional("lastModifiedDate", &ApiResourceMetadata::last_modified_date);
  v.required("state", &ApiResourceMetadata::state);
}

template <class Visitor>
void members(Visitor& v, Of<PaginationLinks>) {
  v.optional("self", &PaginationLinks::self);
  v.optional("next", &PaginationLinks::next);
  v.optional("previous", &PaginationLinks::previous);
}

template <class Visitor>
void members(Visitor& v, Of<TokenProperties>) {
  v.required("name", &TokenProperties::name);
  v.optional("status", &TokenProperties::status);
  v.optional("expiryDate", &TokenProperties::expiry_date);
  v.defaulted("scopes", &TokenProperties::scopes);
  v.optional("credentials", &TokenProperties::credentials);
}

template <class Visitor>
void members(Visitor& v, Of<TokenResponse>) {
  v.optional("id", &TokenResponse::id);
  v.optional("type", &TokenResponse::type);
  v.optional("href", &TokenResponse::href);
  v.required("metadata", &TokenResponse::metadata);
  v.required("properties", &TokenResponse::properties);
}

template <class Visitor>
void members(Visitor& v, Of<PostTokenOutput>) {
  members(v, Of<TokenResponse>{});
}

template <class Visitor>
void members(Visitor& v, Of<PutTokenOutput>) {
  members(v, Of<TokenResponse>{});
}

template <class Visitor>
void members(Visitor& v, Of<TokensResponse>) {
  v.optional("id", &TokensResponse::id);
  v.optional("type", &TokensResponse::type);
  v.optional("href", &TokensResponse::href);
  v.defaulted("items", &TokensResponse::items);
  v.number_or_text("offset", &TokensResponse::offset);
  v.number_or_text("limit", &TokensResponse::limit);
  v.required("count", &TokensResponse::count);
  v.required("total", &TokensResponse::total);
  v.required("_links", &TokensResponse::links);
}

template <class Visitor>
void members(Visitor& v, Of<PostTokenProperties>) {
  v.required("name", &PostTokenProperties::name);
  v.optional("status", &PostTokenProperties::status);
  v.optional("expiryDate", &PostTokenProperties::expiry_date);
  v.optional("scopes", &PostTokenProperties::scopes);
}

template <class Visitor>
void members(Visitor& v, Of<PostTokenInput>) {
  v.required("properties", &PostTokenInput::properties);
}

template <class Visitor>
void members(Visitor& v, Of<PutTokenInput>) {
  v.required("properties", &PutTokenInput::properties);
}

template <class Visitor>
void members(Visitor& v, Of<PatchTokenInput>) {
  v.optional("status", &PatchTokenInput::status);
  v.tristate("expiryDate", &PatchTokenInput::expiry_date);
  v.tristate("scopes", &PatchTokenInput::scopes);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
