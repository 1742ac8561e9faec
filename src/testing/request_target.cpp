// SPDX-License-Identifier: Apache-2.0
#include "testing/request_target.hpp"

#include <charconv>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

std::optional<std::string> decoded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    const std::string_view digits = text.substr(i + 1, 2);
    unsigned char byte = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16).ptr;
    if (end != digits.data() + 2) return std::nullopt;
    plain += static_cast<char>(byte);
    i += 2;
  }
  return plain;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<std::string_view> RequestTarget::parameter(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::optional<RequestTarget> parse_target(std::string_view target) {
  if (target.substr(0, 1) != "/") return std::nullopt;
  target.remove_prefix(1);
  const std::size_t path_end = target.find('?');

  RequestTarget parsed;
  for (const std::string_view part : split(target.substr(0, path_end), '/')) {
    auto segment = decoded(part);
    if (!segment) return std::nullopt;
    parsed.segments.push_back(std::move(*segment));
  }
  if (path_end == std::string_view::npos) return parsed;

  for (const std::string_view part : split(target.substr(path_end + 1), '&')) {
    const std::size_t name_end = part.find('=');
    auto name = decoded(part.substr(0, name_end));
    auto value = decoded(name_end == std::string_view::npos ? "" : part.substr(name_end + 1));
    if (!name || !value) return std::nullopt;
    parsed.query.emplace_back(std::move(*name), std::move(*value));
  }
  return parsed;
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
