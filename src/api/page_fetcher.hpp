// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/pending.hpp>
#include <ionoscloud/container_registry/token_range.hpp>

#include "api/api_call.hpp"
#include "runtime/client_core.hpp"
#include "system/process_mark.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Fetches the pages of a list, and asks ahead for those that will be wanted next.
class PageFetcher {
 public:
  PageFetcher(std::shared_ptr<ClientCore> core, RegistryId registry_id, const ListOptions& list,
              CallOptions options);
  PageFetcher(const PageFetcher&) = delete;
  PageFetcher& operator=(const PageFetcher&) = delete;
  /// Ends the calls that nobody wants any more.
  ~PageFetcher();

  /// The page at that offset. Throws as `registries_tokens_get` does.
  [[nodiscard]] TokensResponse fetch(std::int64_t offset);

  /// Takes a page that has been read, whose memory the next one gets.
  void reuse(std::vector<TokenResponse> page) noexcept { memory_ = std::move(page); }

  /// Tells that the pages from `offset` to `end` will be wanted, `stride` tokens each.
  void ask_ahead(std::int64_t offset, std::int64_t stride, std::int64_t end);

 private:
  struct Asked {
    std::int64_t offset;
    Pending<TokensResponse> page;
  };

  [[nodiscard]] ApiCall<TokensResponse> page_at(std::int64_t offset);
  [[nodiscard]] bool has_asked_for(std::int64_t offset) const noexcept;
  void drop_asked() noexcept;

  const std::shared_ptr<ClientCore> core_;
  const RegistryId registry_id_;
  const std::int64_t page_size_;
  const CallOptions options_;
  std::size_t pages_ahead_;
  std::deque<Asked> asked_;
  /// Where they were asked. In a fork of that process nothing comes of it any more.
  ProcessMark asked_in_;
  std::vector<TokenResponse> memory_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
