// SPDX-License-Identifier: Apache-2.0
// `co_await`, for programs in C++20.
#include <gtest/gtest.h>

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstring>
#include <exception>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

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

/// A coroutine that its owner destroys, wherever it stands. Its memory stays, and is useless: to
/// resume it ends the process.
class Owned {
 public:
  struct promise_type {
    Owned get_return_object() { return Owned(Handle::from_promise(*this)); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
    static void* operator new(std::size_t size) {
      static std::vector<std::unique_ptr<std::byte[]>> frames;
      return frames.emplace_back(std::make_unique<std::byte[]>(size)).get();
    }
    static void operator delete(void* frame, std::size_t size) noexcept {
      std::memset(frame, 0xDD, size);
    }
  };
  using Handle = std::coroutine_handle<promise_type>;

  explicit Owned(Handle handle) noexcept : handle_(handle) {}
  // Not every compiler makes it where it is returned to.
  Owned(Owned&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Owned& operator=(Owned&&) = delete;
  ~Owned() { destroy(); }

  void destroy() noexcept {
    if (const Handle handle = std::exchange(handle_, nullptr)) handle.destroy();
  }

 private:
  Handle handle_;
};

Owned find(const AsyncTokensApi& tokens, CallOptions options, bool& resumed) {
  try {
    static_cast<void>(co_await tokens.registries_tokens_find_by_id(testing::StubServer::registry(),
                                                                   "missing", options));
  } catch (const Exception&) {
  }
  resumed = true;
}

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

  /// Waits until the stub has as many, and so keeps their responses back.
  void wait_for_requests(std::size_t count) const {
    while (stub_.request_count() < count) std::this_thread::yield();
  }

  testing::StubServer stub_;
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

TEST_F(Coroutine, ThatIsDestroyedWhileItWaitsIsNeverResumed) {
  stub_.delay_responses(1, std::chrono::minutes(1));
  CancellationSource stop;
  CallOptions options;
  options.cancellation = stop.token();
  bool resumed = false;
  Owned waiting = find(tokens_, options, resumed);

  wait_for_requests(1);
  waiting.destroy();
  stop.cancel();
  // Whatever ended before has been told when this has.
  EXPECT_THROW(
      static_cast<void>(
          tokens_.registries_tokens_find_by_id(testing::StubServer::registry(), "missing").get()),
      NotFoundException);

  EXPECT_FALSE(resumed);
}

TEST_F(Coroutine, ThatACallbackDestroysIsNeverResumedThoughItsCallIsOverToo) {
  stub_.delay_responses(2, std::chrono::minutes(1));
  CancellationSource stop;
  CallOptions options;
  options.cancellation = stop.token();
  bool resumed = false;
  std::promise<void> destroyed;
  auto first =
      tokens_.registries_tokens_find_by_id(testing::StubServer::registry(), "missing", options);
  Owned waiting = find(tokens_, options, resumed);
  first.then([&](Pending<TokenResponse>) {
    waiting.destroy();
    destroyed.set_value();
  });

  wait_for_requests(2);
  // Both calls end at once, and are told one after another.
  stop.cancel();
  destroyed.get_future().wait();
  EXPECT_THROW(
      static_cast<void>(
          tokens_.registries_tokens_find_by_id(testing::StubServer::registry(), "missing").get()),
      NotFoundException);

  EXPECT_FALSE(resumed);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
