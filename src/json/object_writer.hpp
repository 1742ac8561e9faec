// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "json/output.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

template <class Model>
void write_object(Output& out, const Model& model, const JsonPath& where);

template <class Value>
void write(Output& out, const Value& value, const JsonPath& where) {
  if constexpr (is_model<Value>) {
    write_object(out, value, where);
  } else {
    // An identifier, or an enum value.
    write(out, std::string_view(value.text()), where);
  }
}

template <class Element>
void write(Output& out, const std::vector<Element>& list, const JsonPath& where) {
  out.append("[");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out.append(",");
    write(out, list[i], JsonPath(where, i));
  }
  out.append("]");
}

/// Writes the members of a model in the order of its list.
template <class Model>
class ObjectWriter {
 public:
  ObjectWriter(Output& out, const Model& model, const JsonPath& where)
      : out_(out), model_(model), where_(where) {}

  template <class Presence, class Owner, class T>
  void write_member(const Member<Presence, Owner, T>& member) {
    put(member.name, model_.*member.pointer);
  }

  template <class Owner, class T>
  void write_member(const Member<presence::Optional, Owner, T>& member) {
    if (const T& value = model_.*member.pointer) put(member.name, *value);
  }

  template <class Owner, class T>
  void write_member(const Member<presence::Tristate, Owner, T>& member) {
    const T& field = model_.*member.pointer;
    if (field.has_value()) put(member.name, field.value());
    if (field.is_null()) {
      put_name(member.name);
      out_.append("null");
    }
  }

 private:
  template <class T>
  void put(std::string_view name, const T& value) {
    put_name(name);
    write(out_, value, JsonPath(where_, name));
  }

  void put_name(std::string_view name) {
    out_.append(first_ ? "\"" : ",\"");
    out_.append(name);
    out_.append("\":");
    first_ = false;
  }

  Output& out_;
  const Model& model_;
  const JsonPath& where_;
  bool first_ = true;
};

template <class Model>
void write_object(Output& out, const Model& model, const JsonPath& where) {
  ObjectWriter<Model> writer(out, model, where);
  out.append("{");
  std::apply([&](const auto&... member) { (writer.write_member(member), ...); }, members_of<Model>);
  out.append("}");
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
