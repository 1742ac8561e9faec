// SPDX-License-Identifier: Apache-2.0
#include "support/program_test.hpp"

namespace programs {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// The stub server of the test plays the real service.
class DemoOnTheService : public ProgramTest {
 protected:
  void SetUp() override {
    environment_["IONOS_REGISTRY_ID"] = registry();
    stub_.add_tokens(stub_.registry(), others_.size());
  }

  [[nodiscard]] Outcome run() const { return run_process({IONOSCLOUD_CR_DEMO}, environment_); }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const cr::TokenResponse& token : tokens()) names.push_back(token.properties.name);
    return names;
  }

  const std::vector<std::string> others_ = {"token-1", "token-2", "token-3"};
};

TEST(Demo, ShowsEachOperationOnAStubServerOfItsOwn) {
  const Outcome outcome = run_process({IONOSCLOUD_CR_DEMO}, {});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("a stub server in this process"));
  for (const std::string operation :
       {"registries_tokens_post", "registries_tokens_find_by_id", "registries_tokens_get_all",
        "registries_tokens_patch", "registries_tokens_put", "ConflictException",
        "registries_tokens_delete"}) {
    EXPECT_THAT(outcome.out, HasSubstr(operation));
  }
}

TEST(Demo, ShowsWhatEachOperationDid) {
  const Outcome outcome = run_process({IONOSCLOUD_CR_DEMO}, {});

  EXPECT_THAT(
      outcome.out,
      AllOf(HasSubstr("password  [redacted]"), HasSubstr("page 2"),
            HasSubstr("status    disabled; still expires"), HasSubstr("never, by cr::null"),
            HasSubstr("created   demo-"), HasSubstr("replaced  demo-"), HasSubstr("status    409"),
            HasSubstr("deleted   demo-"), HasSubstr("Next: set IONOS_REGISTRY_ID")));
}

TEST(Demo, PrintsNoEscapeSequencesIntoAPipe) {
  const Outcome outcome = run_process({IONOSCLOUD_CR_DEMO}, {{"TERM", "xterm-256color"}});

  EXPECT_THAT(outcome.out, Not(HasSubstr("\033")));
}

TEST(Demo, RunsOnTheStubServerWithoutALogin) {
  const Outcome outcome = run_process({IONOSCLOUD_CR_DEMO}, {{"IONOS_REGISTRY_ID", "some-id"}});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("neither the environment nor a profile has a login"));
}

TEST_F(DemoOnTheService, SaysWhereItRuns) {
  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("the real service"), HasSubstr(stub_.url()),
                                 HasSubstr(registry()), Not(HasSubstr("stub-token"))));
}

TEST_F(DemoOnTheService, DeletesItsOwnTokensAlone) {
  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(names(), others_);
}

TEST_F(DemoOnTheService, CleansUpWhenItBreaksOff) {
  stub_.throttle(9, std::chrono::hours(1));

  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("demo: cleaned up demo-"));
  EXPECT_EQ(names(), others_);
}

TEST_F(DemoOnTheService, CleansUpATokenWhoseCreationGotNoResponse) {
  stub_.lose_responses(1);

  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(names(), others_);
}

TEST_F(DemoOnTheService, NamesATokenThatItCannotDelete) {
  stub_.throttle(2, std::chrono::hours(1));

  const Outcome outcome = run();

  ASSERT_THAT(tokens(), SizeIs(others_.size() + 1));
  const cr::TokenProperties left = tokens().back().properties;
  EXPECT_THAT(outcome.err, HasSubstr("can't clean up " + left.name));
  EXPECT_THAT(outcome.out + outcome.err,
              Not(HasSubstr(std::string(left.credentials->password.expose()))));
}

TEST_F(DemoOnTheService, SaysWhatIsWrongWithHalfALogin) {
  environment_.erase("IONOS_TOKEN");
  environment_["IONOS_USERNAME"] = "somebody";

  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("password must be set"));
}

TEST_F(DemoOnTheService, SaysThatTheServerSpeaksNoTls) {
  environment_["IONOS_API_URL"] = "https" + stub_.url().substr(4);

  const Outcome outcome = run();

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("SSL"));
}

}  // namespace
}  // namespace programs
