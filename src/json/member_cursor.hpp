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

/// The members of an object, one after another.
class MemberCursor {
 public:
  /// Comes to the first member. `document` and `where`, the place of the object, must outlive this.
  MemberCursor(Document& document, ondemand::object& object, const JsonPath& where);

  [[nodiscard]] bool at_end() const noexcept { return at_end_; }

  /// Whether there is a member, and of that name, which has neither quotes nor escapes.
  [[nodiscard]] bool is(std::string_view name) const noexcept {
    if (at_end_) return false;
    if (!name_is_raw_) return unescaped_name_ == name;
    // The quote makes sure that it is the whole name. There is room behind the document to compare.
    const char* const raw = name_.raw();
    return std::memcmp(raw, name.data(), name.size()) == 0 && raw[name.size()] == '"';
  }

  [[nodiscard]] ondemand::value& value() noexcept { return field().value(); }

  /// Goes on when the value has been read.
  void next();

  /// Goes past a member that nobody wants; but stays if its name has escapes, and only unescapes it
  /// the first time.
  void pass_unknown();

 private:
  /// What simdjson says of a member, where it says it: to copy it costs as much as to find it.
  struct Member {
    explicit Member(ondemand::object_iterator& position) noexcept : result(*position) {}
    simdjson::simdjson_result<ondemand::field> result;
  };

  void come_to_member();

  [[nodiscard]] ondemand::field& field() noexcept {
    // simdjson hands over what it has found as an rvalue alone, whose name C++23 would return as
    // one.
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
