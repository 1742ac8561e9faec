// SPDX-License-Identifier: Apache-2.0
#include "json/json_path.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// The C++ name of a member: `expiry_date` for `expiryDate`, `links` for `_links`.
std::string cpp_name(std::string_view json_name) {
  std::string name;
  for (const char letter : json_name) {
    const bool upper = letter >= 'A' && letter <= 'Z';
    if (upper) name += '_';
    if (letter != '_') name += upper ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return name;
}

}  // namespace

std::string JsonPath::json_path() const {
  if (parent_ == nullptr) return "$";
  if (member_.empty()) return parent_->json_path() + "[" + std::to_string(index_) + "]";
  return parent_->json_path() + "." + std::string(member_);
}

std::string JsonPath::cpp_path() const {
  if (parent_ == nullptr) return "";
  const std::string before = parent_->cpp_path();
  if (member_.empty()) return before + "[" + std::to_string(index_) + "]";
  return before.empty() ? cpp_name(member_) : before + "." + cpp_name(member_);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
