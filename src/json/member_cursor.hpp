// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "json/document.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// Iterates over the members of an object.
class MemberCursor {
 public:
  /// Begins at the first member. `document` and `where`, the path of the object, must outlive this.
  MemberCursor(Document& document, ondemand::object& object, const JsonPath& where);

  [[nodiscard]] bool at_end() const noexcept { return at_end_; }

  /// Whether there is a member with that name. `name` must have neither quotes nor escapes.
  [[nodiscard]] bool is(std::string_view name) const noexcept {
    if (at_end_) return false;
    if (!name_is_raw_) return unescaped_name_ == name;
    // The quote ensures that it is the whole name. The padding of the document allows the
    // comparison.
    const char* const raw = name_.raw();
    return std::memcmp(raw, name.data(), name.size()) == 0 && raw[name.size()] == '"';
  }

  [[nodiscard]] ondemand::value& value() noexcept { return field().value(); }

  /// Advances to the next member, after the value has been read.
  void next();

  /// Skips an unknown member. If its name has escapes, the first call only unescapes the name, so
  /// that it can be compared again.
  void skip_unknown();

 private:
  /// simdjson's result for a member, kept in place: a copy costs as much as the search.
  struct Member {
    explicit Member(ondemand::object_iterator& position) noexcept : result(*position) {}
    simdjson::simdjson_result<ondemand::field> result;
  };

  void read_member_name();

  [[nodiscard]] ondemand::field& field() noexcept {
    // simdjson returns the field only as an rvalue. Returning that reference directly isn't valid
    // in C++23, so this makes an lvalue of it.
    auto&& found = std::move(member_->result).value_unsafe();
    ondemand::field& field = found;
    return field;
  }

  Document& document_;
  const JsonPath& where_;
  ondemand::object_iterator position_;
  ondemand::object_iterator end_;
  bool at_end_ = false;
  std::optional<Member> member_;
  ondemand::raw_json_string name_;
  bool name_is_raw_ = true;
  std::string_view unescaped_name_;
};

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
