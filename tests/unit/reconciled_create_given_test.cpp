// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "support/reconciled_create_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Registry = SmallRegistry;

/// Creates whose name the caller gives.
class ReconciledCreateOfAGivenName : public ReconciledCreateTest {
 protected:
  /// Nothing was touched, and the one that has the name is told.
  void expect_unsettled(const std::string& id) {
    const auto error = failed();

    EXPECT_EQ(error.token_id(), TokenId(id));
    ASSERT_EQ(error.possible_orphans().size(), 1u);
    EXPECT_EQ(error.possible_orphans()[0].name, "ci-pull");
    EXPECT_EQ(error.possible_orphans()[0].id, TokenId(id));
    EXPECT_NE(error.execution(), Execution::none);
    EXPECT_EQ(registry->kinds().find("DELETE"), std::string::npos) << registry->kinds();
  }

  /// The response breaks off behind `mark`.
  void break_off_behind(const std::string& mark) {
    registry->next(
        "POST", Registry::damaged([mark](HttpResponse& response) { cut_behind(response, mark); }));
  }
};

INSTANTIATE_TEST_SUITE_P(Forms, ReconciledCreateOfAGivenName,
                         ::testing::Values(Form::sync, Form::async), name_of);

TEST_P(ReconciledCreateOfAGivenName, IsOneRequestWhenNothingIsLost) {
  const ReconciledToken token = create();

  EXPECT_EQ(token.properties.name, "ci-pull");
  EXPECT_EQ(token.properties.credentials->password.expose(), "pass-word");
  EXPECT_TRUE(token.possible_orphans.empty());
  EXPECT_EQ(registry->kinds(), "POST");
}

TEST_P(ReconciledCreateOfAGivenName, IsRepeatedWhenNobodyHasTheName) {
  registry->next("POST", Registry::lose_request);

  EXPECT_TRUE(create().possible_orphans.empty());
  EXPECT_EQ(registry->kinds(), "POST LIST POST");
}

TEST_P(ReconciledCreateOfAGivenName, TouchesNoTokenOfItsName) {
  registry->next("POST", Registry::lose_response);

  expect_unsettled("id-1");
  EXPECT_EQ(registry->kinds(), "POST LIST");
}

// Its own 409 was lost, and the token of the other, created at the same moment, was deleted.
TEST_P(ReconciledCreateOfAGivenName, TouchesNoTokenOfAnotherThatCreatesItAtTheSameTime) {
  registry->next("POST", [this](Registry& self, const HttpRequest& request) {
    add("theirs", "ci-pull");
    return Registry::lose_response(self, request);
  });

  expect_unsettled("theirs");
}

TEST_P(ReconciledCreateOfAGivenName, NamesTheTokenOfALostCreateThatComesLate) {
  registry->next("POST", Registry::lose_request);
  registry->next("POST", [this](Registry& self, const HttpRequest& request) {
    add("late", "ci-pull");
    return self.serve(request);
  });

  expect_unsettled("late");
  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST");
}

TEST_P(ReconciledCreateOfAGivenName, PassesOnThatTheNameIsTaken) {
  add("theirs", "ci-pull");

  EXPECT_EQ(failed<ConflictException>().execution(), Execution::none);
  EXPECT_EQ(registry->kinds(), "POST");
}

TEST_P(ReconciledCreateOfAGivenName, PassesARefusalOn) {
  registry->next("POST", Registry::response(422));

  EXPECT_EQ(failed<UnprocessableEntityException>().execution(), Execution::none);
}

TEST_P(ReconciledCreateOfAGivenName, NamesItWhenItsRepetitionIsRefused) {
  registry->next("POST", Registry::lose_request);
  registry->next("POST", Registry::response(403));

  const auto error = failed();

  EXPECT_EQ(error.possible_orphans().at(0).name, "ci-pull");
  EXPECT_EQ(error.token_id(), TokenId());
  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_NE(std::string(error.what()).find("got status 403"), std::string::npos) << error.what();
}

TEST_P(ReconciledCreateOfAGivenName, NamesItWhenTheTokensCannotBeListed) {
  registry->next("POST", Registry::lose_response);
  registry->next("LIST", Registry::response(403));

  expect_unsettled("");
  EXPECT_EQ(registry->kinds(), "POST LIST");
}

TEST_P(ReconciledCreateOfAGivenName, FindsItsNameOnAnyPage) {
  for (int i = 0; i < 250; ++i) add("id" + std::to_string(i), "token-" + std::to_string(i));
  registry->next("POST", Registry::lose_response);

  expect_unsettled("id-1");
  EXPECT_EQ(registry->kinds(), "POST LIST LIST LIST");
}

TEST_P(ReconciledCreateOfAGivenName, GivesUpAfterThreeLosses) {
  for (int i = 0; i < 3; ++i) registry->next("POST", Registry::lose_request);

  expect_unsettled("");
  EXPECT_EQ(registry->kinds(), "POST LIST POST LIST POST LIST");
}

TEST_P(ReconciledCreateOfAGivenName, RemovesATokenThatItsOwnResponseProvesAndCreatesAnew) {
  break_off_behind("\"password\":\"pass");
  registry->next("POST", [](Registry& self, const HttpRequest& request) {
    EXPECT_TRUE(self.tokens.empty());
    return self.serve(request);
  });
  // The members come in alphabetical order, and the id before the password.
  const ReconciledToken token = create();

  EXPECT_EQ(token.id, TokenId("id-2"));
  EXPECT_EQ(registry->kinds(), "POST GET DELETE POST");
}

TEST_P(ReconciledCreateOfAGivenName, KeepsAPasswordThatCameWhole) {
  break_off_behind("\"password\":\"pass-word\",");

  const ReconciledToken token = create();

  EXPECT_EQ(token.id, TokenId("id-1"));
  EXPECT_EQ(token.properties.credentials->username, "ci-pull");
  EXPECT_EQ(token.properties.credentials->password.expose(), "pass-word");
  EXPECT_EQ(registry->kinds(), "POST GET");
}

// The id wasn't in the token that was read, and the caller had a password without it.
TEST_P(ReconciledCreateOfAGivenName, GivesTheIdThatOnlyTheDamagedResponseTold) {
  registry->next("POST", Registry::damaged([](HttpResponse& response) {
                   cut_behind(response, "\"password\":\"pass-word\",");
                 }));
  registry->next("GET", [](Registry& self, const HttpRequest&) {
    auto token = self.tokens[0];
    token.erase("id");
    return Registry::respond(200, token);
  });

  EXPECT_EQ(create().id, TokenId("id-1"));
}

// A service that responds with what is there, as to a repeated create, was taken for one that
// creates.
TEST_P(ReconciledCreateOfAGivenName, TouchesNoTokenThatIsOlderThanTheCreate) {
  add("theirs", "ci-pull", "2026-03-01T09:20:00Z");
  registry->next("POST", [](Registry& self, const HttpRequest&) {
    return Registry::respond(200, self.tokens[0]);
  });

  expect_unsettled("theirs");
}

TEST_P(ReconciledCreateOfAGivenName, TouchesNoTokenWhoseIdIsThatOfAnotherName) {
  add("theirs", "other");
  registry->next("POST", [](Registry&, const HttpRequest&) {
    return Registry::respond(201, token_json("theirs", "ci-pull"));
  });

  EXPECT_EQ(create().id, TokenId("id-1"));
  EXPECT_TRUE(is_there("theirs"));
}

TEST_P(ReconciledCreateOfAGivenName, TouchesNothingWithoutOneProperDate) {
  const std::vector<Headers> unfit = {
      {},
      {{"Date", "yesterday"}},
      {{"Date", "2026-03-01T09:30:00Z"}},
      {{"Date", "20260301 09:30:00"}},
      {{"Date", "Sunday, 01-Mar-26 09:30:00 GMT"}},
      {{"Date", "Sun, 01 Mar 2026"}},
      {{"Date", "Sun, 01 Mar 2026 09:30:00 CET"}},
      {{"Date", "Sun, 41 Mar 2026 09:30:00 GMT"}},
      {{"Date", Registry::date}, {"Date", Registry::date}},
  };
  for (const Headers& headers : unfit) {
    registry->tokens.clear();
    registry->next("POST", Registry::damaged([headers](HttpResponse& response) {
                     response.headers = headers;
                     cut_behind(response, "\"password\":\"pass");
                   }));

    const auto error = failed();

    EXPECT_EQ(registry->tokens.size(), 1u);
    EXPECT_EQ(error.token_id(), TokenId(registry->tokens.at(0)["id"].get<std::string>()));
  }
}

TEST_P(ReconciledCreateOfAGivenName, LosesNoPasswordThatItCannotProve) {
  registry->next("POST", Registry::damaged([](HttpResponse& response) {
                   response.headers = {};
                   cut_behind(response, "\"password\":\"pass-word\",");
                 }));

  const auto error = failed();

  EXPECT_EQ(error.execution(), Execution::executed);
  ASSERT_NE(error.salvaged(), nullptr);
  EXPECT_EQ(error.salvaged()->password.expose(), "pass-word");
  EXPECT_TRUE(error.salvaged()->password_complete);
}

TEST_P(ReconciledCreateOfAGivenName, TakesNoPartOfAnIdForAnId) {
  add("id", "other");
  break_off_behind("\"id\":\"id");

  expect_unsettled("id-1");
  EXPECT_EQ(registry->kinds(), "POST LIST");
}

TEST_P(ReconciledCreateOfAGivenName, LooksForTheNameWhenItsTokenCannotBeRead) {
  break_off_behind("\"password\":\"pass-word\",");
  registry->next("GET", Registry::response(403));

  expect_unsettled("id-1");
  EXPECT_EQ(registry->kinds(), "POST GET LIST");
}

TEST_P(ReconciledCreateOfAGivenName, NamesNoTokenByAnIdThatNobodyConfirms) {
  add("theirs", "other");
  registry->next("POST", [](Registry&, const HttpRequest&) {
    return Registry::respond(201, token_json("theirs", "ci-pull"));
  });
  registry->next("GET", Registry::response(403));
  registry->next("LIST", Registry::response(403));

  expect_unsettled("");
}

TEST_P(ReconciledCreateOfAGivenName, NamesATokenThatItCannotRemove) {
  break_off_behind("\"password\":\"pass");
  registry->next("DELETE", Registry::response(403));

  const auto error = failed();

  EXPECT_EQ(error.token_id(), TokenId("id-1"));
  EXPECT_EQ(error.execution(), Execution::executed);
  EXPECT_NE(std::string(error.what()).find("can't be removed"), std::string::npos);
}

TEST_P(ReconciledCreateOfAGivenName, LeavesNothingBehindWhatItRemoved) {
  break_off_behind("\"password\":\"pass");
  registry->next("POST", Registry::response(422));

  EXPECT_EQ(failed<UnprocessableEntityException>().execution(), Execution::none);
  EXPECT_TRUE(registry->tokens.empty());
}

TEST_P(ReconciledCreateOfAGivenName, RefusesWhatCannotBeSent) {
  input.properties.name.clear();
  EXPECT_THROW(static_cast<void>(create()), InvalidArgumentException);

  input.properties.name = "ci-pull";
  options.headers.add("Authorization", "mine");
  EXPECT_THROW(static_cast<void>(create()), InvalidArgumentException);
  EXPECT_EQ(registry->kinds(), "");
}

TEST_P(ReconciledCreateOfAGivenName, IsNamedWhenItIsCancelled) {
  CancellationSource stop;
  options.cancellation = stop.token();
  registry->next("POST", [&](Registry& self, const HttpRequest& request) {
    stop.cancel();
    HttpExchange exchange = Registry::lose_response(self, request);
    exchange.error = TransportError::cancelled;
    return exchange;
  });

  expect_unsettled("");
  EXPECT_EQ(registry->kinds(), "POST");
}

TEST_P(ReconciledCreateOfAGivenName, IsCancelledWithoutATraceBeforeAnythingIsSent) {
  CancellationSource stop;
  options.cancellation = stop.token();
  stop.cancel();

  EXPECT_EQ(failed<CancelledException>().execution(), Execution::none);
}

TEST_P(ReconciledCreateOfAGivenName, IsNamedWhenItIsCancelledWhileItLooks) {
  CancellationSource stop;
  options.cancellation = stop.token();
  registry->next("POST", Registry::lose_request);
  registry->next("LIST", [&](Registry& self, const HttpRequest& request) {
    stop.cancel();
    return self.serve(request);
  });

  expect_unsettled("");
  EXPECT_EQ(registry->kinds(), "POST LIST");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
