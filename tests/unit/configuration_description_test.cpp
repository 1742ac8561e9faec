// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The line of a field, with one space between its columns.
std::string line_of(const Configuration& configuration, const std::string& field) {
  const std::string text = "\n" + configuration.describe();
  const std::size_t begin = text.find("\n" + field + " ") + 1;
  std::string line;
  for (const char c : text.substr(begin, text.find('\n', begin) - begin)) {
    if (c != ' ' || line.back() != ' ') line += c;
  }
  return line;
}

TEST(ConfigurationDescription, TellsTheDefaults) {
  const Configuration defaults;

  EXPECT_EQ(line_of(defaults, "host"), "host https://api.ionos.com/containerregistries default");
  EXPECT_EQ(line_of(defaults, "timeouts.call"), "timeouts.call 60 s default");
  EXPECT_EQ(line_of(defaults, "retry.base_delay"), "retry.base_delay 500 ms default");
  EXPECT_EQ(line_of(defaults, "token"), "token (none) default");
  EXPECT_EQ(line_of(defaults, "tls.allow_plain_http"), "tls.allow_plain_http no default");
}

TEST(ConfigurationDescription, LinesUpItsColumns) {
  const std::string text = Configuration().describe();

  EXPECT_THAT(text, StartsWith("host                         https://api.ionos.com/"));
  EXPECT_THAT(text, HasSubstr("\ntoken                        (none)   "));
  EXPECT_THAT(text, EndsWith("default\n"));
}

TEST(ConfigurationDescription, TellsWhichVariableAValueCameFrom) {
  const Environment environment({{"IONOS_TOKEN", "hunter2"},
                                 {"IONOS_API_URL", "https://own.example.com"},
                                 {"all_proxy", "http://joe:hunter3@proxy.example.com"}});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(line_of(configuration, "token"), "token [redacted] environment IONOS_TOKEN");
  EXPECT_EQ(line_of(configuration, "host"),
            "host https://own.example.com environment IONOS_API_URL");
  EXPECT_EQ(line_of(configuration, "proxy.username"), "proxy.username joe environment all_proxy");
}

TEST(ConfigurationDescription, TellsWhyAProxyIsNotUsed) {
  const Environment environment(
      {{"https_proxy", "http://p.example"}, {"no_proxy", "exempt.example"}});
  Configuration configuration = Configuration::from_environment();
  EXPECT_EQ(line_of(configuration, "proxy.url"),
            "proxy.url http://p.example environment https_proxy");

  configuration.host = "http://localhost:4010";
  EXPECT_THAT(line_of(configuration, "proxy.url"),
              EndsWith("environment https_proxy, not used: the host is loopback"));

  configuration.host = "https://exempt.example";
  EXPECT_THAT(line_of(configuration, "proxy.url"),
              EndsWith("not used: proxy.no_proxy names the host"));
}

TEST(ConfigurationDescription, TellsWhatTheProgramHasSet) {
  const Environment environment({{"IONOS_TOKEN", "from-environment"}});
  Configuration configuration = Configuration::from_environment();

  configuration.token = "another";
  configuration.timeouts.call = std::chrono::milliseconds(1500);

  EXPECT_EQ(line_of(configuration, "token"), "token [redacted] set by the program");
  EXPECT_EQ(line_of(configuration, "timeouts.call"), "timeouts.call 1500 ms set by the program");
}

TEST(ConfigurationDescription, HoldsNoSecret) {
  Configuration configuration;
  configuration.token = "hunter2-token";
  configuration.password = "hunter2-password";
  configuration.proxy.password = "hunter2-proxy";
  configuration.tls.client_key_passphrase = "hunter2-key";
  configuration.host = "https://joe:hunter2@example.com";
  configuration.proxy.url = "joe:hunter2@proxy.example.com";
  configuration.proxy.no_proxy = "a.example,http://joe:hunter2@proxy.example.com";

  const std::string text = configuration.describe();

  EXPECT_THAT(text, Not(HasSubstr("hunter2")));
  EXPECT_EQ(line_of(configuration, "host"),
            "host https://[redacted]@example.com set by the program");
}

TEST(ConfigurationDescription, ShowsNoPartOfAPasswordWithSignsOfAUrl) {
  Configuration configuration;
  configuration.host = "https://joe:hunter2@hunter3@example.com";
  configuration.proxy.url = "joe:hunter2://hunter3@proxy.example.com";

  const std::string text = configuration.describe();

  EXPECT_THAT(text, Not(HasSubstr("hunter")));
}

TEST(ConfigurationDescription, ShowsNoQuery) {
  Configuration configuration;
  configuration.host = "https://h.example/x?token=hunter2";
  configuration.proxy.url = "http://p.example?a=hunter2@hunter3?hunter4";

  EXPECT_THAT(configuration.describe(), Not(HasSubstr("hunter2")));
  EXPECT_THAT(configuration.describe(), Not(HasSubstr("hunter4")));
  EXPECT_EQ(line_of(configuration, "host"),
            "host https://h.example/x?[redacted] set by the program");
}

TEST(ConfigurationDescription, KeepsToOneLineAField) {
  Configuration configuration;
  const std::string before = configuration.describe();
  configuration.username = "two\nlines\x1b[2J";

  const std::string text = configuration.describe();

  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
            std::count(before.begin(), before.end(), '\n'));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
