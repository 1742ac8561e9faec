// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <future>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;

class AsyncTokensApiOverHttp : public ::testing::Test {
 protected:
  static Configuration configuration(const StubServer& stub) {
    Configuration configuration;
    configuration.host = stub.url();
    configuration.token = "stub-token";
    configuration.retry.base_delay = std::chrono::milliseconds(0);
    return configuration;
  }

  static PostTokenInput named(const std::string& name) {
    PostTokenInput input;
    input.properties.name = name;
    return input;
  }

  TokenId created(const std::string& name = "ci-pull") const {
    return tokens_.registries_tokens_post(registry_, named(name)).get().id.value();
  }

  StubServer stub_;
  const RegistryId registry_ = StubServer::registry();
  const AsyncTokensApi tokens_{ApiClient(configuration(stub_))};
};

TEST_F(AsyncTokensApiOverHttp, CreatesATokenWithItsPassword) {
  const PostTokenOutput token = tokens_.registries_tokens_post(registry_, named("ci-pull")).get();

  EXPECT_EQ(token.properties.credentials->password,
            stub_.tokens(registry_)[0].properties.credentials->password);
}

TEST_F(AsyncTokensApiOverHttp, FindsAToken) {
  const TokenId id = created();

  EXPECT_EQ(tokens_.registries_tokens_find_by_id(registry_, id).get().id, id);
}

TEST_F(AsyncTokensApiOverHttp, ListsAPage) {
  stub_.add_tokens(registry_, 5);

  EXPECT_EQ(tokens_.registries_tokens_get(registry_, 3, 100).get().items.size(), 2U);
}

TEST_F(AsyncTokensApiOverHttp, IsWaitedForAsLongAsAnyDurationSays) {
  stub_.delay_responses(1, std::chrono::minutes(1));
  const auto call = tokens_.registries_tokens_get(registry_);

  EXPECT_FALSE(call.wait_for(std::chrono::milliseconds::min()));
  EXPECT_FALSE(call.wait_until(std::chrono::steady_clock::time_point::min()));
  EXPECT_FALSE(call.wait_until(std::chrono::system_clock::now() + std::chrono::nanoseconds(1)));
  EXPECT_FALSE(call.wait_for(std::chrono::hours::min()));
  EXPECT_FALSE(call.wait_for(std::chrono::nanoseconds(1)));
  EXPECT_FALSE(call.wait_for(std::chrono::duration<double>(-0.5)));
  EXPECT_FALSE(call.wait_for(std::chrono::duration<double>(std::nan(""))));
  const auto canceller = std::async(std::launch::async, [&] { call.cancel(); });
  EXPECT_TRUE(call.wait_for(std::chrono::hours::max()));
  EXPECT_TRUE(call.wait_for(std::chrono::nanoseconds::max()));
  EXPECT_TRUE(call.wait_for(std::chrono::duration<double>::max()));
}

TEST_F(AsyncTokensApiOverHttp, IsWaitedForAsLongAsTheLongestDurationsSay) {
  for (int round = 0; round < 2; ++round) {
    stub_.delay_responses(1, std::chrono::milliseconds(30));
    const auto call = tokens_.registries_tokens_get(registry_);

    EXPECT_TRUE(round == 0 ? call.wait_for(std::chrono::milliseconds::max())
                           : call.wait_for(std::chrono::duration<double>::max()));
  }
}

TEST_F(AsyncTokensApiOverHttp, ChangesAToken) {
  PatchTokenInput patch;
  patch.status = TokenStatus::disabled;

  const TokenResponse token = tokens_.registries_tokens_patch(registry_, created(), patch).get();

  EXPECT_EQ(token.properties.status, TokenStatus::disabled);
}

TEST_F(AsyncTokensApiOverHttp, CreatesATokenByItsId) {
  PutTokenInput input;
  input.properties.name = "ci-pull";

  const PutTokenOutput put = tokens_.registries_tokens_put(registry_, "my-id", input).get();

  EXPECT_TRUE(put.created());
}

TEST_F(AsyncTokensApiOverHttp, DeletesAToken) {
  const TokenId id = created();

  EXPECT_FALSE(tokens_.registries_tokens_delete(registry_, id).get().already_absent);
  EXPECT_TRUE(stub_.tokens(registry_).empty());
}

TEST_F(AsyncTokensApiOverHttp, TellsHowTheResponseCame) {
  const TokenId id = created();
  stub_.fail_next(1, 503);

  const auto found = tokens_.registries_tokens_find_by_id(registry_, id).get_with_http_info();

  EXPECT_EQ(found.http.status, 200);
  EXPECT_EQ(found.http.attempts, 2);
}

TEST_F(AsyncTokensApiOverHttp, ThrowsWhatTheServiceRespondsWithWhenItsEndIsTaken) {
  auto pending = tokens_.registries_tokens_find_by_id(registry_, "missing");

  EXPECT_THROW(static_cast<void>(pending.get()), NotFoundException);
}

TEST_F(AsyncTokensApiOverHttp, RefusesABadArgumentAtOnce) {
  EXPECT_THROW(static_cast<void>(tokens_.registries_tokens_find_by_id(registry_, "")),
               InvalidArgumentException);
}

TEST_F(AsyncTokensApiOverHttp, TakesAThousandCallsAtOnce) {
  const TokenId id = created();
  Configuration few = configuration(stub_);
  few.max_calls_at_once = 64;
  const AsyncTokensApi tokens{ApiClient(few)};
  std::vector<Pending<TokenResponse>> all;

  for (int i = 0; i < 1000; ++i) all.push_back(tokens.registries_tokens_find_by_id(registry_, id));

  for (Pending<TokenResponse>& pending : all) EXPECT_EQ(pending.get().id, id);
}

TEST_F(AsyncTokensApiOverHttp, ServesSixtyFourThreads) {
  const TokenId id = created();
  std::atomic<int> found{0};
  std::vector<std::thread> threads;

  for (int i = 0; i < 64; ++i) {
    threads.emplace_back([&] {
      std::vector<Pending<TokenResponse>> mine;
      for (int call = 0; call < 16; ++call) {
        mine.push_back(tokens_.registries_tokens_find_by_id(registry_, id));
      }
      for (Pending<TokenResponse>& pending : mine) found += pending.get().id == id ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(found, 64 * 16);
}

TEST_F(AsyncTokensApiOverHttp, LetsACallGoOnThatNobodyWaitsFor) {
  { const auto dropped = tokens_.registries_tokens_post(registry_, named("ci-pull")); }

  static_cast<void>(tokens_.registries_tokens_get(registry_).get());
  while (stub_.tokens(registry_).empty()) std::this_thread::yield();

  EXPECT_EQ(stub_.tokens(registry_)[0].properties.name, "ci-pull");
}

TEST_F(AsyncTokensApiOverHttp, HasAnEndThatIsTakenOnce) {
  auto pending = tokens_.registries_tokens_get(registry_);
  EXPECT_TRUE(pending.valid());
  static_cast<void>(pending.get());

  EXPECT_FALSE(pending.valid());
  EXPECT_THROW(static_cast<void>(pending.get()), std::logic_error);
}

TEST_F(AsyncTokensApiOverHttp, CallsBackWithACallThatIsOver) {
  std::promise<std::size_t> items;

  tokens_.registries_tokens_get(registry_).then([&](Pending<TokensResponse> over) {
    EXPECT_TRUE(over.is_ready());
    items.set_value(over.get().items.size());
  });

  EXPECT_EQ(items.get_future().get(), 0U);
}

TEST_F(AsyncTokensApiOverHttp, CallsBackAtOnceWhenTheCallIsOver) {
  auto pending = tokens_.registries_tokens_get(registry_);
  EXPECT_TRUE(pending.wait_for(std::chrono::minutes(1)));
  std::thread::id thread;

  pending.then([&](Pending<TokensResponse>) { thread = std::this_thread::get_id(); });

  EXPECT_EQ(thread, std::this_thread::get_id());
}

TEST_F(AsyncTokensApiOverHttp, IsWaitedForAsLongAsItTakes) {
  auto pending = tokens_.registries_tokens_get(registry_);

  EXPECT_TRUE(pending.wait_for(std::chrono::milliseconds::max()));
}

TEST_F(AsyncTokensApiOverHttp, KeepsACallThatThereIsNoMemoryToCallBackWith) {
  auto pending = tokens_.registries_tokens_get(registry_);
  {
    const FailingAllocation failing(0);
    EXPECT_THROW(pending.then([](Pending<TokensResponse>) {}), std::bad_alloc);
  }

  EXPECT_TRUE(pending.get().items.empty());
}

TEST_F(AsyncTokensApiOverHttp, LetsACallbackBeginCalls) {
  std::promise<TokenId> found;

  tokens_.registries_tokens_post(registry_, named("ci-pull"))
      .then([&](Pending<PostTokenOutput> created) {
        tokens_.registries_tokens_find_by_id(registry_, created.get().id.value())
            .then([&](Pending<TokenResponse> over) { found.set_value(over.get().id.value()); });
      });

  const TokenId id = found.get_future().get();
  EXPECT_EQ(id, stub_.tokens(registry_).at(0).id.value());
}

TEST_F(AsyncTokensApiOverHttp, RefusesToLetACallbackWaitForItself) {
  std::promise<bool> refused;

  tokens_.registries_tokens_get(registry_).then([&](Pending<TokensResponse>) {
    auto another = tokens_.registries_tokens_get(registry_);
    try {
      static_cast<void>(another.get());
      refused.set_value(false);
    } catch (const std::logic_error&) {
      refused.set_value(true);
    }
  });

  EXPECT_TRUE(refused.get_future().get());
}

TEST_F(AsyncTokensApiOverHttp, LetsACallbackCallAndWait) {
  const TokensApi waiting(ApiClient(configuration(stub_)));
  std::promise<std::size_t> items;

  tokens_.registries_tokens_get(registry_).then([&](Pending<TokensResponse>) {
    items.set_value(waiting.registries_tokens_get(registry_).items.size());
  });

  EXPECT_EQ(items.get_future().get(), 0U);
}

TEST(AsyncTokensApiOnATransportOfOnesOwn, TellsOfACallBeforeTheNextIsMade) {
  const auto fake = std::make_shared<testing::FakeTransport>();
  fake->respond(204);
  fake->respond(204);
  fake->hang();
  Configuration configuration;
  configuration.token = "any";
  configuration.transport = fake;
  configuration.timeouts.call = configuration.timeouts.attempt = std::chrono::hours(1);
  const AsyncTokensApi tokens{ApiClient(configuration)};
  std::promise<void> all_are_begun;
  tokens.registries_tokens_delete("reg", "first").then([&](Pending<Deletion>) {
    all_are_begun.get_future().wait();
  });
  const auto responded = tokens.registries_tokens_delete("reg", "second");
  const auto hanging = tokens.registries_tokens_delete("reg", "third");

  all_are_begun.set_value();

  EXPECT_TRUE(responded.wait_for(std::chrono::seconds(10)));
  hanging.cancel();
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
