// SPDX-License-Identifier: Apache-2.0
// Writes the library's operation table and member lists as JSON, to be held against the contract.
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <tuple>
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

template <class T>
struct Of {};

/// The name of a model, which is that of its schema.
template <class T>
constexpr const char* name_of = nullptr;
#define NAME(Model) \
  template <>       \
  constexpr const char* name_of<Model> = #Model;
IONOSCLOUD_CR_FOR_EACH_MODEL(NAME)
#undef NAME

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
      return name_of<T>;
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
template <>
struct Wire<bool> {
  static Json type() { return "boolean"; }
};
template <>
struct Wire<double> {
  static Json type() { return "number"; }
};
template <>
struct Wire<AnyJson> {
  static Json type() { return "object"; }
};
template <class T>
struct Wire<std::vector<T>> {
  static Json type() { return Json::array({Wire<T>::type()}); }
};
template <class T>
struct Wire<std::optional<T>> : Wire<T> {};
template <class T>
struct Wire<Field<T>> : Wire<T> {};

/// The enum values that the library knows for a member.
template <class T>
Json values_of(Of<T>) {
  return Json::array();
}
Json values_of(Of<TokenStatus>) { return {TokenStatus::enabled.text, TokenStatus::disabled.text}; }
Json values_of(Of<ScopeType>) { return {ScopeType::repository.text, ScopeType::registry.text}; }
Json values_of(Of<ScopeAction>) {
  return {ScopeAction::pull.text, ScopeAction::push.text, ScopeAction::remove.text,
          ScopeAction::list.text, ScopeAction::all.text};
}
Json values_of(Of<Day>) {
  return {Day::monday.text, Day::tuesday.text,  Day::wednesday.text, Day::thursday.text,
          Day::friday.text, Day::saturday.text, Day::sunday.text};
}
Json values_of(Of<ResourceState>) {
  return {ResourceState::enabled.text, ResourceState::disabled.text,
          ResourceState::just_created.text, ResourceState::waiting_for_storage.text,
          ResourceState::running.text};
}
template <class T>
Json values_of(Of<std::vector<T>>) {
  return values_of(Of<T>{});
}
template <class T>
Json values_of(Of<std::optional<T>>) {
  return values_of(Of<T>{});
}
template <class T>
Json values_of(Of<Field<T>>) {
  return values_of(Of<T>{});
}

/// What the contract calls the presence of a member.
const char* name_of_presence(presence::Required) { return "required"; }
const char* name_of_presence(presence::Optional) { return "optional"; }
const char* name_of_presence(presence::Defaulted) { return "defaulted"; }
const char* name_of_presence(presence::NumberOrText) { return "number_or_text"; }
const char* name_of_presence(presence::Tristate) { return "tristate"; }

template <class Presence, class Model, class T>
void add(Json& all, const Member<Presence, Model, T>& member) {
  all[std::string(member.name)] = {{"presence", name_of_presence(Presence{})},
                                   {"type", Wire<T>::type()},
                                   {"values", values_of(Of<T>{})}};
}

template <class Model>
Json members() {
  Json all = Json::object();
  std::apply([&](const auto&... member) { (add(all, member), ...); }, members_of<Model>);
  return all;
}

Json models() {
  Json all = Json::object();
#define ADD(Model) all[name_of<Model>] = members<Model>();
  IONOSCLOUD_CR_FOR_EACH_MODEL(ADD)
#undef ADD
  return all;
}

Json operation_table() {
  Json all = Json::object();
  for (const Operation* operation : operations::all) {
    all[std::string(operation->name)] = {{"method", to_string(operation->method)},
                                         {"path", operation->path}};
  }
  return all;
}

Json tables() { return {{"operations", operation_table()}, {"models", models()}}; }

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry

int main() { std::cout << ionoscloud::container_registry::tables().dump(1) << '\n'; }
