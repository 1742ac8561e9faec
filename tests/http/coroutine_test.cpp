// SPDX-License-Identifier: Apache-2.0
// `co_await`, for programs in C++20.
#include <gtest/gtest.h>

#include <coroutine>
#include <exception>
#include <future>
#include <string>

#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A coroutine that begins at once and that nobody awaits.
struct Detached {
  struct promise_type {
    Detached get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
};

Detached create_and_find(const AsyncTokensApi& tokens, RegistryId registry,
                         std::promise<std::string>& name) {
  PostTokenInput input;
  input.properties.name = "ci-pull";
  const PostTokenOutput created = co_await tokens.registries_tokens_post(registry, input);
  const TokenResponse found =
      co_await tokens.registries_tokens_find_by_id(registry, created.id.value());
  name.set_value(found.properties.name);
}

Detached miss(const AsyncTokensApi& tokens, RegistryId registry, std::promise<bool>& missed) {
  try {
    static_cast<void>(co_await tokens.registries_tokens_find_by_id(registry, "missing"));
    missed.set_value(false);
  } catch (const NotFoundException&) {
    missed.set_value(true);
  }
}

class Coroutine : public ::testing::Test {
 protected:
  static Configuration configuration(const testing::StubServer& stub) {
    Configuration configuration;
    configuration.host = stub.url();
    configuration.token = "stub-token";
    return configuration;
  }

  const testing::StubServer stub_;
  const AsyncTokensApi tokens_{ApiClient(configuration(stub_))};
};

TEST_F(Coroutine, AwaitsValues) {
  std::promise<std::string> name;

  create_and_find(tokens_, testing::StubServer::registry(), name);

  EXPECT_EQ(name.get_future().get(), "ci-pull");
}

TEST_F(Coroutine, CatchesWhatTheCallThrows) {
  std::promise<bool> missed;

  miss(tokens_, testing::StubServer::registry(), missed);

  EXPECT_TRUE(missed.get_future().get());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
