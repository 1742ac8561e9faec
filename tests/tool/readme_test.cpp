// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <regex>

#include "tool_test.hpp"

namespace programs {
namespace {

/// A command of the session in README.md, and what it is said to show on a terminal.
struct Step {
  std::string command;
  std::string shown;
};

std::string session() {
  const std::string readme = text_of_file(IONOSCLOUD_CR_README);
  const std::string begin = "```console\n";
  const std::size_t start = readme.find(begin) + begin.size();
  return readme.substr(start, readme.find("```", start) - start);
}

std::vector<Step> steps_of(const std::string& session) {
  std::vector<Step> steps;
  const std::regex step(R"(\$ ((?:[^\n]*\\\n)*[^\n]*)\n((?:[^$][^\n]*\n)*))");
  for (std::sregex_iterator match(session.begin(), session.end(), step), end; match != end;
       ++match) {
    steps.push_back({(*match)[1], (*match)[2]});
  }
  return steps;
}

const std::regex id("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

/// Without what differs from run to run, and without the key that was pressed.
std::string without_chance(std::string text) {
  text = std::regex_replace(text, std::regex("\r"), "");
  text = std::regex_replace(text, id, "<id>");
  text = std::regex_replace(text, std::regex("[0-9]{4}-[0-9T:-]+Z"), "<date>");
  return std::regex_replace(text, std::regex(R"((^|\] )y\n)"), "$1");
}

class Readme : public ToolTest {};

TEST_F(Readme, ShowsASessionAsItIs) {
  environment_["PATH"] =
      std::filesystem::path(IONOSCLOUD_CR_TOOL).parent_path().string() + ":/usr/bin:/bin";
  const std::vector<Step> steps = steps_of(session());
  ASSERT_FALSE(steps.empty());

  for (const Step& step : steps) {
    const std::string own_id = tokens().empty() ? "" : token_id();
    const std::string command = std::regex_replace(step.command, id, own_id);

    const Outcome outcome =
        run_on_terminal("cd " + folder_.file("") + " && " + command,
                        step.shown.find("[y/N] y") == std::string::npos ? "" : "y\n");

    EXPECT_EQ(without_chance(outcome.out), without_chance(step.shown)) << command;
  }
}

}  // namespace
}  // namespace programs
