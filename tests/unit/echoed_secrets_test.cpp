// SPDX-License-Identifier: Apache-2.0
// The service, or a gateway before it, sends the login back: nobody may see it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>
#include <ionoscloud/container_registry/testing/recording_observer.hpp>

#include "support/caught.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A login, and how it travels behind its scheme.
struct Login {
  const char* name;
  void (*set)(Configuration&);
  const char* sent;
};

class OwnCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override {
    return basic_authorization("me", "hunter2");
  }
};

constexpr Login logins[] = {
    {"a token", [](Configuration& c) { c.token = "hunter2"; }, "hunter2"},
    {"a user name and password",
     [](Configuration& c) {
       c.username = "me";
       c.password = "hunter2";
     },
     "bWU6aHVudGVyMg=="},
    {"a provider's", [](Configuration& c) { c.credentials = std::make_shared<OwnCredentials>(); },
     "bWU6aHVudGVyMg=="},
};

class EchoedSecrets : public ::testing::TestWithParam<Login> {
 protected:
  TokensApi tokens() {
    Configuration configuration;
    GetParam().set(configuration);
    configuration.transport = transport_;
    configuration.observer = recorder_;
    configuration.retry = RetryPolicy::none();
    return TokensApi(ApiClient(configuration));
  }

  ApiException refusal(const std::string& body, const Headers& headers) {
    transport_->respond(400, body, headers);
    return caught<ApiException>(
        [&] { static_cast<void>(tokens().registries_tokens_find_by_id("r", "t")); });
  }

  static void expect_nothing_in(const std::string& text) {
    EXPECT_THAT(text, Not(HasSubstr("hunter2")));
    EXPECT_THAT(text, Not(HasSubstr("bWU6aHVudGVyMg")));
  }

  const std::string sent_ = GetParam().sent;
  const std::shared_ptr<testing::FakeTransport> transport_ =
      std::make_shared<testing::FakeTransport>();
  const std::shared_ptr<testing::RecordingObserver> recorder_ =
      std::make_shared<testing::RecordingObserver>();
};

INSTANTIATE_TEST_SUITE_P(Of, EchoedSecrets, ::testing::ValuesIn(logins),
                         [](const auto& login) { return "Login" + std::to_string(login.index); });

TEST_P(EchoedSecrets, AreInNoRequestId) {
  const ApiException error = refusal("", {{"X-Request-Id", "id-" + sent_ + "-hunter2"}});

  expect_nothing_in(error.request_id());
  EXPECT_THAT(error.request_id(), HasSubstr("id-[redacted]"));
  expect_nothing_in(recorder_->calls().at(0).attempts.at(0).request_id);
}

TEST_P(EchoedSecrets, AreInNoRequestIdOfASuccess) {
  transport_->respond(204, "", {{"X-Request-Id", sent_}});

  const auto deleted = tokens().registries_tokens_delete_with_http_info("r", "t");

  EXPECT_EQ(deleted.http.request_id, "[redacted]");
}

TEST_P(EchoedSecrets, AreInNoPartOfAnException) {
  const std::string body =
      R"({"messages":[{"errorCode":")" + sent_ + R"(","message":"hunter2 is no good"}]})";
  const ApiException error = refusal(body, {{"Location", "https://h/?" + sent_}});

  expect_nothing_in(error.what());
  expect_nothing_in(error.body());
  expect_nothing_in(error.messages().at(0).error_code + error.messages().at(0).message);
  expect_nothing_in(std::string(error.headers().get("Location").value()));
}

TEST_P(EchoedSecrets, AreInNoMessageWhoseTextIsEscaped) {
  const ApiException error =
      refusal(R"({"messages":[{"errorCode":"e","message":"h\u0075nter2"}]})", {});

  EXPECT_EQ(error.messages().at(0).message, "[redacted]");
}

TEST_P(EchoedSecrets, AreInNoMessageThatIsCutShort) {
  for (std::size_t before = 1000; before < 1024; ++before) {
    const ApiException error = refusal(
        R"({"messages":[{"errorCode":"e","message":")" + std::string(before, 'x') + sent_ + "\"}]}",
        {});

    EXPECT_THAT(error.what(), Not(HasSubstr("xhunt")));
    EXPECT_THAT(error.what(), Not(HasSubstr("xbWU6")));
  }
}

TEST_P(EchoedSecrets, AreInNoTypeOfABody) {
  expect_nothing_in(refusal("??", {{"Content-Type", sent_}}).what());
}

TEST_P(EchoedSecrets, AreInNoUrlOfAnId) {
  transport_->respond(404);

  const auto error = caught<NotFoundException>(
      [&] { static_cast<void>(tokens().registries_tokens_find_by_id("r", sent_)); });

  expect_nothing_in(error.what());
}

TEST_P(EchoedSecrets, AreInNoFailureOfATransport) {
  transport_->fail(TransportError::protocol, RequestProgress::maybe_sent, sent_ + " hunter2");

  const auto error =
      caught<Exception>([&] { static_cast<void>(tokens().registries_tokens_delete("r", "t")); });

  expect_nothing_in(error.what());
}

class RenewedCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override {
    return renewed_ ? "Bearer newer-one" : "Bearer older-one";
  }
  bool refresh(const Secret&, const CredentialsContext&) override { return renewed_ = true; }

 private:
  bool renewed_ = false;
};

TEST(EchoedSecret, IsNotShownWhenItWasReplacedMeanwhile) {
  const auto transport = std::make_shared<testing::FakeTransport>();
  Configuration configuration;
  configuration.retry = RetryPolicy::none();
  configuration.credentials = std::make_shared<RenewedCredentials>();
  configuration.transport = transport;
  transport->respond(401);
  transport->respond(403, R"({"messages":[{"message":"not older-one, nor newer-one"}]})");

  const auto error = caught<ForbiddenException>(
      [&] { TokensApi(ApiClient(configuration)).registries_tokens_delete("r", "t"); });

  EXPECT_THAT(error.what(), HasSubstr("not [redacted], nor [redacted]"));
}

class EchoedPassword : public TokensApiTest {};

// A gateway that logs what it passes on, and names the request by it.
TEST_F(EchoedPassword, OfANewTokenIsInNoLog) {
  std::ostringstream log;
  Configuration configuration = with_token();
  configuration.transport = transport;
  configuration.observer = std::make_shared<StreamLogger>(log, LogLevel::trace);
  const TokensApi api{ApiClient(configuration)};
  transport->respond(201, token_json("t", "ci-pull", "hunter2-new").dump(),
                     {{"X-Request-Id", "hunter2-new\r\n#2: 200"}});

  const auto created = api.registries_tokens_post_with_http_info("r", new_token());

  EXPECT_THAT(log.str(), HasSubstr("request [redacted]\\x0d\\x0a#2"));
  EXPECT_THAT(created.http.request_id, Not(HasSubstr("hunter2")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
