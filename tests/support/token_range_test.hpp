// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/tokens_api.hpp>

#include "support/paging_transport.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Lists of tokens, by the ids `0`, `1`, `2`…, that a service pages well until a test says
/// otherwise.
class TokenRangeTest : public ::testing::Test {
 protected:
  using Asked = PagingTransport::Asked;
  using Ids = std::vector<std::string>;

  TokenRangeTest() : tokens(client(transport)) {
    transport->response = [this](const Asked& asked) { return page(asked, size); };
  }

  /// The ids from `first` to below `end`.
  static Ids ids(std::int64_t first, std::int64_t end) {
    Ids all;
    for (; first < end; ++first) all.push_back(std::to_string(first));
    return all;
  }

  static nlohmann::json items(const Ids& ids) {
    nlohmann::json items = nlohmann::json::array();
    for (const std::string& id : ids) items.push_back(token_json(id, "token-" + id));
    return items;
  }

  static HttpResponse ok(const nlohmann::json& body) { return {200, {}, body.dump()}; }

  /// A page of these tokens, whatever was asked for.
  static HttpResponse page_of(const Ids& tokens, const Asked& asked, std::int64_t total) {
    return ok(page_json(items(tokens), asked.offset, asked.limit, total));
  }

  /// The page of this list that was asked for.
  static HttpResponse page_of(const Ids& list, const Asked& asked) {
    const auto total = static_cast<std::int64_t>(list.size());
    const auto first = static_cast<std::ptrdiff_t>(std::min(asked.offset, total));
    const auto end = static_cast<std::ptrdiff_t>(std::min(asked.offset + asked.limit, total));
    return page_of(Ids(list.begin() + first, list.begin() + end), asked, total);
  }

  /// The page of a list of `size` tokens that was asked for.
  static HttpResponse page(const Asked& asked, std::int64_t size) {
    const std::int64_t first = std::min(asked.offset, size);
    const std::int64_t end = std::min(asked.offset + asked.limit, size);
    return page_of(ids(first, end), asked, size);
  }

  TokenRange list(std::int64_t page_size = 10, const CallOptions& options = {}) const {
    ListOptions list;
    list.page_size = page_size;
    list.max_items = 1'000;
    return tokens.registries_tokens_get_all("r", list, options);
  }

  /// Reads a range to its end.
  static Ids read(TokenRange& range) {
    Ids all;
    for (const TokenResponse& token : range) all.push_back(token.id->text());
    return all;
  }
  static Ids read(TokenRange&& range) { return read(range); }

  /// Adds the ids of the next page to `all`.
  static void take_page(TokenRange& range, Ids& all) {
    const auto page = range.next_page();
    ASSERT_TRUE(page);
    for (const TokenResponse& token : *page) all.push_back(token.id->text());
  }

  /// How many tokens the service has.
  std::int64_t size = 0;
  const std::shared_ptr<PagingTransport> transport = std::make_shared<PagingTransport>();
  TokensApi tokens;

 private:
  static ApiClient client(std::shared_ptr<HttpTransport> transport) {
    Configuration configuration;
    configuration.token = "any";
    configuration.retry = RetryPolicy::none();
    configuration.transport = std::move(transport);
    return ApiClient(configuration);
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
