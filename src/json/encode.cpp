// SPDX-License-Identifier: Apache-2.0
#include "json/encode.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/room.hpp"
#include "base/utf8.hpp"
#include "base/wipe.hpp"
#include "json/location.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// The JSON that is being written. It may hold passwords, so nothing of it stays in memory but what
/// is taken away.
class Output {
 public:
  explicit Output(SecretText secrets) : secrets_(secrets) { text_.reserve(usual_size); }
  ~Output() { wipe(text_); }

  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void append(std::string_view piece) {
    const std::size_t needed = text_.size() + piece.size();
    if (needed > text_.capacity()) make_room(text_, std::max(needed, 2 * text_.capacity()));
    text_.append(piece);
  }

  [[nodiscard]] bool exposes_secrets() const noexcept { return secrets_ == SecretText::exposed; }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  /// Most requests fit in.
  static constexpr std::size_t usual_size = 512;

  std::string text_;
  SecretText secrets_;
};

void write_escape(Output& out, char character) {
  switch (character) {
    case '"':
      return out.append("\\\"");
    case '\\':
      return out.append("\\\\");
    case '\b':
      return out.append("\\b");
    case '\f':
      return out.append("\\f");
    case '\n':
      return out.append("\\n");
    case '\r':
      return out.append("\\r");
    case '\t':
      return out.append("\\t");
    default: {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto code = static_cast<unsigned char>(character);
      out.append("\\u00");
      out.append(digits.substr(code / 16, 1));
      out.append(digits.substr(code % 16, 1));
    }
  }
}

void write(Output& out, std::string_view text, const Location& where) {
  if (!is_utf8(text)) throw EncodeError{where.cpp_path(), "must be valid UTF-8"};
  out.append("\"");
  while (!text.empty()) {
    const auto special = std::find_if(text.begin(), text.end(), [](char character) {
      return static_cast<unsigned char>(character) < ' ' || character == '"' || character == '\\';
    });
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    write_escape(out, text.front());
    text.remove_prefix(1);
  }
  out.append("\"");
}

void write(Output& out, const Secret& secret, const Location& where) {
  if (out.exposes_secrets()) return write(out, secret.expose(), where);
  out.append(secret.empty() ? "\"\"" : "\"[redacted]\"");
}

void write(Output& out, Timestamp timestamp, const Location& where) {
  // The beginning of the year 0000, and of the year 10000.
  constexpr Timestamp::TimePoint first{std::chrono::seconds(-62'167'219'200)};
  constexpr Timestamp::TimePoint beyond{std::chrono::seconds(253'402'300'800)};
  const Timestamp::TimePoint moment = timestamp.time_point();
  if (moment < first || moment >= beyond) {
    throw EncodeError{where.cpp_path(), "must lie in the years 0000 to 9999"};
  }
  out.append("\"");
  out.append(timestamp.to_string());
  out.append("\"");
}

void write(Output& out, std::int64_t number, const Location&) {
  out.append(std::to_string(number));
}

template <class Model>
void write_object(Output& out, const Model& model, const Location& where);

template <class Value>
void write(Output& out, const Value& value, const Location& where) {
  if constexpr (is_model<Value>) {
    write_object(out, value, where);
  } else {
    // An identifier, or a word of an enumeration.
    write(out, std::string_view(value.text()), where);
  }
}

void write(Output& out, const std::string& text, const Location& where) {
  write(out, std::string_view(text), where);
}

template <class Element>
void write(Output& out, const std::vector<Element>& list, const Location& where) {
  out.append("[");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out.append(",");
    write(out, list[i], Location(where, i));
  }
  out.append("]");
}

/// Writes the members of a model by its list.
template <class Model>
class ObjectWriter {
 public:
  ObjectWriter(Output& out, const Model& model, const Location& where)
      : out_(out), model_(model), where_(where) {}

  template <class T, class Owner>
  void required(std::string_view name, T Owner::*member) {
    put(name, model_.*member);
  }

  template <class T, class Owner>
  void optional(std::string_view name, std::optional<T> Owner::*member) {
    if (const auto& value = model_.*member) put(name, *value);
  }

  template <class T, class Owner>
  void defaulted(std::string_view name, T Owner::*member) {
    put(name, model_.*member);
  }

  template <class T, class Owner>
  void number_or_text(std::string_view name, T Owner::*member) {
    put(name, model_.*member);
  }

  template <class T, class Owner>
  void tristate(std::string_view name, Field<T> Owner::*member) {
    const Field<T>& field = model_.*member;
    if (field.has_value()) put(name, field.value());
    if (field.is_null()) {
      put_name(name);
      out_.append("null");
    }
  }

 private:
  template <class T>
  void put(std::string_view name, const T& value) {
    put_name(name);
    write(out_, value, Location(where_, name));
  }

  void put_name(std::string_view name) {
    out_.append(first_ ? "\"" : ",\"");
    out_.append(name);
    out_.append("\":");
    first_ = false;
  }

  Output& out_;
  const Model& model_;
  const Location& where_;
  bool first_ = true;
};

template <class Model>
void write_object(Output& out, const Model& model, const Location& where) {
  ObjectWriter<Model> writer(out, model, where);
  out.append("{");
  members(writer, Of<Model>{});
  out.append("}");
}

}  // namespace

template <class Model>
std::string encode(const Model& model, SecretText secrets) {
  Output out(secrets);
  write_object(out, model, Location());
  return std::move(out).take();
}

template std::string encode(const ApiResourceMetadata&, SecretText);
template std::string encode(const PaginationLinks&, SecretText);
template std::string encode(const Scope&, SecretText);
template std::string encode(const Credentials&, SecretText);
template std::string encode(const TokenProperties&, SecretText);
template std::string encode(const TokenResponse&, SecretText);
template std::string encode(const PostTokenOutput&, SecretText);
template std::string encode(const PutTokenOutput&, SecretText);
template std::string encode(const TokensResponse&, SecretText);
template std::string encode(const PostTokenProperties&, SecretText);
template std::string encode(const PostTokenInput&, SecretText);
template std::string encode(const PutTokenInput&, SecretText);
template std::string encode(const PatchTokenInput&, SecretText);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
