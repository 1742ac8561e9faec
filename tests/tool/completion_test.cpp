// SPDX-License-Identifier: Apache-2.0
//
// What the shells offer and what the manual describes is what the program's help lists.

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "tool_test.hpp"

namespace programs {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::ValuesIn;

using Words = std::set<std::string>;

const std::vector<std::string> commands = {"list", "show", "create", "update", "put", "delete"};

Words found_in(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  Words words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    for (std::sregex_iterator match(line.begin(), line.end(), regex), end; match != end; ++match) {
      words.insert((*match)[1]);
    }
  }
  return words;
}

Words words_of(const std::string& text) { return found_in(text, "(\\S+)"); }

Words options_of(const std::string& help) { return found_in(help, "^  (?:-.,)?(--[a-z-]+)"); }

std::string source(const std::string& name) {
  return std::string(IONOSCLOUD_CR_TOOL_SOURCES) + "/" + name;
}

std::string manual() {
  return std::regex_replace(text_of_file(source("ionos-cr-tokens.1")), std::regex(R"(\\-)"), "-");
}

class Completion : public ToolTest {
 protected:
  /// What bash offers in the place of the last word.
  [[nodiscard]] Words offered_by_bash(const std::vector<std::string>& typed) const {
    std::string line = ". " + source("completion.bash") + "; COMP_WORDS=(ionos-cr-tokens";
    for (const std::string& word : typed) line += " '" + word + "'";
    line += "); COMP_CWORD=" + std::to_string(typed.size()) +
            "; _ionos_cr_tokens; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const Outcome outcome = run_process({"/bin/bash", "-c", line}, environment_);
    EXPECT_EQ(outcome.err, "");
    return words_of(outcome.out);
  }

  /// What the function for zsh gives to zsh's own ones, `command` having been typed.
  [[nodiscard]] Outcome given_to_zsh(const std::string& command) const {
    const std::string line =
        "_arguments() { print -l -- \"$@\" }; _describe() { print -l -- ${(P)2} };"
        "words=(ionos-cr-tokens " +
        command + " ''); CURRENT=$#words; . " + source("completion.zsh");
    return run_process({"/usr/bin/zsh", "-f", "-c", line}, environment_);
  }

  static bool has_zsh() { return std::filesystem::exists("/usr/bin/zsh"); }
};

class CompletionOfACommand : public Completion,
                             public ::testing::WithParamInterface<std::string> {};

TEST_P(CompletionOfACommand, OffersItsOptionsInBash) {
  EXPECT_EQ(offered_by_bash({GetParam(), "--"}), options_of(run({GetParam(), "--help"}).out));
}

TEST_P(CompletionOfACommand, OffersItsOptionsInZsh) {
  if (!has_zsh()) GTEST_SKIP() << "zsh isn't installed";

  const Outcome outcome = given_to_zsh(GetParam());

  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(found_in(outcome.out, R"(^(?:\(.*\))?\*?(--[a-z-]+))"),
            options_of(run({GetParam(), "--help"}).out));
}

INSTANTIATE_TEST_SUITE_P(Each, CompletionOfACommand, ValuesIn(commands),
                         [](const auto& command) { return command.param; });

TEST_F(Completion, OffersTheCommandsInBash) {
  const std::string help = run({"--help"}).out;
  Words expected = options_of(help);
  expected.merge(found_in(help, "^  ([a-z]+) "));

  EXPECT_EQ(offered_by_bash({""}), expected);
}

TEST_F(Completion, OffersTheCommandsInZsh) {
  if (!has_zsh()) GTEST_SKIP() << "zsh isn't installed";

  EXPECT_EQ(found_in(given_to_zsh("").out, "^([a-z]+):"),
            found_in(run({"--help"}).out, "^  ([a-z]+) "));
}

TEST_F(Completion, OffersWhatBeginsAsTyped) {
  EXPECT_EQ(offered_by_bash({"list", "--pa"}), Words({"--page-size"}));
}

TEST_F(Completion, OffersFilesForThePassword) {
  std::ofstream(folder_.file("password")) << "";

  EXPECT_EQ(offered_by_bash({"create", "--password-file", folder_.file("pass")}),
            Words({folder_.file("password")}));
}

TEST_F(Completion, OffersTheKnownStatuses) {
  EXPECT_EQ(offered_by_bash({"update", "--status", ""}), Words({"enabled", "disabled"}));
}

class Manual : public ToolTest {};

TEST_F(Manual, DescribesTheOptionsThatThereAre) {
  Words options = options_of(run({"--help"}).out);
  for (const std::string& command : commands)
    options.merge(options_of(run({command, "--help"}).out));

  EXPECT_EQ(found_in(manual(), R"(^\.BR? (?:-. ", " )?(--[a-z-]+)(?: "|$))"), options);
}

TEST_F(Manual, DescribesTheCommandsThatThereAre) {
  EXPECT_THAT(found_in(manual(), R"(^\.B ([a-z]+)$)"),
              IsSupersetOf(std::vector<std::string>(commands)));
}

TEST_F(Manual, ListsTheExitCodes) {
  EXPECT_EQ(found_in(manual(), R"(^\.B ([0-9]+)$)"),
            Words({"0", "1", "2", "3", "4", "5", "6", "7", "130"}));
}

TEST_F(Manual, NamesTheVariablesOfTheLibrary) {
  for (const std::string variable :
       {"IONOS_TOKEN", "IONOS_USERNAME", "IONOS_PASSWORD", "IONOS_API_URL", "IONOS_CONFIG_FILE",
        "IONOS_CURRENT_PROFILE", "IONOS_PINNED_CERT", "IONOS_LOG_LEVEL", "IONOS_HTTP_PROXY",
        "https_proxy", "all_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"}) {
    EXPECT_THAT(manual(), HasSubstr(variable));
  }
}

}  // namespace
}  // namespace programs
