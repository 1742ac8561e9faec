// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <typeindex>
#include <typeinfo>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "base/ascii.hpp"
#include "support/api_operations.hpp"
#include "support/caught.hpp"
#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

class TokensApiErrors : public TokensApiTest {
 protected:
  using TokensApiTest::TokensApiTest;

  const ApiOperation& find = api_operation("registries_tokens_find_by_id");
  const ApiOperation& post = api_operation("registries_tokens_post");

  /// What an operation throws for a response, tried once.
  template <class ExceptionType = ApiException>
  ExceptionType failure(const ApiOperation& operation, int status, const std::string& body,
                        const Headers& headers = {}) {
    transport->respond(status, body, headers);
    CallOptions options;
    options.retry = RetryPolicy::none();
    return caught<ExceptionType>(
        [&] { static_cast<void>(operation.call(client, operation.path, options)); });
  }

  ApiException failure_with(const std::string& body, int status = 400) {
    return failure(find, status, body);
  }
};

TEST_F(TokensApiErrors, HoldTheWholeResponse) {
  const std::string body = error_json(409, "conflict", "the name is already in use").dump();

  const auto error =
      failure<ConflictException>(post, 409, body, {{"X-RequestId", "req-1"}, {"Via", "gw"}});

  EXPECT_EQ(error.operation(), "registries_tokens_post");
  EXPECT_EQ(error.status(), 409);
  EXPECT_EQ(error.body(), body);
  EXPECT_EQ(error.request_id(), "req-1");
  EXPECT_EQ(error.headers().get("via"), "gw");
  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(error.execution(), Execution::none);
  ASSERT_EQ(error.messages().size(), 1u);
  EXPECT_EQ(error.messages()[0].error_code, "conflict");
  EXPECT_EQ(error.messages()[0].message, "the name is already in use");
}

TEST_F(TokensApiErrors, SayInOneLineWhatHappened) {
  const auto error = failure<ConflictException>(
      post, 409, error_json(409, "conflict", "the name is already in use").dump());

  EXPECT_STREQ(error.what(),
               "registries_tokens_post: POST "
               "https://api.ionos.com/containerregistries/registries/"
               "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens: got status 409 "
               "(conflict: the name is already in use); the service did not carry it out");
}

TEST_F(TokensApiErrors, SayWhatMayHaveBeenDone) {
  const auto error = failure<ServiceException>(post, 503, "");

  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_NE(std::string(error.what()).find("the service may have carried it out"),
            std::string::npos);
}

TEST_F(TokensApiErrors, SayHowLongTheServiceWantsToBeLeftAlone) {
  const Headers headers = {{"Retry-After", "7"}};

  EXPECT_EQ(failure<RateLimitedException>(post, 429, "", headers).retry_after(),
            std::chrono::seconds(7));
  EXPECT_EQ(failure<ServiceException>(post, 503, "", headers).retry_after(),
            std::chrono::seconds(7));
  EXPECT_EQ(failure<ServiceException>(post, 503, "").retry_after(), std::nullopt);
}

TEST_F(TokensApiErrors, ListEveryComplaint) {
  const Json body = {
      {"httpStatus", 400},
      {"messages",
       {{{"errorCode", "a"}, {"message", "first"}}, {{"errorCode", "b"}}, {{"message", "third"}}}}};

  const auto error = failure_with(body.dump());

  EXPECT_EQ(error.messages().size(), 3u);
  EXPECT_NE(std::string(error.what()).find("(a: first; b; third)"), std::string::npos)
      << error.what();
}

TEST_F(TokensApiErrors, ReadWhatAGatewaySays) {
  EXPECT_NE(std::string(failure_with(R"({"msg":"no healthy upstream"})", 404).what())
                .find("no healthy upstream"),
            std::string::npos);
}

TEST_F(TokensApiErrors, KeepABodyThatIsNoErrorOfTheApi) {
  std::string binary;
  for (int c = 0; c < 256; ++c) binary += static_cast<char>(c);
  const std::string deep(100'000, '[');
  const std::string huge(16 * 1024 * 1024, 'x');

  for (const std::string& body :
       {std::string(), std::string("<html><body>502</body></html>"), binary, deep, huge,
        std::string("\xff\xfe"), std::string("null"), std::string("[]"), std::string("{}"),
        std::string(R"({"httpStatus":400,"messages":null})"),
        std::string(R"({"httpStatus":400,"messages":"text"})"), std::string(R"({"messages":[)")}) {
    const auto error = failure_with(body);

    EXPECT_EQ(std::type_index(typeid(error)), std::type_index(typeid(ApiException)));
    EXPECT_TRUE(error.body() == body);
    EXPECT_LT(std::string(error.what()).size(), 400u);
  }
}

TEST_F(TokensApiErrors, SayWhatKindOfBodyItWas) {
  const auto html = failure(find, 502, "<html>", {{"Content-Type", "text/html"}});

  EXPECT_NE(std::string(html.what()).find("6 bytes of text/html"), std::string::npos);
  EXPECT_NE(std::string(failure_with("").what()).find("no body"), std::string::npos);
}

TEST_F(TokensApiErrors, SayWhatOthersSayInTheirShapes) {
  const Headers json = {{"Content-Type", "application/json"}};
  const auto problem =
      failure(find, 403, R"({"title":"Forbidden","detail":"the contract has no registry"})");
  const auto text = failure(find, 403, "the contract has no registry\n", json);

  EXPECT_NE(std::string(problem.what()).find("(Forbidden: the contract has no registry)"),
            std::string::npos);
  EXPECT_NE(std::string(text.what()).find("403 (the contract has no registry)"), std::string::npos);
  ASSERT_EQ(text.messages().size(), 1u);
  EXPECT_EQ(text.messages()[0].message, "the contract has no registry");
}

TEST_F(TokensApiErrors, SayWhereARedirectLeadsTo) {
  const auto moved =
      failure(post, 307, "", {{"Location", "https://me:hunter2@new.example/a?token=hunter2"}});

  EXPECT_STREQ(moved.what(),
               "registries_tokens_post: POST "
               "https://api.ionos.com/containerregistries/registries/"
               "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60/tokens: got status 307 "
               "(no body), which redirects to https://new.example/a and isn't followed; check "
               "host; the service did not carry it out");
}

TEST_F(TokensApiErrors, KeepTheLineCleanOfARedirect) {
  const auto moved =
      failure(post, 307, "", {{"Location", "/\x1b[31m/hunter2-token/" + std::string(5000, 'x')}});

  const std::string what = moved.what();
  EXPECT_EQ(what.find("hunter2-token"), std::string::npos);
  EXPECT_EQ(what.find('\x1b'), std::string::npos);
  EXPECT_LT(what.size(), 600u);
}

TEST_F(TokensApiErrors, HoldAtMostOneKibibyteOfTheServersText) {
  const std::string text(100'000, 'x');

  const auto message = failure_with(error_json(400, text, text).dump());
  const auto type = failure(find, 400, "?", {{"Content-Type", text}});

  EXPECT_LT(std::string(message.what()).size(), 1024u + 200u);
  EXPECT_LT(std::string(type.what()).size(), 1024u + 200u);
}

TEST_F(TokensApiErrors, HoldNoControlCharacterInTheirLine) {
  std::string every_byte;
  for (int c = 1; c < 128; ++c) every_byte += static_cast<char>(c);
  every_byte += "\xc2\x9b";

  const auto message = failure_with(error_json(400, every_byte, every_byte).dump());
  const auto type = failure(find, 400, "?", {{"Content-Type", every_byte}});

  for (const std::string what : {message.what(), type.what()}) {
    for (const char c : what) EXPECT_FALSE(ascii::is_control(c)) << what;
    EXPECT_EQ(what.find('\x9b'), std::string::npos) << what;
  }
}

TEST_F(TokensApiErrors, HoldNoTokenInTheirLineEvenIfTheServiceSaysIt) {
  const auto message =
      failure_with(error_json(401, "hunter2-token", "Bearer hunter2-token").dump());
  const auto type = failure(find, 400, "?", {{"Content-Type", "hunter2-token"}});

  EXPECT_EQ(std::string(message.what()).find("hunter2"), std::string::npos);
  EXPECT_EQ(std::string(type.what()).find("hunter2"), std::string::npos);
  EXPECT_NE(std::string(message.what()).find("[redacted]"), std::string::npos);
}

class TokensApiErrorsWithLogin : public TokensApiErrors {
 protected:
  TokensApiErrorsWithLogin() : TokensApiErrors(with_login()) {}

  static Configuration with_login() {
    Configuration configuration;
    configuration.username = "Aladdin";
    configuration.password = "open sesame";
    return configuration;
  }
};

TEST_F(TokensApiErrorsWithLogin, HoldNoPasswordInTheirLineEvenIfTheServiceSaysIt) {
  const auto error =
      failure_with(error_json(401, "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").dump());

  EXPECT_EQ(std::string(error.what()).find("open sesame"), std::string::npos);
  EXPECT_EQ(std::string(error.what()).find("QWxhZGRpbjpvcGVuIHNlc2FtZQ"), std::string::npos);
}

TEST_F(TokensApiErrors, KeepTheUrlShort) {
  transport->respond(404);

  const auto error = caught<NotFoundException>(
      [&] { tokens.registries_tokens_delete("r", std::string(100'000, 'x')); });

  EXPECT_LT(std::string(error.what()).size(), 2'000u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
