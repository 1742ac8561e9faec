// SPDX-License-Identifier: Apache-2.0
//
// What all programs have in common: how they end, and what they say then.

#include <ostream>

#include "example_test.hpp"

namespace examples {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::ValuesIn;

/// A program, and arguments behind the registry's id that it accepts.
struct Call {
  std::string program;
  std::vector<std::string> arguments;

  friend std::ostream& operator<<(std::ostream& out, const Call& call) {
    return out << call.program;
  }
};

const std::vector<Call> reading_calls = {
    {"list_tokens", {}},
    {"find_token", {"some-id"}},
    {"create_token", {"some-name", "--show-password"}},
    {"update_token", {"some-id", "--status", "disabled"}},
    {"put_token", {"some-id", "some-name", "--show-password"}},
};

std::vector<Call> all_calls() {
  std::vector<Call> calls = reading_calls;
  calls.push_back({"delete_token", {"some-id"}});
  return calls;
}

std::string name_of(const ::testing::TestParamInfo<Call>& info) { return info.param.program; }

class Program : public ExampleTest, public ::testing::WithParamInterface<Call> {
 protected:
  [[nodiscard]] Outcome call(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = GetParam().arguments;
    arguments.insert(arguments.begin(), registry());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(GetParam().program, arguments);
  }

  /// Expects nothing on stdout, and one line on stderr that begins with the program.
  void expect_complaint(const Outcome& outcome, int exit_code) const {
    EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, StartsWith(GetParam().program + ": "));
  }
};

TEST_P(Program, PrintsItsHelpAndSendsNothing) {
  const Outcome outcome = run(GetParam().program, {"--help"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("usage: " + GetParam().program + " REGISTRY"));
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_P(Program, HasLinesOfHelpThatFitATerminal) {
  std::istringstream help(run(GetParam().program, {"--help"}).out);

  for (std::string line; std::getline(help, line);) EXPECT_LE(line.size(), 100U) << line;
}

TEST_P(Program, EndsWith2WithoutOperands) {
  const Outcome outcome = run(GetParam().program, {});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("REGISTRY is missing; see " + GetParam().program + " --help"));
}

TEST_P(Program, EndsWith2ForAnOptionThatItDoesNotHave) {
  const Outcome outcome = call({"--no-such-option"});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("there is no option --no-such-option"));
}

TEST_P(Program, EndsWith2ForAnOperandTooMany) {
  const Outcome outcome = call({"superfluous"});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("too many arguments: \"superfluous\""));
}

TEST_P(Program, EndsWith2ForAFlagWithAValue) {
  const Outcome outcome = call({"--json=yes"});

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--json has no value"));
}

TEST_P(Program, EndsWith2WithoutALogin) {
  environment_.erase("IONOS_TOKEN");

  const Outcome outcome = call();

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, HasSubstr("IONOS_TOKEN"));
}

TEST_P(Program, EndsWith2ForAHostWithAUserAndKeepsThePasswordToItself) {
  environment_["IONOS_API_URL"] = "http://somebody:hunter2@127.0.0.1";

  const Outcome outcome = call();

  expect_complaint(outcome, 2);
  EXPECT_THAT(outcome.err, Not(HasSubstr("hunter2")));
}

TEST_P(Program, EndsWith3ForAWrongLogin) {
  environment_["IONOS_TOKEN"] = "not-the-token";

  const Outcome outcome = call();

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, HasSubstr("answered with 401"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("not-the-token")));
}

TEST_P(Program, EndsWith3WhenItIsForbidden) {
  stub_.fail_next(1, 403);

  const Outcome outcome = call();

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, HasSubstr("use a login that may manage this registry"));
}

TEST_P(Program, EndsWith3ForARegistryThatIsNotThere) {
  std::vector<std::string> arguments = GetParam().arguments;
  arguments.insert(arguments.begin(), "no-such-registry");

  const Outcome outcome = run(GetParam().program, arguments);

  expect_complaint(outcome, 3);
  EXPECT_THAT(outcome.err, HasSubstr("answered with 404"));
}

TEST_P(Program, EndsWith4WhenNobodyListens) {
  environment_["IONOS_API_URL"] = "http://127.0.0.1:1";

  const Outcome outcome = call();

  expect_complaint(outcome, 4);
  EXPECT_THAT(outcome.err, HasSubstr("check the network, and IONOS_API_URL"));
}

TEST_P(Program, TakesUserNameAndPasswordAsWell) {
  environment_ = {{"IONOS_API_URL", stub_.url()},
                  {"IONOS_USERNAME", "stub-user"},
                  {"IONOS_PASSWORD", "stub-password"}};

  const Outcome outcome = call();

  EXPECT_THAT(outcome.err, Not(HasSubstr("answered with 401")));
  EXPECT_EQ(stub_.request_count(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Each, Program, ValuesIn(all_calls()), name_of);

/// Those that read the body of their answer.
class ReadingProgram : public Program {};

TEST_P(ReadingProgram, EndsWith4WhenTheAnswerIsAWebPage) {
  stub_.fail_next(1, 200, {{"Content-Type", "text/html"}}, "<html>Welcome</html>");

  const Outcome outcome = call();

  expect_complaint(outcome, 4);
  EXPECT_THAT(outcome.err, Not(HasSubstr("Welcome")));
}

INSTANTIATE_TEST_SUITE_P(Each, ReadingProgram, ValuesIn(reading_calls), name_of);

class CommandLine : public ExampleTest {};

TEST_F(CommandLine, RefusesAnOptionWithoutItsValue) {
  const Outcome outcome = run("list_tokens", {registry(), "--limit"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("a value is missing: --limit N"));
}

TEST_F(CommandLine, RefusesAnOptionThatIsGivenTwice) {
  const Outcome outcome = run("list_tokens", {registry(), "--limit", "1", "--limit", "2"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--limit is given more than once"));
}

TEST_F(CommandLine, EndsWith1WhenTheResultCannotBePrinted) {
  const Outcome outcome = run_in_shell("list_tokens", "\"$0\" " + registry() + " >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "list_tokens: can't write to standard output\n");
}

}  // namespace
}  // namespace examples
