// SPDX-License-Identifier: Apache-2.0
#include "api/asked_id.hpp"

#include <cstddef>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_uuid(std::string_view text) noexcept {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == 'x' ? ascii::is_hex_digit(text[i]) : text[i] == shape[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace

bool is_same_id(std::string_view lhs, std::string_view rhs) noexcept {
  // Of two texts that differ in case alone, both are UUIDs or none is.
  return lhs == rhs || (is_uuid(lhs) && ascii::equal_ignoring_case(lhs, rhs));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
