// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include <string>
#include <vector>

#include "curl/handles.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The header lines of a request as libcurl takes them. The list is ours and not made by
/// `curl_slist_append`, so that the `Authorization` line lies in memory that is wiped.
class HeaderList {
 public:
  HeaderList() = default;
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList();

  /// Takes over the lines of `request`. Returns whether they differ from those it had: then `get()`
  /// is another list.
  bool update(const HttpRequest& request);

  /// The list, valid until the next change.
  [[nodiscard]] curl_slist* get() noexcept { return nodes_.data(); }

 private:
  [[nodiscard]] bool holds(const HttpRequest& request, bool with_body) const noexcept;

  std::vector<curl_slist> nodes_;
  std::vector<std::string> lines_;
  std::string authorization_;
  // What the lines were made from.
  Headers headers_;
  bool with_body_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
