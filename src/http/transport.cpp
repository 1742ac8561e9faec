// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/transport.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <ionoscloud/container_registry/headers.hpp>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void Headers::add(std::string name, std::string value) {
  constexpr std::size_t usual_size = 8;
  if (lines_.capacity() == 0) lines_.reserve(usual_size);
  lines_.push_back({std::move(name), std::move(value)});
}

std::optional<std::string_view> Headers::get(TextArgument name) const noexcept {
  for (const Header& line : lines_) {
    if (ascii::equal_ignoring_case(line.name, name)) return line.value;
  }
  return std::nullopt;
}

std::size_t Headers::count(TextArgument name) const noexcept {
  return static_cast<std::size_t>(std::count_if(
      lines_.begin(), lines_.end(),
      [name](const Header& line) { return ascii::equal_ignoring_case(line.name, name); }));
}

const char* to_string(HttpMethod method) noexcept {
  constexpr std::array<const char*, 6> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
  const auto index = static_cast<std::size_t>(method);
  return index < names.size() ? names[index] : "";
}

HttpTransport::~HttpTransport() = default;

}  // namespace v0
}  // namespace ionoscloud::container_registry
