// SPDX-License-Identifier: Apache-2.0
#include "json/member_cursor.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

MemberCursor::MemberCursor(Document& document, ondemand::object& object, const JsonPath& where)
    : document_(document), where_(where) {
  check(object.begin().get(position_), where_);
  check(object.end().get(end_), where_);
  read_member_name();
}

void MemberCursor::next() {
  ++position_;
  read_member_name();
}

void MemberCursor::skip_unknown() {
  if (name_is_raw_ && raw_name(name_, value()).find('\\') != std::string_view::npos) {
    unescaped_name_ = document_.name(name_, value(), where_);
    name_is_raw_ = false;
    return;
  }
  document_.skip(value(), where_);
  next();
}

void MemberCursor::read_member_name() {
  at_end_ = position_ == end_;
  if (at_end_) return;
  member_.emplace(position_);
  check(member_->result.error(), where_);
  name_ = field().key();
  name_is_raw_ = true;
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
