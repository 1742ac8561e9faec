// SPDX-License-Identifier: Apache-2.0
#include "example_test.hpp"

namespace examples {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DeleteToken : public ExampleTest {
 protected:
  void SetUp() override { stub_.add_tokens(stub_.registry(), 1); }
};

TEST_F(DeleteToken, DeletesTheToken) {
  const std::string id = token_id();

  const Outcome outcome = run("delete_token", {registry(), id});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "deleted " + id + "\n");
  EXPECT_THAT(tokens(), IsEmpty());
}

TEST_F(DeleteToken, WritesWhatItDeleted) {
  const std::string id = token_id();

  const Outcome outcome = run("delete_token", {registry(), id, "--json"});

  EXPECT_EQ(json::parse(outcome.out), json({{"deleted", id}}));
}

TEST_F(DeleteToken, IsRefusedATokenThatIsNotThere) {
  const Outcome outcome = run("delete_token", {registry(), "no-such-token"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace examples
