// SPDX-License-Identifier: Apache-2.0
// Fault matrix: creates whose answer is lost, settled with a service that keeps its tokens.
#include <gtest/gtest.h>

#include <chrono>
#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <optional>
#include <string>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/caught.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// As the stub names the account of whoever creates a token.
constexpr const char* account = "stub@example.com";

class LostCreate : public ::testing::Test {
 protected:
  LostCreate() {
    input_.properties.name = "ci-pull";
    Configuration configuration = configuration_for(stub_.url());
    configuration.token = "stub-token";
    tokens_.emplace(ApiClient(configuration));
  }

  PostTokenOutput create() const {
    return tokens_->create_token_reconciled(registry_, input_, account);
  }

  /// The requests before the POST, which see that the name is free and what time it is, go well.
  void begin() { stub_.delay_answers(2, std::chrono::milliseconds(0)); }

  void expect_one_token_with(const PostTokenOutput& created) const {
    const std::vector<TokenResponse> kept = stub_.tokens(registry_);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].id, created.id);
    EXPECT_EQ(kept[0].properties.credentials->password, created.properties.credentials->password);
  }

  std::string methods() const {
    std::string all;
    for (const testing::ReceivedRequest& request : stub_.requests()) all += request.method + " ";
    return all;
  }

  testing::StubServer stub_;
  const RegistryId registry_ = testing::StubServer::registry();
  PostTokenInput input_;
  std::optional<TokensApi> tokens_;
};

TEST_F(LostCreate, AfterItsExecutionIsRemovedAndMadeAnew) {
  begin();
  stub_.lose_answers(1);

  const PostTokenOutput created = create();

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "GET GET POST GET DELETE POST ");
}

TEST_F(LostCreate, BeforeItsExecutionIsMadeAgain) {
  begin();
  stub_.fail_next(1, 504);

  const PostTokenOutput created = create();

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "GET GET POST GET POST ");
}

TEST_F(LostCreate, IsSettledHoweverTheSettlingStumbles) {
  begin();
  stub_.lose_answers(1);
  stub_.fail_next(1, 503);  // the listing
  stub_.lose_answers(1);    // the listing again
  stub_.delay_answers(1, std::chrono::milliseconds(0));
  stub_.lose_answers(1);  // the removal, which then finds the token gone

  const PostTokenOutput created = create();

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "GET GET POST GET GET GET DELETE DELETE POST ");
}

TEST_F(LostCreate, OfANameThatWasThereLeavesItAlone) {
  static_cast<void>(tokens_->registries_tokens_post(registry_, input_));
  const std::vector<TokenResponse> before = stub_.tokens(registry_);

  EXPECT_THROW(static_cast<void>(create()), ConflictException);

  EXPECT_EQ(stub_.tokens(registry_), before);
}

TEST_F(LostCreate, OfAnotherAccountLeavesItAlone) {
  begin();
  stub_.lose_answers(1);

  EXPECT_THROW(static_cast<void>(tokens_->create_token_reconciled(registry_, input_, "else@where")),
               UnsettledCreateException);

  EXPECT_EQ(stub_.tokens(registry_).size(), 1U);
}

TEST_F(LostCreate, WithoutAListingIsUnsettled) {
  begin();
  stub_.lose_answers(1);
  stub_.fail_next(3, 503);

  const auto error = caught<UnsettledCreateException>([&] { static_cast<void>(create()); });

  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_EQ(stub_.tokens(registry_).size(), 1U);
}

TEST_F(LostCreate, ByAPlainPostIsSaidToBeUnclear) {
  stub_.lose_answers(1);

  const Outcome outcome =
      outcome_of([&] { static_cast<void>(tokens_->registries_tokens_post(registry_, input_)); });

  EXPECT_EQ(outcome, (Outcome{"Transport(receive)", Execution::unknown, 1}));
  EXPECT_EQ(stub_.tokens(registry_).size(), 1U);
}

TEST_F(LostCreate, AnswerOfADeletionIsNoFailure) {
  const TokenId id = tokens_->registries_tokens_post(registry_, input_).id.value();
  stub_.lose_answers(1);

  const auto deletion = tokens_->registries_tokens_delete_with_http_info(registry_, id);

  EXPECT_TRUE(deletion.value.already_absent);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
