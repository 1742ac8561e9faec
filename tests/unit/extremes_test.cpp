// SPDX-License-Identifier: Apache-2.0
// Times, sizes and counts at the ends of their types: they work, or are rejected by name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "curl/poll_wait.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t most_bytes = std::numeric_limits<std::size_t>::max();

Configuration with_extremes() {
  Configuration configuration;
  configuration.token = "any";
  configuration.limits = {most_bytes, most_bytes, most_bytes};
  configuration.max_calls_at_once = most_bytes;
  configuration.retry.max_attempts = std::numeric_limits<int>::max();
  return configuration;
}

class Extremes : public TokensApiTest {
 protected:
  Extremes() : TokensApiTest(with_extremes()) {}

  void find(SteadyTime deadline) {
    CallOptions options;
    options.deadline = deadline;
    static_cast<void>(tokens.registries_tokens_find_by_id("reg", "tok", options));
  }
};

TEST_F(Extremes, OfDeadlinesAreNoneAndLongPast) {
  transport->respond(200, token_json("tok", "ci-pull").dump());
  find(SteadyTime::max());

  EXPECT_THROW(find(SteadyTime::min()), TimeoutException);
  EXPECT_THROW(find(SteadyTime()), TimeoutException);
  EXPECT_EQ(transport->request_count(), 1U);
}

TEST_F(Extremes, OfAPageAreSentAsTheyAre) {
  transport->respond(200, page_json(nlohmann::json::array(), most, most, 0).dump());

  static_cast<void>(tokens.registries_tokens_get("reg", most, most));

  EXPECT_THAT(request().url,
              ::testing::HasSubstr("?offset=9223372036854775807&limit=9223372036854775807"));
}

TEST_F(Extremes, OfWaitsAreNoneAndAnHour) {
  const SteadyTime now = std::chrono::steady_clock::now();
  EXPECT_EQ(wait_before(SteadyTime::min(), now), 0);
  EXPECT_EQ(wait_before(SteadyTime::max(), now), 3'600'000);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
