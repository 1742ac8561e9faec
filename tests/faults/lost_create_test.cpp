// SPDX-License-Identifier: Apache-2.0
// Fault matrix: creates whose response is lost, settled with a service that keeps its tokens.
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/caught.hpp"
#include "support/no_files_left.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class LostCreate : public ::testing::Test {
 protected:
  LostCreate() {
    input_.properties.name = "ci-pull";
    Configuration configuration = configuration_for(stub_.url());
    configuration.token = "stub-token";
    const ApiClient client(configuration);
    tokens_.emplace(client);
    async_tokens_.emplace(client);
  }

  ReconciledToken create(TokenNaming naming) const {
    return tokens_->create_token_reconciled(registry_, input_, naming);
  }

  void expect_one_token_with(const ReconciledToken& created) const {
    const std::vector<TokenResponse> kept = stub_.tokens(registry_);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].id, created.id);
    EXPECT_EQ(kept[0].properties.credentials->password, created.properties.credentials->password);
    EXPECT_TRUE(created.possible_orphans.empty());
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
  std::optional<AsyncTokensApi> async_tokens_;
};

TEST_F(LostCreate, OfAGeneratedNameIsRemovedAndMadeAnew) {
  stub_.lose_responses(1);

  const ReconciledToken created = create(TokenNaming::generated);

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "POST GET DELETE POST ");
}

TEST_F(LostCreate, IsResolvedOnTheEventLoopToo) {
  stub_.lose_responses(1);

  const ReconciledToken created =
      async_tokens_->create_token_reconciled(registry_, input_, TokenNaming::generated).get();

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "POST GET DELETE POST ");
}

TEST_F(LostCreate, BeforeItsExecutionIsMadeAgain) {
  stub_.fail_next(1, 504);

  const ReconciledToken created = create(TokenNaming::given);

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "POST GET POST ");
}

TEST_F(LostCreate, IsSettledHoweverTheSettlingStumbles) {
  stub_.lose_responses(1);
  stub_.fail_next(1, 503);  // the listing
  stub_.lose_responses(1);  // the listing again
  stub_.delay_responses(1, std::chrono::milliseconds(0));
  stub_.lose_responses(1);  // the removal, which then finds the token gone

  const ReconciledToken created = create(TokenNaming::generated);

  expect_one_token_with(created);
  EXPECT_EQ(methods(), "POST GET GET GET DELETE DELETE POST ");
}

TEST_F(LostCreate, OfANameThatWasThereLeavesItAlone) {
  static_cast<void>(tokens_->registries_tokens_post(registry_, input_));
  const std::vector<TokenResponse> before = stub_.tokens(registry_);

  EXPECT_THROW(static_cast<void>(create(TokenNaming::given)), ConflictException);

  EXPECT_EQ(stub_.tokens(registry_), before);
}

TEST_F(LostCreate, OfAGivenNameIsNamedAndNotTouched) {
  stub_.lose_responses(1);

  const auto error =
      caught<UnsettledCreateException>([&] { static_cast<void>(create(TokenNaming::given)); });

  ASSERT_EQ(stub_.tokens(registry_).size(), 1U);
  EXPECT_EQ(error.token_id(), stub_.tokens(registry_)[0].id);
}

TEST_F(LostCreate, WithoutAListingIsUnsettled) {
  stub_.lose_responses(1);
  stub_.fail_next(static_cast<std::size_t>(configuration_for(stub_.url()).retry.max_attempts), 503);

  const auto error =
      caught<UnsettledCreateException>([&] { static_cast<void>(create(TokenNaming::given)); });

  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_EQ(stub_.tokens(registry_).size(), 1U);
}

TEST_F(LostCreate, IsNamedWhenItsClientGoes) {
  stub_.lose_responses(1);
  stub_.delay_responses(1, std::chrono::minutes(1));  // the listing
  auto pending = async_tokens_->create_token_reconciled(registry_, input_);
  while (stub_.request_count() < 2) std::this_thread::yield();

  tokens_.reset();
  async_tokens_.reset();

  const auto error = caught<UnsettledCreateException>([&] { static_cast<void>(pending.get()); });
  EXPECT_EQ(error.possible_orphans().at(0).name, "ci-pull");
}

TEST_F(LostCreate, IsNamedWhenItIsCancelled) {
  stub_.lose_responses(1);
  stub_.delay_responses(1, std::chrono::minutes(1));  // the listing
  auto pending = async_tokens_->create_token_reconciled(registry_, input_);
  while (stub_.request_count() < 2) std::this_thread::yield();

  pending.cancel();

  EXPECT_THROW(static_cast<void>(pending.get()), UnsettledCreateException);
}

TEST_F(LostCreate, IsSettledBeforeTheCallsThatWait) {
  Configuration configuration = configuration_for(stub_.url());
  configuration.token = "stub-token";
  configuration.max_calls_at_once = 1;
  const AsyncTokensApi one_at_a_time{ApiClient(configuration)};
  stub_.lose_responses(1);

  auto created = one_at_a_time.create_token_reconciled(registry_, input_, TokenNaming::generated);
  auto listed = one_at_a_time.registries_tokens_get(registry_);

  expect_one_token_with(created.get());
  EXPECT_EQ(listed.get().items.size(), 1U);
  EXPECT_EQ(methods(), "POST GET DELETE POST GET ");
}

TEST_F(LostCreate, IsBegunAndSettledFromCallbacks) {
  std::promise<ReconciledToken> created;

  async_tokens_->registries_tokens_get(registry_).then([&](Pending<TokensResponse>) {
    stub_.lose_responses(1);
    async_tokens_->create_token_reconciled(registry_, input_, TokenNaming::generated)
        .then([&](Pending<ReconciledToken> over) { created.set_value(over.get()); });
  });

  expect_one_token_with(created.get_future().get());
}

TEST_F(LostCreate, IsNotBegunWithoutADescriptor) {
  Pending<ReconciledToken> pending;
  {
    const NoFilesLeft none;
    pending = async_tokens_->create_token_reconciled(registry_, input_);
  }

  const auto error = caught<TransportException>([&] { static_cast<void>(pending.get()); });

  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(LostCreate, ByAPlainPostIsSaidToBeUnclear) {
  stub_.lose_responses(1);

  const Outcome outcome =
      outcome_of([&] { static_cast<void>(tokens_->registries_tokens_post(registry_, input_)); });

  EXPECT_EQ(outcome, (Outcome{"Transport(receive)", Execution::unknown, 1}));
  EXPECT_EQ(stub_.tokens(registry_).size(), 1U);
}

TEST_F(LostCreate, ResponseOfADeletionIsNoFailure) {
  const TokenId id = tokens_->registries_tokens_post(registry_, input_).id.value();
  stub_.lose_responses(1);

  const auto deletion = tokens_->registries_tokens_delete_with_http_info(registry_, id);

  EXPECT_TRUE(deletion.value.already_absent);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
