// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "json/document.hpp"
#include "json/member_cursor.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

template <class Model>
void read_object(Document& document, ondemand::object object, Model& model, const JsonPath& where);

template <class Value>
void read(Document& document, ondemand::value& value, Value& out, const JsonPath& where) {
  if constexpr (is_model<Value>) {
    read_object(document, document.object(value, where), out, where);
  } else {
    // A type that is made of text: a secret, an identifier, an enum value.
    out = Value(document.text(value, where));
  }
}

inline void read(Document& document, ondemand::value& value, std::string& out,
                 const JsonPath& where) {
  out.assign(document.text(value, where));
}

inline void read(Document& document, ondemand::value& value, std::int64_t& out,
                 const JsonPath& where) {
  out = document.number(value, where);
}

inline void read(Document& document, ondemand::value& value, double& out, const JsonPath& where) {
  out = document.real(value, where);
}

inline void read(Document& document, ondemand::value& value, AnyJson& out, const JsonPath& where) {
  out.text.assign(document.any(value, where));
}

inline void read(Document& document, ondemand::value& value, bool& out, const JsonPath& where) {
  out = document.boolean(value, where);
}

inline void read(Document& document, ondemand::value& value, Timestamp& out,
                 const JsonPath& where) {
  constexpr std::string_view expected = "a date such as 2026-11-24T10:00:00Z";
  const auto date = Timestamp::parse(document.text(value, where, expected));
  if (!date) fail(where, expected, "other text");
  out = *date;
}

/// For how many elements to reserve memory before the first, so that few are moved: a list of
/// tokens is nearly all of its document, other lists are short.
template <class Element>
std::size_t usual_count(const Document& document) {
  constexpr std::size_t bytes_of_token = 640;
  if constexpr (std::is_same_v<Element, TokenResponse>) return document.size() / bytes_of_token;
  return 2;
}

template <class Element>
void read(Document& document, ondemand::value& value, std::vector<Element>& out,
          const JsonPath& where) {
  std::size_t count = 0;
  for (auto result : document.array(value, where)) {
    if (out.capacity() == 0) out.reserve(usual_count<Element>(document));
    const JsonPath here(where, count);
    check(result.error(), here);
    ondemand::value&& element = std::move(result).value_unsafe();
    if (count == out.size()) out.emplace_back();
    read(document, element, out[count++], here);
  }
  out.resize(count);
}

/// Reads an object into a model. Walks the model's member list and reads each member of the object
/// when its name matches: one walk for an object in the order of the list, more walks for one in
/// another order.
template <class Model>
class ObjectReader {
 public:
  ObjectReader(Document& document, ondemand::object& object, Model& model, const JsonPath& where)
      : document_(document), model_(model), where_(where), cursor_(document, object, where) {}

  void read_members() {
    do {
      progress_ = false;
      for_each_member([this](const auto& member, std::size_t index) { this->take(member, index); });
      if (!cursor_.at_end() && !progress_) cursor_.skip_unknown();
    } while (!cursor_.at_end());
    if (seen_.all()) return;
    for_each_member([this](const auto& member, std::size_t index) {
      if (!seen_[index]) this->clear(member);
    });
  }

 private:
  static constexpr auto list = members_of<Model>;

  template <class Act>
  static void for_each_member(Act act) {
    std::size_t index = 0;
    std::apply([&](const auto&... member) { (act(member, index++), ...); }, list);
  }

  /// Rejects duplicate members: some readers use the first, others the last, so it would be unclear
  /// which one is the token's password.
  template <class Presence, class Owner, class T>
  void take(const Member<Presence, Owner, T>& member, std::size_t index) {
    if (!cursor_.is(member.name)) return;
    const JsonPath here(where_, member.name);
    if (seen_[index]) fail(here, "appears twice");
    seen_[index] = true;
    progress_ = true;
    read_member(Presence{}, model_.*member.pointer, here);
    cursor_.next();
  }

  template <class T>
  void read_member(presence::Required, T& out, const JsonPath& here) {
    read(document_, cursor_.value(), out, here);
  }
  template <class T>
  void read_member(presence::NumberOrText, T& out, const JsonPath& here) {
    out = document_.number_or_text(cursor_.value(), here);
  }
  template <class T>
  void read_member(presence::Defaulted, T& out, const JsonPath& here) {
    if (is_null(here)) {
      out = T();
    } else {
      read(document_, cursor_.value(), out, here);
    }
  }
  template <class T>
  void read_member(presence::Optional, std::optional<T>& out, const JsonPath& here) {
    if (is_null(here)) return out.reset();
    if (!out) out.emplace();
    read(document_, cursor_.value(), *out, here);
  }
  template <class T>
  void read_member(presence::Tristate, Field<T>& out, const JsonPath& here) {
    if (is_null(here)) {
      out = null;
    } else {
      T value;
      read(document_, cursor_.value(), value, here);
      out = std::move(value);
    }
  }

  [[nodiscard]] bool is_null(const JsonPath& here) {
    return document_.is_null(cursor_.value(), here);
  }

  /// Clears a member of the model that the object doesn't have.
  template <class Presence, class Owner, class T>
  void clear(const Member<Presence, Owner, T>& member) {
    if constexpr (Presence::may_be_absent) {
      model_.*member.pointer = T();
    } else {
      fail(JsonPath(where_, member.name), "is missing");
    }
  }

  Document& document_;
  Model& model_;
  const JsonPath& where_;
  MemberCursor cursor_;
  /// By the index of a member in the list.
  std::bitset<std::tuple_size_v<std::remove_const_t<decltype(list)>>> seen_;
  bool progress_ = false;
};

template <class Model>
void read_object(Document& document, ondemand::object object, Model& model, const JsonPath& where) {
  ObjectReader<Model>(document, object, model, where).read_members();
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
