// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>

#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(FromEnvironment, LeavesTheDefaultsWhereNothingIsSet) {
  const Environment environment({});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(configuration.host, Configuration().host);
  EXPECT_TRUE(configuration.token.empty());
  EXPECT_EQ(configuration.username, "");
  EXPECT_TRUE(configuration.password.empty());
  EXPECT_EQ(configuration.proxy.url, "");
  EXPECT_EQ(configuration.proxy.no_proxy, "");
}

TEST(FromEnvironment, ReadsTheToken) {
  const Environment environment({{"IONOS_TOKEN", "api-token"}});

  EXPECT_EQ(Configuration::from_environment().token.expose(), "api-token");
}

TEST(FromEnvironment, LogsAtTheLevelThatIsNamed) {
  const Environment environment({{"IONOS_LOG_LEVEL", "debug"}});

  EXPECT_TRUE(Configuration::from_environment().observer);
}

TEST(FromEnvironment, LogsNothingUnlessItIsTold) {
  for (const char* level : {"", "off", "OFF"}) {
    const Environment environment({{"IONOS_LOG_LEVEL", level}});

    EXPECT_FALSE(Configuration::from_environment().observer);
  }
}

TEST(FromEnvironment, ReadsALogLevelWithWhatStandsAroundIt) {
  for (const char* level : {"debug\r\n", " Trace", "\"debug\"",
                            "\xef\xbb\xbf"
                            "debug"}) {
    const Environment environment({{"IONOS_LOG_LEVEL", level}});

    EXPECT_TRUE(Configuration::from_environment().observer) << level;
  }
}

// Other programs of the same user know more levels, and go on with those that they don't know.
TEST(FromEnvironment, WarnsOfALogLevelThatIsNone) {
  for (const char* level : {"info", "warn", "error", "0", "debug,trace"}) {
    const Environment environment({{"IONOS_LOG_LEVEL", level}});

    const Configuration configuration = Configuration::from_environment();

    EXPECT_FALSE(configuration.observer);
    EXPECT_THAT(configuration.warnings,
                ElementsAre("IONOS_LOG_LEVEL must be off, debug or trace, unlike \"" +
                            std::string(level) + "\", so nothing is logged"));
  }
}

TEST(FromEnvironment, SaysNothingToALogLevelThatIsBlank) {
  const Environment environment({{"IONOS_LOG_LEVEL", " \n"}});

  EXPECT_THAT(Configuration::from_environment().warnings, IsEmpty());
}

TEST(FromEnvironment, AsksForTheQuotesAroundAPassword) {
  const Environment environment({{"IONOS_USERNAME", "user"}, {"IONOS_PASSWORD", "\"hunter2\""}});

  EXPECT_THAT(Configuration::from_environment().warnings,
              ElementsAre("IONOS_PASSWORD stands in quotes, which are taken for a part of it"));
}

TEST(FromEnvironment, ReadsUserNameAndPassword) {
  const Environment environment({{"IONOS_USERNAME", "user"}, {"IONOS_PASSWORD", "pass:word "}});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(configuration.username, "user");
  EXPECT_EQ(configuration.password.expose(), "pass:word ");
}

TEST(FromEnvironment, ReadsTheHost) {
  const Environment environment({{"IONOS_API_URL", "http://127.0.0.1:4010"}});

  EXPECT_EQ(Configuration::from_environment().host, "http://127.0.0.1:4010");
}

TEST(FromEnvironment, TakesEmptyVariablesForUnset) {
  const Environment environment({{"IONOS_TOKEN", ""},
                                 {"IONOS_API_URL", ""},
                                 {"IONOS_PINNED_CERT", ""},
                                 {"IONOS_HTTP_PROXY", ""},
                                 {"https_proxy", ""},
                                 {"ALL_PROXY", "http://last.example"}});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_TRUE(configuration.token.empty());
  EXPECT_EQ(configuration.host, Configuration().host);
  EXPECT_EQ(configuration.proxy.url, "http://last.example");
}

TEST(FromEnvironment, ReadsPinsSeparatedByCommas) {
  const Environment environment({{"IONOS_PINNED_CERT", "ab:cd,EF01"}});

  EXPECT_EQ(Configuration::from_environment().tls.pinned_certificates,
            (std::vector<std::string>{"ab:cd", "EF01"}));
}

TEST(FromEnvironment, ReadsPinsInQuotes) {
  const Environment environment({{"IONOS_PINNED_CERT", "\"ab:cd,EF01\"\r\n"}});

  EXPECT_EQ(Configuration::from_environment().tls.pinned_certificates,
            (std::vector<std::string>{"ab:cd", "EF01"}));
}

// No pin at all would be none that is looked for.
TEST(FromEnvironment, LeavesABlankPinToBeRefused) {
  for (const char* pins : {" ", "\"\"", ","}) {
    const Environment environment({{"IONOS_PINNED_CERT", pins}});

    EXPECT_FALSE(Configuration::from_environment().tls.pinned_certificates.empty());
  }
}

// A CGI program's HTTP_PROXY comes from a request's header; and the service is reached by HTTPS.
TEST(FromEnvironment, ReadsNoHttpProxy) {
  const Environment environment(
      {{"http_proxy", "http://a.example"}, {"HTTP_PROXY", "http://b.example"}});

  EXPECT_EQ(Configuration::from_environment().proxy.url, "");
}

TEST(FromEnvironment, ReadsWhereNoProxyIsWanted) {
  const Environment lower({{"no_proxy", "a.example,b.example"}, {"NO_PROXY", "c.example"}});
  EXPECT_EQ(Configuration::from_environment().proxy.no_proxy, "a.example,b.example");

  const Environment upper({{"NO_PROXY", "c.example"}});
  EXPECT_EQ(Configuration::from_environment().proxy.no_proxy, "c.example");
}

TEST(FromEnvironment, SplitsUserAndPasswordOffTheProxy) {
  const Environment environment({{"https_proxy", "http://us%40er:p%3Ass@proxy.example:3128/"}});

  const ProxyOptions proxy = Configuration::from_environment().proxy;

  EXPECT_EQ(proxy.url, "http://proxy.example:3128");
  EXPECT_EQ(proxy.username, "us@er");
  EXPECT_EQ(proxy.password.expose(), "p:ss");
}

TEST(FromEnvironment, SplitsUserAndPasswordOffAProxyWithoutScheme) {
  const Environment environment({{"https_proxy", "user:hunter2@proxy.example:3128"}});

  const ProxyOptions proxy = Configuration::from_environment().proxy;

  EXPECT_EQ(proxy.url, "http://proxy.example:3128");
  EXPECT_EQ(proxy.username, "user");
  EXPECT_EQ(proxy.password.expose(), "hunter2");
}

TEST(FromEnvironment, KeepsTheSchemeOfTheProxy) {
  const Environment environment({{"https_proxy", "socks5h://user@[2001:db8::1]:1080"}});

  const ProxyOptions proxy = Configuration::from_environment().proxy;

  EXPECT_EQ(proxy.url, "socks5h://[2001:db8::1]:1080");
  EXPECT_EQ(proxy.username, "user");
  EXPECT_TRUE(proxy.password.empty());
}

// Only a user was looked for once, so that this password stayed in clear.
TEST(FromEnvironment, LeavesNoPasswordInTheProxysUrl) {
  const Environment environment({{"https_proxy", "http://:hunter2@proxy.example"}});

  const ProxyOptions proxy = Configuration::from_environment().proxy;

  EXPECT_EQ(proxy.url, "http://proxy.example");
  EXPECT_EQ(proxy.password.expose(), "hunter2");
}

TEST(FromEnvironment, LeavesAProxyWithoutUserAsItIs) {
  const Environment environment({{"https_proxy", "proxy.example:3128"}});

  EXPECT_EQ(Configuration::from_environment().proxy.url, "proxy.example:3128");
}

TEST(FromEnvironment, TrimsTheProxy) {
  const Environment environment({{"all_proxy", " socks://127.0.0.1:1080/\r\n"}});

  EXPECT_EQ(Configuration::from_environment().proxy.url, "socks://127.0.0.1:1080/");
}

TEST(FromEnvironment, WarnsOfWhatNoProxyCannotMean) {
  const Environment environment(
      {{"https_proxy", "p.example"}, {"NO_PROXY", "a.example,https://b.example"}});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_THAT(configuration.warnings,
              testing::ElementsAre(testing::AllOf(testing::HasSubstr("environment NO_PROXY"),
                                                  testing::HasSubstr("https://b.example"))));
}

TEST(FromEnvironment, WarnsNotOfNoProxyWithoutAProxy) {
  const Environment environment({{"NO_PROXY", "https://b.example"}});

  EXPECT_THAT(Configuration::from_environment().warnings, testing::IsEmpty());
}

TEST(FromEnvironment, WarnsOfWhatOpensslLoads) {
  for (const char* name : {"OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES"}) {
    const Environment environment({{name, "/dev/null"}});

    EXPECT_THAT(Configuration::from_environment().warnings,
                testing::ElementsAre(testing::HasSubstr(name)));
  }
}

TEST(FromEnvironment, LeavesOutWhatStandsAroundAProxyOrAPath) {
  const Environment environment({{"https_proxy", "\"http://me:pw@p.example\"\r\n"},
                                 {"no_proxy", "'a.example, b.example'"},
                                 {"SSL_CERT_FILE", "/a.pem\n"},
                                 {"SSL_CERT_DIR", "\"/b\""}});

  const Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(configuration.proxy.url, "http://p.example");
  EXPECT_EQ(configuration.proxy.username, "me");
  EXPECT_EQ(configuration.proxy.no_proxy, "a.example, b.example");
  EXPECT_EQ(configuration.tls.ca_file, "/a.pem");
  EXPECT_EQ(configuration.tls.ca_directory, "/b");
  EXPECT_THAT(configuration.warnings, testing::IsEmpty());
}

TEST(FromEnvironment, ReadsTheAuthorities) {
  const Environment environment({{"SSL_CERT_FILE", "/a.pem"}, {"SSL_CERT_DIR", "/b:/c"}});

  const TlsOptions tls = Configuration::from_environment().tls;

  EXPECT_EQ(tls.ca_file, "/a.pem");
  EXPECT_EQ(tls.ca_directory, "/b:/c");
}

TEST(FromEnvironment, LeavesWhatIsNoUrlToTheClientsCheck) {
  const Environment environment({{"https_proxy", "not a url"}});

  EXPECT_EQ(Configuration::from_environment().proxy.url, "not a url");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
