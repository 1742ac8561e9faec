// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <regex>

#include "support/console_session.hpp"
#include "tool_test.hpp"

namespace programs {
namespace {

/// As a terminal shows it, but for the key that was pressed.
std::string seen(const std::string& text) {
  return std::regex_replace(without_chance(std::regex_replace(text, std::regex("\r"), "")),
                            std::regex(R"((^|\] )y\n)"), "$1");
}

class Readme : public ToolTest {};

TEST_F(Readme, ShowsASessionAsItIs) {
  environment_["PATH"] =
      std::filesystem::path(IONOSCLOUD_CR_TOOL).parent_path().string() + ":/usr/bin:/bin";
  const std::vector<Step> steps = steps_of(text_of_file(IONOSCLOUD_CR_README));
  ASSERT_FALSE(steps.empty());

  for (const Step& step : steps) {
    const std::string command = with_id(step.command, tokens().empty() ? "" : token_id());

    const Outcome outcome =
        run_on_terminal("cd " + folder_.file("") + " && " + command,
                        step.shown.find("[y/N] y") == std::string::npos ? "" : "y\n");

    EXPECT_EQ(seen(outcome.out), seen(step.shown)) << command;
  }
}

}  // namespace
}  // namespace programs
