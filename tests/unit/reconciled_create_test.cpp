// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/answers.hpp"
#include "support/caught.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The registry is told by the answers that a test lines up; its clock stands at half past nine.
class ReconciledCreate : public TokensApiTest {
 protected:
  ReconciledCreate() { input.properties.name = "ci-pull"; }

  /// A token as a listing shows it, created after half past nine by our account.
  static nlohmann::json orphan() {
    auto token = token_json("orphan", "ci-pull");
    token["metadata"]["createdDate"] = "2026-03-01T09:30:01Z";
    token["properties"]["expiryDate"] = nullptr;
    return token;
  }

  void list(const nlohmann::json& tokens_there) {
    transport->respond(
        200, page_json(tokens_there, 0, 100, static_cast<int>(tokens_there.size())).dump());
  }

  void tell_time() {
    transport->respond(200, page_json(nlohmann::json::array(), 0, 1, 0).dump(),
                       {{"Date", "Sun, 01 Mar 2026 09:30:00 GMT"}});
  }

  void begin_with_the_name_free() {
    list(nlohmann::json::array());
    tell_time();
  }

  void create() { transport->respond(201, token_json("new", "ci-pull", "pass-word").dump()); }

  void lose_the_answer() { transport->fail(TransportError::receive, RequestProgress::maybe_sent); }

  PostTokenOutput reconcile() {
    return tokens.create_token_reconciled("reg", input, "dev@example.com");
  }

  UnsettledCreateException unsettled() {
    return caught<UnsettledCreateException>([this] { static_cast<void>(reconcile()); });
  }

  /// The methods that were sent, in their order.
  std::string methods() const {
    std::string all;
    for (const HttpRequest& request : transport->requests()) {
      all += std::string(all.empty() ? "" : " ") + to_string(request.method);
    }
    return all;
  }

  PostTokenInput input;
};

TEST_F(ReconciledCreate, CreatesLikeAPostWhenNothingIsLost) {
  begin_with_the_name_free();
  create();

  EXPECT_EQ(reconcile().properties.credentials->password.expose(), "pass-word");
  EXPECT_EQ(methods(), "GET GET POST");
}

TEST_F(ReconciledCreate, CreatesAgainWhenTheListingShowsThatNothingWasCreated) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array());
  create();

  EXPECT_EQ(reconcile().id, TokenId("new"));
  EXPECT_EQ(methods(), "GET GET POST GET POST");
}

TEST_F(ReconciledCreate, RemovesItsOrphanAndCreatesAnew) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));
  transport->respond(204);
  create();

  EXPECT_EQ(reconcile().id, TokenId("new"));
  EXPECT_EQ(methods(), "GET GET POST GET DELETE POST");
  EXPECT_NE(transport->requests()[4].url.find("/tokens/orphan"), std::string::npos);
}

TEST_F(ReconciledCreate, FindsAnOrphanThatAppearsLate) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array());
  transport->respond(409);
  list(nlohmann::json::array({orphan()}));
  transport->respond(204);
  create();

  EXPECT_EQ(reconcile().id, TokenId("new"));
}

TEST_F(ReconciledCreate, ReportsANameThatIsSimplyTaken) {
  list(nlohmann::json::array({orphan()}));
  transport->respond(409);

  EXPECT_THROW(static_cast<void>(reconcile()), ConflictException);
}

TEST_F(ReconciledCreate, PassesARefusalOn) {
  begin_with_the_name_free();
  transport->respond(422);

  EXPECT_THROW(static_cast<void>(reconcile()), UnprocessableEntityException);
}

TEST_F(ReconciledCreate, TouchesNoTokenThatWasThereBefore) {
  list(nlohmann::json::array({orphan()}));
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));

  EXPECT_EQ(unsettled().token_id(), TokenId("orphan"));
  EXPECT_EQ(methods(), "GET POST GET");
}

/// Each of these could be another's token.
TEST_F(ReconciledCreate, TouchesNoTokenOfWhichItIsNotSure) {
  const std::vector<std::pair<std::string, nlohmann::json>> foreign = {
      {"another account", {{"/metadata/createdBy", "eve@example.com"}}},
      {"older", {{"/metadata/createdDate", "2026-03-01T09:29:58Z"}}},
      {"changed since", {{"/metadata/lastModifiedDate", "2026-03-01T09:31:00Z"}}},
      {"with an end", {{"/properties/expiryDate", "2027-03-01T00:00:00Z"}}},
  };
  for (const auto& [what, changes] : foreign) {
    auto token = orphan();
    for (const auto& [path, value] : changes.items()) {
      token[nlohmann::json::json_pointer(path)] = value;
    }
    begin_with_the_name_free();
    lose_the_answer();
    list(nlohmann::json::array({token}));

    EXPECT_EQ(unsettled().token_id(), TokenId("orphan")) << what;
    EXPECT_EQ(transport->outcomes_left(), 0u) << what;
  }
}

TEST_F(ReconciledCreate, TouchesNoTokenOfOtherScopes) {
  input.properties.scopes = {{ScopeType::repository, "team/app", {ScopeAction::push}}};
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));

  EXPECT_EQ(unsettled().token_id(), TokenId("orphan"));
}

TEST_F(ReconciledCreate, TouchesNothingWhenItDoesNotKnowItsAccount) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));

  const auto error = caught<UnsettledCreateException>(
      [this] { static_cast<void>(tokens.create_token_reconciled("reg", input)); });

  EXPECT_EQ(error.token_id(), TokenId("orphan"));
}

TEST_F(ReconciledCreate, TouchesNothingWhenTheServiceTellsNoTime) {
  list(nlohmann::json::array());
  list(nlohmann::json::array());
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));

  EXPECT_EQ(unsettled().token_id(), TokenId("orphan"));
}

TEST_F(ReconciledCreate, SaysWhatIsUnsettledWhenTheListingFailsToo) {
  begin_with_the_name_free();
  lose_the_answer();
  transport->respond(403);

  const auto error = unsettled();

  EXPECT_TRUE(error.token_id().text().empty());
  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_NE(std::string(error.what()).find("ci-pull"), std::string::npos);
}

TEST_F(ReconciledCreate, NamesTheOrphanThatItCannotRemove) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));
  transport->respond(403);

  EXPECT_EQ(unsettled().token_id(), TokenId("orphan"));
}

TEST_F(ReconciledCreate, TakesAnOrphanThatIsGoneForRemoved) {
  begin_with_the_name_free();
  lose_the_answer();
  list(nlohmann::json::array({orphan()}));
  transport->respond(404);
  create();

  EXPECT_EQ(reconcile().id, TokenId("new"));
}

TEST_F(ReconciledCreate, KeepsAPasswordThatArrivedWhole) {
  begin_with_the_name_free();
  const std::string whole = token_json("new", "ci-pull", "pass-word").dump();
  transport->break_off({201, {}, whole.substr(0, whole.size() - 1)});
  transport->respond(200, token_json("new", "ci-pull").dump());

  const PostTokenOutput token = reconcile();

  EXPECT_EQ(token.id, TokenId("new"));
  EXPECT_EQ(token.properties.credentials->password.expose(), "pass-word");
  EXPECT_EQ(token.metadata.created_by, "dev@example.com");
}

TEST_F(ReconciledCreate, KeepsThePasswordEvenIfTheTokenCannotBeRead) {
  begin_with_the_name_free();
  const std::string whole = token_json("new", "ci-pull", "pass-word").dump();
  transport->break_off({201, {}, whole.substr(0, whole.size() - 1)});
  transport->respond(403);

  EXPECT_EQ(reconcile().properties.credentials->password.expose(), "pass-word");
}

TEST_F(ReconciledCreate, RemovesATokenWhosePasswordArrivedInPart) {
  begin_with_the_name_free();
  transport->break_off({201, {}, R"({"id":"orphan","properties":{"credentials":{"password":"pa)"});
  transport->respond(204);
  create();

  EXPECT_EQ(reconcile().id, TokenId("new"));
  EXPECT_EQ(methods(), "GET GET POST DELETE POST");
}

TEST_F(ReconciledCreate, GivesUpAfterThreeRounds) {
  begin_with_the_name_free();
  for (int round = 0; round < 3; ++round) {
    lose_the_answer();
    list(nlohmann::json::array());
  }

  EXPECT_EQ(unsettled().execution(), Execution::unknown);
  EXPECT_EQ(transport->outcomes_left(), 0u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
