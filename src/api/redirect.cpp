// SPDX-License-Identifier: Apache-2.0
#include "api/redirect.hpp"

#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

std::string redirect_of(const HttpResponse& response) {
  if (response.status / 100 != 3) return "";
  const auto header = response.headers.get("Location");
  if (!header) return "";
  std::string_view location = ascii::trim(*header);
  // The last @ ends the user, whatever signs the user and password have in them.
  const std::size_t user_end = location.substr(0, location.find_first_of("?#")).rfind('@');
  std::string shown;
  if (user_end != location.npos) {
    const std::size_t slashes = location.find("//");
    if (slashes < user_end) shown = location.substr(0, slashes + 2);
    location.remove_prefix(user_end + 1);
  }
  return shown.append(location.substr(0, location.find_first_of("?#;")));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
