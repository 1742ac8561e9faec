// SPDX-License-Identifier: Apache-2.0
#include "api/target.hpp"

#include "http/url_encoding.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

std::string make_target(const Operation& operation, std::initializer_list<PathArgument> arguments) {
  std::string target;
  std::string_view rest = operation.path;
  for (const PathArgument& argument : arguments) {
    if (argument.text.empty()) refuse_argument(operation, argument.name, "must not be empty");
    if (argument.text == "." || argument.text == "..") {
      refuse_argument(operation, argument.name, "must not be \".\" or \"..\"");
    }
    target += rest.substr(0, rest.find('{'));
    append_url_encoded(target, argument.text);
    rest.remove_prefix(rest.find('}') + 1);
  }
  target += rest;
  return target;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
