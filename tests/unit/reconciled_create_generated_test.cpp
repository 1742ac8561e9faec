// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>
#include <string>

#include "support/reconciled_create_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Registry = SmallRegistry;

/// Creates whose names the library draws.
class ReconciledCreateOfAGeneratedName : public ReconciledCreateTest {
 protected:
  ReconciledCreateOfAGeneratedName() { naming = TokenNaming::generated; }

  /// The only one that is left is the token.
  void expect_alone(const ReconciledToken& token) {
    ASSERT_EQ(registry->tokens.size(), 1u);
    EXPECT_EQ(registry->tokens[0]["id"], token.id->text());
    EXPECT_TRUE(token.possible_orphans.empty());
  }
};

INSTANTIATE_TEST_SUITE_P(Forms, ReconciledCreateOfAGeneratedName,
                         ::testing::Values(Form::sync, Form::async), name_of);

TEST_P(ReconciledCreateOfAGeneratedName, IsOneRequestWhenNothingIsLost) {
  const ReconciledToken token = create();

  EXPECT_EQ(token.properties.name, registry->names.at(0));
  EXPECT_EQ(token.properties.name.rfind("ci-pull-", 0), 0u);
  EXPECT_EQ(token.properties.name.size(), std::string("ci-pull-").size() + 8);
  EXPECT_EQ(registry->kinds(), "POST");
  expect_alone(token);
}

TEST_P(ReconciledCreateOfAGeneratedName, DrawsANameForEachCreate) {
  EXPECT_NE(create().properties.name, create().properties.name);
}

TEST_P(ReconciledCreateOfAGeneratedName, RemovesTheTokenThatItLost) {
  registry->next("POST", Registry::lose_response);

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST LIST DELETE POST");
  EXPECT_NE(registry->names.at(0), registry->names.at(1));
  EXPECT_EQ(token.properties.name, registry->names.at(1));
  expect_alone(token);
}

TEST_P(ReconciledCreateOfAGeneratedName, LooksAgainForATokenThatIsLate) {
  registry->next("POST", Registry::lose_request);
  registry->next("POST", [this](Registry& self, const HttpRequest& request) {
    add("late", registry->names.at(0));
    return self.serve(request);
  });

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST DELETE");
  expect_alone(token);
}

TEST_P(ReconciledCreateOfAGeneratedName, NamesATokenThatMayYetCome) {
  registry->next("POST", Registry::lose_request);

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST");
  ASSERT_EQ(token.possible_orphans.size(), 1u);
  EXPECT_EQ(token.possible_orphans[0].name, registry->names.at(0));
  EXPECT_EQ(token.possible_orphans[0].id, TokenId());
}

TEST_P(ReconciledCreateOfAGeneratedName, TouchesNoOtherOfItsStem) {
  add("theirs", "ci-pull");
  add("theirs-too", "ci-pull-abcdefg1");
  registry->next("POST", Registry::lose_response);

  static_cast<void>(create());

  EXPECT_TRUE(is_there("theirs"));
  EXPECT_TRUE(is_there("theirs-too"));
}

TEST_P(ReconciledCreateOfAGeneratedName, DrawsAnewWhenItsNameIsTaken) {
  registry->next("POST", [this](Registry& self, const HttpRequest& request) {
    add("theirs", Registry::name_in(request));
    return self.serve(request);
  });

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST POST");
  EXPECT_TRUE(is_there("theirs"));
  EXPECT_TRUE(token.possible_orphans.empty());
}

TEST_P(ReconciledCreateOfAGeneratedName, PassesOnThatEachNameIsTaken) {
  for (int i = 0; i < 3; ++i) registry->next("POST", Registry::response(409));

  EXPECT_EQ(failed<ConflictException>().execution(), Execution::none);
  EXPECT_EQ(registry->kinds(), "POST POST POST");
}

TEST_P(ReconciledCreateOfAGeneratedName, NamesATokenThatItCannotRemove) {
  registry->next("POST", Registry::lose_response);
  registry->next("DELETE", Registry::response(403));
  registry->next("DELETE", Registry::response(403));

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST LIST DELETE POST LIST DELETE");
  ASSERT_EQ(token.possible_orphans.size(), 1u);
  EXPECT_EQ(token.possible_orphans[0].id, TokenId("id-1"));
}

TEST_P(ReconciledCreateOfAGeneratedName, TriesASecondTimeToRemove) {
  registry->next("POST", Registry::lose_response);
  registry->next("DELETE", Registry::response(403));

  expect_alone(create());
}

TEST_P(ReconciledCreateOfAGeneratedName, TakesATokenThatIsGoneForRemoved) {
  registry->next("POST", Registry::lose_response);
  registry->next("DELETE", Registry::lose_response);

  expect_alone(create());
  EXPECT_EQ(registry->kinds(), "POST LIST DELETE DELETE POST");
}

TEST_P(ReconciledCreateOfAGeneratedName, GoesOnWhenTheTokensCannotBeListed) {
  registry->next("POST", Registry::lose_response);
  registry->next("LIST", Registry::response(403));
  registry->next("LIST", Registry::response(403));

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST");
  EXPECT_EQ(token.possible_orphans.at(0).name, registry->names.at(0));
}

TEST_P(ReconciledCreateOfAGeneratedName, RemovesAllThatHaveItsName) {
  registry->next("POST", [this](Registry& self, const HttpRequest& request) {
    add("one", Registry::name_in(request));
    add("two", Registry::name_in(request));
    return Registry::lose_request(self, request);
  });

  expect_alone(create());
}

TEST_P(ReconciledCreateOfAGeneratedName, NamesAllThatItLost) {
  for (int i = 0; i < 3; ++i) registry->next("POST", Registry::lose_request);

  const auto error = failed();

  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST POST LIST");
  ASSERT_EQ(error.possible_orphans().size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(error.possible_orphans()[i].name, registry->names.at(i));
    EXPECT_NE(std::string(error.what()).find(registry->names[i]), std::string::npos);
  }
}

TEST_P(ReconciledCreateOfAGeneratedName, LeavesNothingBehindWhatItRemoved) {
  registry->next("POST", Registry::lose_response);
  registry->next("POST", Registry::response(422));

  EXPECT_EQ(failed<UnprocessableEntityException>().execution(), Execution::none);
  EXPECT_TRUE(registry->tokens.empty());
}

TEST_P(ReconciledCreateOfAGeneratedName, LooksAgainWhenItIsRefused) {
  registry->next("POST", Registry::lose_request);
  registry->next("POST", [this](Registry&, const HttpRequest&) {
    add("late", registry->names.at(0));
    return Registry::respond(422, nullptr);
  });

  EXPECT_THROW(static_cast<void>(create()), UnprocessableEntityException);
  EXPECT_TRUE(registry->tokens.empty());
}

TEST_P(ReconciledCreateOfAGeneratedName, NeedsNoDateToKeepAPasswordThatCameWhole) {
  registry->next("POST", Registry::damaged([](HttpResponse& response) {
                   response.headers = {};
                   cut_behind(response, "\"password\":\"pass-word\",");
                 }));

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST GET");
  EXPECT_EQ(token.properties.credentials->password.expose(), "pass-word");
}

TEST_P(ReconciledCreateOfAGeneratedName, ReadsATokenBeforeItIsRemovedByItsId) {
  add("theirs", "other");
  registry->next("POST", [](Registry& self, const HttpRequest& request) {
    static_cast<void>(self.serve(request));
    return Registry::respond(201, token_json("theirs", Registry::name_in(request)));
  });

  const ReconciledToken token = create();

  EXPECT_EQ(registry->kinds(), "POST GET LIST DELETE POST");
  EXPECT_TRUE(is_there("theirs"));
  EXPECT_TRUE(token.possible_orphans.empty());
}

TEST_P(ReconciledCreateOfAGeneratedName, KeepsItsTokenWhenItIsCancelledAfterwards) {
  CancellationSource stop;
  options.cancellation = stop.token();
  registry->next("POST", Registry::lose_request);
  registry->next("POST", [&](Registry& self, const HttpRequest& request) {
    stop.cancel();
    return self.serve(request);
  });

  const ReconciledToken token = create();

  EXPECT_EQ(token.properties.credentials->password.expose(), "pass-word");
  EXPECT_EQ(token.possible_orphans.at(0).name, registry->names.at(0));
}

TEST_P(ReconciledCreateOfAGeneratedName, SendsNothingWithoutARandomName) {
  class Broken final : public Entropy {
    std::uint64_t next() override { throw std::runtime_error("no random device"); }
  };
  RuntimeServices services = system_services();
  services.entropy = std::make_shared<Broken>();
  core = std::make_unique<ClientCore>(make_client_settings(configuration), services);

  const auto error = failed<TransportException>();

  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_NE(std::string(error.what()).find("no random device"), std::string::npos);
  EXPECT_EQ(registry->kinds(), "");
}

TEST_P(ReconciledCreateOfAGeneratedName, NeverUsesANameTwice) {
  entropy->step = 0;
  registry->next("POST", Registry::lose_request);

  EXPECT_EQ(failed().possible_orphans().size(), 1u);
  EXPECT_EQ(registry->names.size(), 1u);
}

TEST_P(ReconciledCreateOfAGeneratedName, RefusesAStemOfNothing) {
  input.properties.name = "--";

  EXPECT_THROW(static_cast<void>(create()), InvalidArgumentException);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
