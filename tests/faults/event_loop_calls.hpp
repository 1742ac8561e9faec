// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <future>
#include <thread>
#include <utility>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

using PendingToken = Pending<TokenResponse>;

/// Responses when it is told to.
class HeldBack {
 public:
  void operator()(RawConnection& client) {
    while (const auto request = client.read_request()) {
      released_.wait();
      client.send(healthy_response(*request));
    }
  }
  void release() { release_.set_value(); }

 private:
  std::promise<void> release_;
  std::shared_future<void> released_ = release_.get_future().share();
};

inline Outcome end_of(PendingToken pending) {
  return outcome_of([&] { static_cast<void>(pending.get()); });
}

class EventLoopCalls : public testing::Test {
 protected:
  AsyncTokensApi two_at_once(const RawServer& server) const {
    Configuration configuration = configuration_for(server.url());
    configuration.max_calls_at_once = 2;
    return AsyncTokensApi(ApiClient(configuration));
  }

  static std::vector<PendingToken> begin(const AsyncTokensApi& tokens, int count,
                                         const CallOptions& options = {}) {
    std::vector<PendingToken> all;
    for (int i = 0; i < count; ++i) {
      all.push_back(tokens.registries_tokens_find_by_id("reg", "tok", options));
    }
    return all;
  }

  /// Runs `act` on the event loop's thread.
  static void on_event_loop(const AsyncTokensApi& tokens, const std::function<void()>& act) {
    const auto here = std::this_thread::get_id();
    for (bool done = false; !done;) {
      std::promise<bool> over;
      tokens.registries_tokens_find_by_id("reg", "tok").then([&](PendingToken) {
        const bool there = std::this_thread::get_id() != here;
        if (there) act();
        over.set_value(there);
      });
      done = over.get_future().get();
    }
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
