// SPDX-License-Identifier: Apache-2.0
#include "fuzz/reference_decode.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/json_tree.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using Kind = JsonValue::Kind;

/// The text isn't the model's.
struct Refusal {};

const JsonValue& expect(const JsonValue& value, Kind kind) {
  if (value.kind != kind) throw Refusal();
  return value;
}

/// The member of that name; null when there is none.
const JsonValue* member(const JsonValue& object, std::string_view name) {
  const JsonValue* found = nullptr;
  for (const JsonValue& candidate : expect(object, Kind::object).inner) {
    if (candidate.name != name) continue;
    if (found != nullptr) throw Refusal();
    found = &candidate;
  }
  return found;
}

template <class T>
std::optional<T> may_be_null(const JsonValue& object, std::string_view name,
                             T (*read)(const JsonValue&)) {
  const JsonValue* found = member(object, name);
  if (found == nullptr || found->kind == Kind::null) return std::nullopt;
  return read(*found);
}

template <class T>
T or_empty(const JsonValue& object, std::string_view name, T (*read)(const JsonValue&)) {
  return may_be_null(object, name, read).value_or(T());
}

template <class T>
T required(const JsonValue& object, std::string_view name, T (*read)(const JsonValue&)) {
  const JsonValue* found = member(object, name);
  if (found == nullptr) throw Refusal();
  return read(*found);
}

template <class T>
std::vector<T> list_of(const JsonValue& value, T (*read)(const JsonValue&)) {
  std::vector<T> list;
  for (const JsonValue& element : expect(value, Kind::list).inner) list.push_back(read(element));
  return list;
}

/// Whatever is made of text.
template <class T = std::string>
T text(const JsonValue& value) {
  return T(expect(value, Kind::text).text);
}

Timestamp date(const JsonValue& value) {
  const auto read = Timestamp::parse(text(value));
  if (!read) throw Refusal();
  return *read;
}

std::int64_t whole_number(const JsonValue& value) {
  return expect(value, Kind::whole_number).number;
}

std::int64_t number_or_text(const JsonValue& value) {
  if (value.kind != Kind::text) return whole_number(value);
  const auto number = parse_json(value.text, OddNumbers::refused);
  const bool bare = value.text.find_first_not_of("-0123456789") == std::string::npos;
  if (!number || !bare) throw Refusal();
  return whole_number(*number);
}

std::vector<ScopeAction> actions(const JsonValue& value) {
  return list_of(value, text<ScopeAction>);
}

Scope scope(const JsonValue& value) {
  return {required(value, "type", text<ScopeType>), required(value, "name", text<>),
          or_empty(value, "actions", actions)};
}

std::vector<Scope> scopes(const JsonValue& value) { return list_of(value, scope); }

Credentials credentials(const JsonValue& value) {
  return {or_empty(value, "username", text<>), or_empty(value, "password", text<Secret>)};
}

ApiResourceMetadata metadata(const JsonValue& value) {
  ApiResourceMetadata read;
  read.created_by = required(value, "createdBy", text<>);
  read.created_by_user_id = required(value, "createdByUserId", text<>);
  read.created_date = required(value, "createdDate", date);
  read.last_modified_by = may_be_null(value, "lastModifiedBy", text<>);
  read.last_modified_by_user_id = may_be_null(value, "lastModifiedByUserId", text<>);
  read.last_modified_date = may_be_null(value, "lastModifiedDate", date);
  read.state = required(value, "state", text<ResourceState>);
  return read;
}

TokenProperties properties(const JsonValue& value) {
  TokenProperties read;
  read.name = required(value, "name", text<>);
  read.status = may_be_null(value, "status", text<TokenStatus>);
  read.expiry_date = may_be_null(value, "expiryDate", date);
  read.scopes = or_empty(value, "scopes", scopes);
  read.credentials = may_be_null(value, "credentials", credentials);
  return read;
}

TokenResponse token(const JsonValue& value) {
  TokenResponse read;
  read.id = may_be_null(value, "id", text<TokenId>);
  read.type = may_be_null(value, "type", text<>);
  read.href = may_be_null(value, "href", text<>);
  read.metadata = required(value, "metadata", metadata);
  read.properties = required(value, "properties", properties);
  return read;
}

std::vector<TokenResponse> tokens(const JsonValue& value) { return list_of(value, token); }

PaginationLinks links(const JsonValue& value) {
  PaginationLinks read;
  read.next = may_be_null(value, "next", text<>);
  read.previous = may_be_null(value, "previous", text<>);
  read.self = may_be_null(value, "self", text<>);
  return read;
}

TokensResponse page(const JsonValue& value) {
  TokensResponse read;
  read.id = may_be_null(value, "id", text<>);
  read.type = may_be_null(value, "type", text<>);
  read.href = may_be_null(value, "href", text<>);
  read.items = or_empty(value, "items", tokens);
  read.offset = required(value, "offset", number_or_text);
  read.limit = required(value, "limit", number_or_text);
  read.count = required(value, "count", whole_number);
  read.total = required(value, "total", whole_number);
  read.links = required(value, "_links", links);
  return read;
}

template <class Model>
std::optional<Model> read_with(Model (*read)(const JsonValue&), std::string_view text) {
  const auto value = parse_json(text, OddNumbers::taken);
  if (!value) return std::nullopt;
  try {
    return read(*value);
  } catch (const Refusal&) {
    return std::nullopt;
  }
}

}  // namespace

template <>
std::optional<TokenResponse> reference_decode(std::string_view text) {
  return read_with(token, text);
}

template <>
std::optional<TokensResponse> reference_decode(std::string_view text) {
  return read_with(page, text);
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
