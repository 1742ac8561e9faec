// SPDX-License-Identifier: Apache-2.0
#include "curl/header_list.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/wipe.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view authorization_start = "Authorization: ";

std::string line_of(const Header& header) {
  // A name with a semicolon is libcurl's way to write a header without a value; with a colon it
  // would leave the header out.
  return header.value.empty() ? header.name + ";" : header.name + ": " + header.value;
}

}  // namespace

HeaderList::~HeaderList() { wipe(authorization_); }

bool HeaderList::update(const HttpRequest& request) {
  const bool with_body = has_body(request.method);
  if (holds(request, with_body)) return false;

  wipe(authorization_);
  nodes_.clear();
  lines_.clear();

  // A line without a value takes away what libcurl would add by itself.
  lines_.emplace_back("Expect:");
  if (request.headers.count("Accept") == 0) lines_.emplace_back("Accept:");
  if (with_body && request.headers.count("Content-Type") == 0) {
    lines_.emplace_back("Content-Type:");
  }
  for (const Header& header : request.headers) lines_.push_back(line_of(header));
  if (!request.authorization.empty()) {
    const std::string_view value = request.authorization.expose();
    authorization_.reserve(authorization_start.size() + value.size());
    authorization_.append(authorization_start).append(value);
  }
  headers_ = request.headers;
  with_body_ = with_body;
  // Last of what can throw: a list without nodes counts as none.
  nodes_.reserve(lines_.size() + 1);

  for (std::string& line : lines_) nodes_.push_back({line.data(), nullptr});
  if (!authorization_.empty()) nodes_.push_back({authorization_.data(), nullptr});
  for (std::size_t i = 1; i < nodes_.size(); ++i) nodes_[i - 1].next = &nodes_[i];
  return true;
}

bool HeaderList::holds(const HttpRequest& request, bool with_body) const noexcept {
  std::string_view authorization = authorization_;
  authorization.remove_prefix(std::min(authorization_start.size(), authorization.size()));
  return !nodes_.empty() && with_body == with_body_ &&
         authorization == request.authorization.expose() &&
         std::equal(headers_.begin(), headers_.end(), request.headers.begin(),
                    request.headers.end());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
