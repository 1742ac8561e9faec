// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/pending.hpp>

#include "api/api_call.hpp"
#include "api/list_pages.hpp"
#include "runtime/client_core.hpp"
#include "system/process_mark.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Fetches the pages of a list of tokens, and asks ahead for those that will be wanted next.
class PageFetcher final : public ListPages<TokensResponse> {
 public:
  PageFetcher(std::shared_ptr<ClientCore> core, RegistryId registry_id, CallOptions options);
  /// Ends the calls that nobody wants any more.
  ~PageFetcher() override;

  /// Throws as `registries_tokens_get` does.
  [[nodiscard]] TokensResponse fetch(const PageRequest& request) override;
  void ask_ahead(const ListWalk& walk) noexcept override;
  void reuse(std::vector<TokenResponse> items) noexcept override { memory_ = std::move(items); }

 private:
  struct Asked {
    PageRequest request;
    Pending<TokensResponse> page;
  };

  [[nodiscard]] ApiCall<TokensResponse> call_for(const PageRequest& request);
  [[nodiscard]] bool has_asked_for(const PageRequest& request) const noexcept;
  void keep_asked(const std::vector<PageRequest>& wanted) noexcept;
  void drop_asked(std::size_t kept = 0) noexcept;

  const std::shared_ptr<ClientCore> core_;
  const RegistryId registry_id_;
  const CallOptions options_;
  /// Not where there is no thread, descriptor or memory to be had. The list can be read without:
  /// each page is asked for in its turn, and what still keeps it from coming is told then.
  bool asks_ahead_ = true;
  std::deque<Asked> asked_;
  /// Where they were asked. In a fork of that process nothing comes of it any more.
  ProcessMark asked_in_;
  std::vector<TokenResponse> memory_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
