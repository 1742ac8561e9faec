// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/caught.hpp"
#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A creating response that is damaged must not take the only password with it.
class SalvagedResponses : public TokensApiTest {
 protected:
  template <class ExceptionType = DecodeException>
  ExceptionType failed_post() {
    return caught<ExceptionType>(
        [this] { static_cast<void>(tokens.registries_tokens_post("reg", new_token())); });
  }

  static HttpResponse created(std::string body) { return {201, {}, std::move(body)}; }

  const std::string whole = token_json("tok-1", "ci-pull", "pass-word").dump();
};

TEST_F(SalvagedResponses, HoldThePasswordOfATruncatedPost) {
  transport->respond(201, whole.substr(0, whole.size() - 1));

  const auto error = failed_post();

  ASSERT_NE(error.salvaged(), nullptr);
  EXPECT_EQ(error.salvaged()->id, TokenId("tok-1"));
  EXPECT_EQ(error.salvaged()->password.expose(), "pass-word");
  EXPECT_TRUE(error.salvaged()->password_complete);
  EXPECT_EQ(error.execution(), Execution::executed);
}

TEST_F(SalvagedResponses, HoldThePasswordBesideAWrongType) {
  auto json = token_json("tok-1", "ci-pull", "pass-word");
  json["metadata"] = 7;
  transport->respond(201, json.dump());

  EXPECT_EQ(failed_post().salvaged()->password.expose(), "pass-word");
}

TEST_F(SalvagedResponses, HoldThePasswordOfAPutToo) {
  transport->respond(201, whole.substr(0, whole.size() - 1));

  const auto error = caught<DecodeException>(
      [this] { static_cast<void>(tokens.registries_tokens_put("reg", "tok-1", whole_token())); });

  EXPECT_EQ(error.salvaged()->password.expose(), "pass-word");
}

TEST_F(SalvagedResponses, OfABrokenConnectionAreDecodeExceptions) {
  transport->break_off(created(whole.substr(0, whole.find("word\"", whole.find("pass-")))));

  const auto error = failed_post();

  EXPECT_EQ(error.status(), 201);
  EXPECT_EQ(error.path(), "$");
  EXPECT_EQ(error.execution(), Execution::executed);
  EXPECT_EQ(error.salvaged()->password.expose(), "pass-");
  EXPECT_FALSE(error.salvaged()->password_complete);
}

TEST_F(SalvagedResponses, BeyondTheSizeLimitAreDecodeExceptions) {
  transport->break_off(created(whole), TransportError::too_large);

  EXPECT_EQ(failed_post().salvaged()->password.expose(), "pass-word");
}

TEST_F(SalvagedResponses, OfATimeoutKeepItsClass) {
  transport->break_off(created(whole), TransportError::timed_out);

  const auto error = failed_post<TimeoutException>();

  EXPECT_EQ(error.execution(), Execution::executed);
  EXPECT_EQ(error.salvaged()->password.expose(), "pass-word");
}

TEST_F(SalvagedResponses, OfACancellationKeepItsClass) {
  transport->break_off(created(whole), TransportError::cancelled);

  EXPECT_EQ(failed_post<CancelledException>().salvaged()->password.expose(), "pass-word");
}

TEST_F(SalvagedResponses, AreNeverAskedForAgain) {
  transport->break_off(created(""));

  EXPECT_EQ(failed_post().attempts(), 1);
}

TEST_F(SalvagedResponses, AreNeverAskedForAgainEvenIfAPutMayBeRepeated) {
  CallOptions options;
  options.retry = RetryPolicy();
  options.retry->repeat_unclear_put = true;
  transport->break_off(created(""));

  const auto error = caught<DecodeException>([&] {
    static_cast<void>(tokens.registries_tokens_put("reg", "tok-1", whole_token(), options));
  });

  EXPECT_EQ(error.attempts(), 1);
}

TEST_F(SalvagedResponses, ShowNoPasswordInTheirMessage) {
  transport->break_off(created(whole));

  EXPECT_EQ(std::string(failed_post().what()).find("pass-word"), std::string::npos);
}

TEST_F(SalvagedResponses, AreNothingWhenNothingArrived) {
  transport->break_off(created(""));

  EXPECT_EQ(failed_post().salvaged(), nullptr);
}

TEST_F(SalvagedResponses, AreNotMadeOfRefusals) {
  transport->break_off({500, {}, whole});

  EXPECT_EQ(failed_post<TransportException>().salvaged(), nullptr);
}

TEST_F(SalvagedResponses, AreNotMadeOfReading) {
  transport->respond(200, whole.substr(0, whole.size() - 1));

  const auto error = caught<DecodeException>(
      [this] { static_cast<void>(tokens.registries_tokens_find_by_id("reg", "tok-1")); });

  EXPECT_EQ(error.salvaged(), nullptr);
}

TEST_F(SalvagedResponses, OfACreatedTokenWithoutAPasswordNameTheToken) {
  transport->respond(201, token_json("tok-1", "ci-pull").dump());

  const auto error = failed_post();

  EXPECT_EQ(error.path(), "$.properties.credentials.password");
  EXPECT_EQ(error.salvaged()->id, TokenId("tok-1"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
