// SPDX-License-Identifier: Apache-2.0
#include "api/target.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "http/url_encoding.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// An id is opaque, but for what no id holds: the service would say that there is no such thing,
/// and the id would look right in every message.
void check(const Operation& operation, const PathArgument& argument) {
  const std::string_view text = argument.text;
  if (text.empty()) refuse_argument(operation, argument.name, "must not be empty");
  if (text == "." || text == "..") {
    refuse_argument(operation, argument.name, "must not be \".\" or \"..\"");
  }
  if (std::any_of(text.begin(), text.end(), ascii::is_control)) {
    refuse_argument(operation, argument.name,
                    "must not hold control characters, such as a line's end");
  }
  if (bare(text) != text) {
    refuse_argument(operation, argument.name,
                    "must be the id alone, without blanks, quotes or a byte order mark around it");
  }
}

}  // namespace

std::string make_target(const Operation& operation, std::initializer_list<PathArgument> arguments) {
  std::string target;
  std::string_view rest = operation.path;
  for (const PathArgument& argument : arguments) {
    check(operation, argument);
    target += rest.substr(0, rest.find('{'));
    append_url_encoded(target, argument.text);
    rest.remove_prefix(rest.find('}') + 1);
  }
  target += rest;
  return target;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
