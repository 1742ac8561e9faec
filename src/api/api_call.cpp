// SPDX-License-Identifier: Apache-2.0
#include "api/api_call.hpp"

#include <algorithm>
#include <cassert>

#include "api/operations.hpp"
#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What callers call a parameter: `registry_id` for `registryId`.
std::string argument_name(std::string_view parameter) {
  std::string name;
  for (const char letter : parameter) {
    if (ascii::is_upper(letter)) name += '_';
    name += ascii::to_lower(letter);
  }
  return name;
}

/// What is wrong with a parameter. An id is opaque, but for what no id holds: the service would say
/// that there is no such thing, and the id would look right in every message.
std::string_view complaint_about_segment(std::string_view text) {
  if (text.empty()) return "must not be empty";
  if (text == "." || text == "..") return "must not be \".\" or \"..\"";
  if (std::any_of(text.begin(), text.end(), ascii::is_control)) {
    return "must not hold control characters, such as a line's end";
  }
  if (bare(text) != text) {
    return "must be the id alone, without blanks, quotes or a byte order mark around it";
  }
  return "";
}

}  // namespace

std::string make_target(const Operation& operation,
                        std::initializer_list<std::string_view> arguments) {
  std::string target;
  std::string_view rest = operation.path;
  for (const std::string_view argument : arguments) {
    const std::size_t begin = rest.find('{');
    const std::size_t end = rest.find('}');
    assert(begin != rest.npos);  // Each argument has a parameter,
    const std::string_view complaint = complaint_about_segment(argument);
    if (!complaint.empty()) {
      const std::string_view parameter = rest.substr(begin + 1, end - begin - 1);
      throw_invalid_argument(operation, argument_name(parameter), complaint);
    }
    target += rest.substr(0, begin);
    append_url_encoded(target, argument);
    rest.remove_prefix(end + 1);
  }
  assert(rest.find('{') == rest.npos);  // and each parameter an argument.
  assert(std::find(operations::all.begin(), operations::all.end(), &operation) !=
         operations::all.end());
  target += rest;
  return target;
}

Query& Query::add(std::string_view name, std::string_view value) {
  text_ += text_.empty() ? '?' : '&';
  text_.append(name) += '=';
  append_url_encoded(text_, value);
  return *this;
}

Query& Query::add(std::string_view name, std::int64_t value) {
  return add(name, std::string_view(std::to_string(value)));
}

ApiCall<Deletion> deletion(const Operation& operation, std::string target) {
  return {operation,
          {std::move(target), ""},
          [&operation](CallResponse response) -> ApiResponse<Deletion> {
            const bool already_absent = response.http.status == 404 && response.unclear_before;
            if (!is_success(response) && !already_absent) {
              throw_api_exception(operation, std::move(response));
            }
            return {{already_absent}, take_http_info(response)};
          }};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
