// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/token_range.hpp>

#include "api/page_fetcher.hpp"
#include "api/seen_tokens.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a `TokenRange` gets its pages from, and how far it has come.
class TokenRange::Source {
 public:
  Source(std::shared_ptr<ClientCore> core, RegistryId registry_id, const ListOptions& list,
         CallOptions options);

  /// The next token that hasn't been given out; nothing at the end. Valid until the next call.
  [[nodiscard]] const TokenResponse* next_token();

  /// The rest of the page under way, or the next page; nothing at the end.
  [[nodiscard]] std::optional<std::vector<TokenResponse>> next_page();

 private:
  void fetch_page();
  void accept(TokensResponse page);
  [[nodiscard]] std::vector<TokenResponse> without_seen(std::vector<TokenResponse> tokens);
  [[nodiscard]] bool is_last(const TokensResponse& page, std::int64_t size) const noexcept;

  const ListOptions list_;
  PageFetcher fetcher_;

  std::vector<TokenResponse> page_;
  std::size_t read_ = 0;
  /// Where the next page begins. Counted here, never taken from the service.
  std::int64_t offset_ = 0;
  /// Where the furthest page so far ended.
  std::int64_t furthest_ = 0;
  /// Tokens in all pages so far, repeated ones too.
  std::int64_t received_ = 0;
  /// How many tokens there are, by the last page.
  std::int64_t total_ = 0;
  bool ended_ = false;
  SeenTokens seen_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
