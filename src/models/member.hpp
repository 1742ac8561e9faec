// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/any_json.hpp>
#include <ionoscloud/container_registry/field.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What JSON may do with a member of a model.
namespace presence {
/// Absent and null are errors.
struct Required {
  static constexpr bool may_be_absent = false;
};
/// A required number that older services write as text.
struct NumberOrText {
  static constexpr bool may_be_absent = false;
};
/// A `std::optional`: absent and null read as nothing, and nothing is left out.
struct Optional {
  static constexpr bool may_be_absent = true;
};
/// Absent and null read as the empty value, and the empty value is written.
struct Defaulted {
  static constexpr bool may_be_absent = true;
};
/// A `Field`: absent is left out, null is written.
struct Tristate {
  static constexpr bool may_be_absent = true;
};
}  // namespace presence

/// A member of a model: its name in JSON, and where it is.
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

}  // namespace v0
}  // namespace ionoscloud::container_registry
