// SPDX-License-Identifier: Apache-2.0
// What is told of creates whose responses were damaged, when they can't be settled.
#include <gmock/gmock.h>

#include <memory>
#include <string>

#include <ionoscloud/container_registry/credentials.hpp>

#include "support/reconciled_create_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Registry = SmallRegistry;

class SalvageOfAReconciledCreate : public ReconciledCreateTest {
 protected:
  /// A response to the next create that says no more than `body`; nothing was created.
  void respond_next(const std::string& body) {
    registry->next("POST", [body](Registry&, const HttpRequest&) {
      HttpExchange exchange = Registry::respond(201, nullptr);
      exchange.response.body = body;
      exchange.error = TransportError::receive;
      return exchange;
    });
  }
  void respond_next_with_password(const std::string& text) {
    respond_next(R"({"properties":{"credentials":{"password":")" + text);
  }
};

INSTANTIATE_TEST_SUITE_P(Forms, SalvageOfAReconciledCreate,
                         ::testing::Values(Form::sync, Form::async), name_of);

TEST_P(SalvageOfAReconciledCreate, IsNotReplacedByAPoorerOneOfTheSameName) {
  respond_next_with_password("first-whole\"}}");
  respond_next_with_password("second-pa");
  registry->next("POST", Registry::response(403));

  const auto error = failed();

  ASSERT_NE(error.salvaged(), nullptr);
  EXPECT_EQ(error.salvaged()->password.expose(), "first-whole");
  EXPECT_TRUE(error.salvaged()->password_complete);
}

TEST_P(SalvageOfAReconciledCreate, IsTheBestOfSeveralNames) {
  naming = TokenNaming::generated;
  respond_next_with_password("first-pa");
  respond_next_with_password("second-whole\"}}");
  respond_next(R"({"id":"no-password")");
  for (int i = 0; i < 3; ++i) registry->next("LIST", Registry::response(403));
  registry->next("GET", Registry::response(403));

  const auto error = failed();

  EXPECT_EQ(error.possible_orphans().size(), 3u);
  ASSERT_NE(error.salvaged(), nullptr);
  EXPECT_EQ(error.salvaged()->password.expose(), "second-whole");
}

TEST_P(SalvageOfAReconciledCreate, WithAWholeIdIsTheBestOfEquals) {
  respond_next(R"({"id":"an-id","properties":{"credentials":{"password":"first")");
  registry->next("GET", Registry::response(404));
  respond_next_with_password("second");
  registry->next("POST", Registry::response(403));

  EXPECT_EQ(failed().salvaged()->id, TokenId("an-id"));
}

TEST_P(SalvageOfAReconciledCreate, IsTheLastOfEquals) {
  respond_next_with_password("first");
  respond_next_with_password("second");
  registry->next("POST", Registry::response(403));

  EXPECT_EQ(failed().salvaged()->password.expose(), "second");
}

// The token of that name has an id that repeats what was sent to the service.
TEST_P(SalvageOfAReconciledCreate, IsToldWithoutASecretInAnId) {
  add("hunter2-token", "ci-pull");
  registry->next("POST", Registry::lose_request);

  const auto error = failed();

  EXPECT_EQ(error.token_id(), TokenId("hunter2-token"));
  EXPECT_THAT(error.what(), Not(HasSubstr("hunter2")));
  EXPECT_THAT(error.what(), HasSubstr("\"ci-pull\" ([redacted])"));
}

TEST_P(SalvageOfAReconciledCreate, IsToldWithoutThePasswordInAnId) {
  add("whole-password", "ci-pull");
  respond_next_with_password("whole-password\"}}");

  const auto error = failed();

  EXPECT_EQ(error.salvaged()->password.expose(), "whole-password");
  EXPECT_THAT(error.what(), Not(HasSubstr("whole-password")));
}

class OwnCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override { return "Bearer provided-token"; }
};

TEST_P(SalvageOfAReconciledCreate, IsToldWithoutAProvidedTokenInAnId) {
  configuration.token = Secret();
  configuration.credentials = std::make_shared<OwnCredentials>();
  make_core();
  add("provided-token", "ci-pull");
  registry->next("POST", Registry::lose_request);

  const auto error = failed();

  EXPECT_EQ(error.token_id(), TokenId("provided-token"));
  EXPECT_THAT(error.what(), Not(HasSubstr("provided-token")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
