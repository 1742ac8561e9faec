// SPDX-License-Identifier: Apache-2.0
#include "fuzz/json_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using Json = nlohmann::json;
using Kind = JsonValue::Kind;

JsonValue of(Kind kind, std::string text = "") {
  JsonValue value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

/// Takes nlohmann/json's events and grows the value. The names of its functions are that library's.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add(JsonValue()); }
  bool boolean(bool) override { return add(of(Kind::boolean)); }
  bool number_integer(std::int64_t number) override {
    JsonValue value = of(Kind::whole_number);
    value.number = number;
    return add(std::move(value));
  }
  bool number_unsigned(std::uint64_t number) override {
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    if (number > most) return add(of(Kind::other_number, std::to_string(number)));
    return number_integer(static_cast<std::int64_t>(number));
  }
  bool number_float(double, const std::string& digits) override {
    return add(of(Kind::other_number, digits));
  }
  bool string(std::string& text) override { return add(of(Kind::text, text)); }
  bool binary(Json::binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Kind::object); }
  bool key(std::string& name) override {
    name_ = name;
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Kind::list); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }

  [[nodiscard]] JsonValue take() { return std::move(root_); }

 private:
  bool add(JsonValue value) {
    value.name = std::exchange(name_, "");
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      open_.back().inner.push_back(std::move(value));
    }
    return true;
  }

  bool open(Kind kind) {
    open_.push_back(of(kind));
    open_.back().name = std::exchange(name_, "");
    return open_.size() <= most_depth;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    name_ = value.name;
    return add(std::move(value));
  }

  JsonValue root_;
  std::vector<JsonValue> open_;
  std::string name_;
};

/// Whether a piece of a text is a number as JSON has them, but no type holds it.
bool is_odd_number(std::string_view piece) {
  try {
    return Json::parse(piece).is_discarded();
  } catch (const Json::out_of_range&) {
    return true;
  } catch (const Json::parse_error&) {
    return false;
  }
}

/// The text with each odd number outside its texts made `0.5`.
std::string without_odd_numbers(std::string_view json) {
  constexpr std::string_view beginnings = "-0123456789";
  constexpr std::string_view characters = "+-.eE0123456789";
  std::string plain;
  bool in_text = false;
  for (std::size_t at = 0; at < json.size();) {
    std::size_t size = 1;
    if (in_text) {
      if (json[at] == '\\') size = 2;
      if (json[at] == '"') in_text = false;
    } else if (json[at] == '"') {
      in_text = true;
    } else if (beginnings.find(json[at]) != std::string_view::npos) {
      size = std::min(json.find_first_not_of(characters, at), json.size()) - at;
    }
    const std::string_view piece = json.substr(at, size);
    const bool number = !in_text && beginnings.find(piece[0]) != std::string_view::npos;
    plain += number && is_odd_number(piece) ? "0.5" : piece;
    at += size;
  }
  return plain;
}

}  // namespace

std::optional<JsonValue> parse_json(std::string_view text, OddNumbers odd_numbers) {
  // nlohmann/json takes a NUL for the end.
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  TreeBuilder tree;
  const bool read = odd_numbers == OddNumbers::refused
                        ? Json::sax_parse(text, &tree)
                        : Json::sax_parse(without_odd_numbers(text), &tree);
  if (!read) return std::nullopt;
  return tree.take();
}

bool is_utf8(std::string_view text) {
  // It has no function that only checks, but writes no other text.
  try {
    (void)Json(text).dump();
    return true;
  } catch (const Json::type_error&) {
    return false;
  }
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
