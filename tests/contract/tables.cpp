// SPDX-License-Identifier: Apache-2.0
// Writes the library's operation table and member lists as JSON, to be held against the contract.
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "api/operations.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

// The names that the models have in the contract.
const char* name_of(Of<Scope>) { return "Scope"; }
const char* name_of(Of<Credentials>) { return "Credentials"; }
const char* name_of(Of<ApiResourceMetadata>) { return "ApiResourceMetadata"; }
const char* name_of(Of<PaginationLinks>) { return "PaginationLinks"; }
const char* name_of(Of<TokenProperties>) { return "TokenProperties"; }
const char* name_of(Of<TokenResponse>) { return "TokenResponse"; }
const char* name_of(Of<PostTokenOutput>) { return "PostTokenOutput"; }
const char* name_of(Of<PutTokenOutput>) { return "PutTokenOutput"; }
const char* name_of(Of<TokensResponse>) { return "TokensResponse"; }
const char* name_of(Of<PostTokenProperties>) { return "PostTokenProperties"; }
const char* name_of(Of<PostTokenInput>) { return "PostTokenInput"; }
const char* name_of(Of<PutTokenInput>) { return "PutTokenInput"; }
const char* name_of(Of<PatchTokenInput>) { return "PatchTokenInput"; }

template <class T, class = void>
struct HasText : std::false_type {};
template <class T>
struct HasText<T, std::void_t<decltype(std::declval<const T&>().text())>> : std::true_type {};

/// What a member is on the wire.
template <class T>
struct Wire {
  static Json type() {
    if constexpr (HasText<T>::value) {
      return "string";  // an id, or a word of a list that may grow
    } else {
      return name_of(Of<T>{});
    }
  }
};
template <>
struct Wire<std::string> {
  static Json type() { return "string"; }
};
template <>
struct Wire<Secret> {
  static Json type() { return "string/password"; }
};
template <>
struct Wire<Timestamp> {
  static Json type() { return "string/date-time"; }
};
template <>
struct Wire<std::int64_t> {
  static Json type() { return "integer/int64"; }
};
template <class T>
struct Wire<std::vector<T>> {
  static Json type() { return Json::array({Wire<T>::type()}); }
};
template <class T>
struct Wire<std::optional<T>> : Wire<T> {};
template <class T>
struct Wire<Field<T>> : Wire<T> {};

/// The words that the library knows for a member.
template <class T>
Json words(Of<T>) {
  return Json::array();
}
Json words(Of<TokenStatus>) { return {TokenStatus::enabled.text, TokenStatus::disabled.text}; }
Json words(Of<ScopeType>) { return {ScopeType::repository.text, ScopeType::registry.text}; }
Json words(Of<ScopeAction>) {
  return {ScopeAction::pull.text, ScopeAction::push.text, ScopeAction::remove.text,
          ScopeAction::list.text, ScopeAction::all.text};
}
template <class T>
Json words(Of<std::vector<T>>) {
  return words(Of<T>{});
}
template <class T>
Json words(Of<std::optional<T>>) {
  return words(Of<T>{});
}
template <class T>
Json words(Of<Field<T>>) {
  return words(Of<T>{});
}

/// Notes the members of a list with their verbs.
class Notes {
 public:
  template <class Model, class T>
  void required(const char* name, T Model::*) {
    note<T>("required", name);
  }
  template <class Model, class T>
  void optional(const char* name, T Model::*) {
    note<T>("optional", name);
  }
  template <class Model, class T>
  void defaulted(const char* name, T Model::*) {
    note<T>("defaulted", name);
  }
  template <class Model, class T>
  void number_or_text(const char* name, T Model::*) {
    note<T>("number_or_text", name);
  }
  template <class Model, class T>
  void tristate(const char* name, T Model::*) {
    note<T>("tristate", name);
  }

  Json members = Json::object();

 private:
  template <class T>
  void note(const char* verb, const char* name) {
    members[name] = {{"verb", verb}, {"type", Wire<T>::type()}, {"words", words(Of<T>{})}};
  }
};

template <class... Models>
Json models() {
  Json all = Json::object();
  const auto add = [&](auto model) {
    Notes notes;
    members(notes, model);
    all[name_of(model)] = notes.members;
  };
  (add(Of<Models>{}), ...);
  return all;
}

Json operation_table() {
  Json all = Json::object();
  for (const Operation* operation :
       {&operations::registries_tokens_delete, &operations::registries_tokens_find_by_id,
        &operations::registries_tokens_get, &operations::registries_tokens_patch,
        &operations::registries_tokens_post, &operations::registries_tokens_put}) {
    all[std::string(operation->name)] = {{"method", to_string(operation->method)},
                                         {"path", operation->path}};
  }
  return all;
}

Json tables() {
  return {
      {"operations", operation_table()},
      {"models", models<Scope, Credentials, ApiResourceMetadata, PaginationLinks, TokenProperties,
                        TokenResponse, PostTokenOutput, PutTokenOutput, TokensResponse,
                        PostTokenProperties, PostTokenInput, PutTokenInput, PatchTokenInput>()}};
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry

int main() { std::cout << ionoscloud::container_registry::tables().dump(1) << '\n'; }
