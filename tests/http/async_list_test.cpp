// SPDX-License-Identifier: Apache-2.0
// Lists whose pages no thread waits for.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;
using Page = std::optional<std::vector<TokenResponse>>;

class AsyncList : public ::testing::Test {
 protected:
  static Configuration configuration(const StubServer& stub) {
    Configuration configuration;
    configuration.host = stub.url();
    configuration.token = "stub-token";
    configuration.retry = RetryPolicy::none();
    return configuration;
  }

  /// In pages of twenty.
  AsyncListRange<TokenResponse> list() const {
    ListOptions list;
    list.page_size = 20;
    return tokens_.registries_tokens_get_all(registry_, list);
  }

  static void add(std::vector<std::string>& names, const Page& page) {
    for (const TokenResponse& token : page.value()) names.push_back(token.properties.name);
  }

  static std::vector<std::string> rest_of(AsyncListRange<TokenResponse>& pages) {
    std::vector<std::string> names;
    while (const Page page = pages.next_page().get()) add(names, page);
    return names;
  }

  std::vector<std::string> all_names() const {
    std::vector<std::string> names;
    for (const TokenResponse& token : stub_.tokens(registry_))
      names.push_back(token.properties.name);
    return names;
  }

  StubServer stub_;
  const RegistryId registry_ = StubServer::registry();
  const AsyncTokensApi tokens_{ApiClient(configuration(stub_))};
};

TEST_F(AsyncList, PassesEachItemOnceAndThenNothing) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();

  EXPECT_EQ(rest_of(pages), all_names());
  EXPECT_FALSE(pages.next_page().get());
}

TEST_F(AsyncList, HasNoPageWhereThereIsNothing) {
  auto pages = list();

  EXPECT_FALSE(pages.next_page().get());
  EXPECT_EQ(stub_.request_count(), 1U);
}

TEST_F(AsyncList, AsksForNoPageBeforeItIsWanted) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();
  EXPECT_EQ(stub_.request_count(), 0U);

  EXPECT_EQ(pages.next_page().get().value().size(), 20U);

  EXPECT_EQ(stub_.request_count(), 1U);
}

TEST_F(AsyncList, TellsHowThePageCame) {
  stub_.add_tokens(registry_, 1);

  const auto response = list().next_page().get_with_http_info();

  EXPECT_EQ(response.http.status, 200);
  EXPECT_FALSE(response.http.request_id.empty());
}

TEST_F(AsyncList, RefusesOptionsThatCannotWorkAtOnce) {
  ListOptions list;
  list.page_size = 0;
  EXPECT_THROW((void)tokens_.registries_tokens_get_all(registry_, list), InvalidArgumentException);
  EXPECT_THROW((void)tokens_.registries_tokens_get_all(RegistryId()), InvalidArgumentException);
}

TEST_F(AsyncList, FetchesOnePageAtATime) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();
  stub_.delay_responses(1, std::chrono::minutes(1));
  const auto page = pages.next_page();

  EXPECT_THROW((void)pages.next_page(), std::logic_error);
}

TEST_F(AsyncList, LosesNothingByAnException) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();
  std::vector<std::string> names;
  add(names, pages.next_page().get());

  stub_.fail_next(1, 503);
  EXPECT_THROW((void)pages.next_page().get(), ServiceException);

  const std::vector<std::string> others = rest_of(pages);
  names.insert(names.end(), others.begin(), others.end());
  EXPECT_EQ(names, all_names());
}

TEST_F(AsyncList, GoesOnBehindAPageThatWasCancelled) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();
  stub_.delay_responses(1, std::chrono::minutes(1));
  auto page = pages.next_page();
  while (stub_.request_count() == 0) std::this_thread::yield();

  page.cancel();

  EXPECT_THROW((void)page.get(), CancelledException);
  EXPECT_EQ(rest_of(pages), all_names());
}

TEST_F(AsyncList, MayGoWhileAPageIsUnderWay) {
  stub_.add_tokens(registry_, 50);

  Pending<Page> page = list().next_page();

  EXPECT_EQ(page.get().value().size(), 20U);
}

TEST_F(AsyncList, LooksBehindItselfAsTheOtherFormDoes) {
  stub_.add_tokens(registry_, 50);
  auto pages = list();
  std::vector<std::string> names;
  add(names, pages.next_page().get());
  const std::vector<std::string> there_all_the_time = all_names();

  const TokenId first = stub_.tokens(registry_)[0].id.value();
  (void)tokens_.registries_tokens_delete(registry_, first).get();

  const std::vector<std::string> others = rest_of(pages);
  names.insert(names.end(), others.begin(), others.end());
  EXPECT_EQ(names, there_all_the_time);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
