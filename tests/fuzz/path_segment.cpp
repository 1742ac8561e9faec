// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/api_call.hpp"
#include "api/operations.hpp"
#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "curl/url_parts.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

bool is_no_segment(std::string_view id) {
  return id.empty() || id == "." || id == ".." || bare(id) != id ||
         std::any_of(id.begin(), id.end(), ascii::is_control);
}

std::optional<std::string> target_of(std::string_view registry, std::string_view token) {
  try {
    return make_target(operations::registries_tokens_put, {registry, token});
  } catch (const InvalidArgumentException&) {
    return std::nullopt;
  }
}

std::string percent_decoded(std::string_view segment) {
  std::string text;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] == '%') {
      text += static_cast<char>(std::stoi(std::string(segment.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      text += segment[i];
    }
  }
  return text;
}

}  // namespace

/// The id of a registry and, behind `|`, that of a token.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string_view registry = pieces.next();
  const std::string_view token = pieces.rest();

  const auto target = target_of(registry, token);

  require(target.has_value() == !(is_no_segment(registry) || is_no_segment(token)),
          "what can't be a segment is refused, and nothing else");
  if (!target) return;
  Pieces segments(*target);
  require(segments.next('/').empty() && segments.next('/') == "registries", "the path stays");
  require(percent_decoded(segments.next('/')) == registry, "the first id is one segment");
  require(segments.next('/') == "tokens", "the path stays");
  require(percent_decoded(segments.rest()) == token, "the second id is one segment");
  require(std::count(target->begin(), target->end(), '/') == 4, "and there are no others");
  const auto parts = split_url("https://h" + *target, "https");
  require(parts && parts->path == *target && !parts->has_query && !parts->has_fragment,
          "libcurl sends the path as it is");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
