// SPDX-License-Identifier: Apache-2.0
//
// What all commands have in common: how they end, and what they say then.

#include <ostream>
#include <sstream>

#include "tool_test.hpp"

namespace programs {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::ValuesIn;

/// A command with arguments that it accepts.
struct Call {
  std::vector<std::string> words;

  friend std::ostream& operator<<(std::ostream& out, const Call& call) {
    return out << call.words.front();
  }
};

const std::vector<Call> reading_calls = {
    {{"list"}},
    {{"show", "some-id"}},
};

const std::vector<Call> changing_calls = {
    {{"create", "some-name", "--show-password"}},
    {{"update", "some-id", "--status", "disabled"}},
    {{"put", "some-id", "some-name", "--show-password"}},
    {{"delete", "some-id", "--yes"}},
};

std::vector<Call> all_calls() {
  std::vector<Call> calls = reading_calls;
  calls.insert(calls.end(), changing_calls.begin(), changing_calls.end());
  return calls;
}

std::string name_of(const ::testing::TestParamInfo<Call>& info) { return info.param.words.front(); }

class Command : public ToolTest, public ::testing::WithParamInterface<Call> {
 protected:
  [[nodiscard]] static std::string name() { return GetParam().words.front(); }

  [[nodiscard]] Outcome call(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = GetParam().words;
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  /// Expects nothing on stdout, and one line on stderr that begins with the program.
  static void expect_complaint(const Outcome& outcome, int exit_code) {
    EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, StartsWith("ionos-cr-tokens: "));
  }
};

TEST_P(Command, PrintsItsHelpAndSendsNothing) {
  const Outcome outcome = run({name(), "--help"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Usage: ionos-cr-tokens " + name() + " [OPTIONS]"));
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_P(Command, HasLinesOfHelpThatFitATerminal) {
  std::istringstream help(run({name(), "--help"}).out);

  for (std::string line; std::getline(help, line);) EXPECT_LE(line.size(), 100U) << line;
}

TEST_P(Command, EndsWith2WithoutARegistry) {
  environment_.erase("IONOS_REGISTRY_ID");

  const Outcome outcome = call();

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--registry ID or IONOS_REGISTRY_ID"));
}

TEST_P(Command, TakesTheRegistryOfTheOptionBeforeThatOfTheEnvironment) {
  environment_["IONOS_REGISTRY_ID"] = "no-such-registry";

  static_cast<void>(call({"--registry", registry()}));

  EXPECT_THAT(stub_.requests().back().target, HasSubstr("/registries/" + registry() + "/"));
}

TEST_P(Command, EndsWith2ForAnOptionThatItDoesNotHave) {
  const Outcome outcome = call({"--no-such-option"});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("not expected: --no-such-option; see ionos-cr-tokens " +
                                     name() + " --help"));
}

TEST_P(Command, EndsWith2ForAnArgumentTooMany) {
  const Outcome outcome = call({"superfluous\033[2J"});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("not expected: superfluous?[2J"));
}

TEST_P(Command, EndsWith2WithoutALogin) {
  environment_.erase("IONOS_TOKEN");

  const Outcome outcome = call();

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("IONOS_TOKEN"));
}

TEST_P(Command, EndsWith2ForAHostWithAUserAndKeepsThePasswordToItself) {
  environment_["IONOS_API_URL"] = "http://somebody:hunter2@127.0.0.1";

  const Outcome outcome = call();

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, Not(HasSubstr("hunter2")));
}

TEST_P(Command, EndsWith3ForAWrongLogin) {
  environment_["IONOS_TOKEN"] = "not-the-token";

  const Outcome outcome = call();

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, HasSubstr("got status 401"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("not-the-token")));
}

TEST_P(Command, EndsWith3WhenItIsForbidden) {
  stub_.fail_next(1, 403);

  const Outcome outcome = call();

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, HasSubstr("use a login that may manage this registry"));
}

TEST_P(Command, EndsWith3WhenItIsSentElsewhere) {
  stub_.fail_next(1, 307, {{"Location", "https://registry.example/v1?key=hunter2"}});

  const Outcome outcome = call();

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("redirects to https://registry.example/v1 and isn't"),
                                 HasSubstr("set IONOS_API_URL"), Not(HasSubstr("hunter2"))));
}

TEST_P(Command, EndsWith4WhenTheProxyRefuses) {
  environment_["IONOS_API_URL"] = "https://service.invalid";
  // The stub server as a proxy: it has no CONNECT.
  environment_["https_proxy"] = "http://me:hunter2@" + stub_.url().substr(7);

  const Outcome outcome = call();

  expect_complaint(outcome, 4);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("the proxy responded to CONNECT with 4"),
                                 HasSubstr("(from environment https_proxy)"),
                                 HasSubstr("give the proxy"), Not(HasSubstr("hunter2"))));
}

TEST_P(Command, EndsWith5ForARegistryThatIsNotThere) {
  const Outcome outcome = call({"--registry", "no-such-registry"});

  expect_complaint(outcome, 5);
  EXPECT_THAT(outcome.err, HasSubstr("got status 404"));
}

// Unlike a server that isn't there, one without TLS is asked once.
TEST_P(Command, EndsWith4WhenTheServerSpeaksNoTls) {
  environment_["IONOS_API_URL"] = "https" + stub_.url().substr(4);

  const Outcome outcome = call();

  expect_complaint(outcome, 4);
  EXPECT_THAT(outcome.err, HasSubstr("check IONOS_API_URL"));
}

TEST_P(Command, TakesUserNameAndPasswordAsWell) {
  environment_.erase("IONOS_TOKEN");
  environment_["IONOS_USERNAME"] = "stub-user";
  environment_["IONOS_PASSWORD"] = "stub-password";

  const Outcome outcome = call();

  EXPECT_THAT(outcome.err, Not(HasSubstr("got status 401")));
  EXPECT_EQ(stub_.request_count(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Each, Command, ValuesIn(all_calls()), name_of);

class ReadingCommand : public Command {};

TEST_P(ReadingCommand, EndsWith4WhenTheResponseIsAWebPage) {
  stub_.fail_next(1, 200, {{"Content-Type", "text/html"}}, "<html>Welcome</html>");

  const Outcome outcome = call();

  expect_complaint(outcome, 4);
  EXPECT_THAT(outcome.err, Not(HasSubstr("Welcome")));
}

TEST_P(ReadingCommand, EndsWith3WhenTheServiceFails) {
  stub_.fail_next(100, 500, {{"Retry-After", "3600"}});

  expect_complaint(call(), 3);
}

INSTANTIATE_TEST_SUITE_P(Each, ReadingCommand, ValuesIn(reading_calls), name_of);

class ChangingCommand : public Command {};

TEST_P(ChangingCommand, EndsWith6WhenTheServiceFailsAndMayHaveDoneIt) {
  stub_.fail_next(100, 500);

  expect_complaint(call(), 6);
}

INSTANTIATE_TEST_SUITE_P(Each, ChangingCommand, ValuesIn(changing_calls), name_of);

}  // namespace
}  // namespace programs
