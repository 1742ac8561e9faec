// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/configuration.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <limits>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>
#include <ionoscloud/container_registry/version.hpp>

#include "runtime/client_settings.hpp"
#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class AnyCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override { return "Bearer x"; }
};

Configuration valid() {
  Configuration configuration;
  configuration.token = "api-token";
  return configuration;
}

Configuration with_login(const std::string& username, const std::string& password) {
  Configuration configuration;
  configuration.username = username;
  configuration.password = password;
  return configuration;
}

/// What a client says to a configuration; empty when it takes it.
std::string complaint_about(const Configuration& configuration) {
  try {
    const ApiClient client(configuration);
    return "";
  } catch (const ConfigurationException& error) {
    return error.what();
  }
}

struct Mistake {
  const char* field;
  std::function<void(Configuration&)> make;
};

/// The mistakes that a client must find, each with the field that its complaint must begin with.
class ConfigurationRefuses : public ::testing::TestWithParam<Mistake> {};

TEST_P(ConfigurationRefuses, TheFieldByName) {
  Configuration configuration = valid();
  GetParam().make(configuration);

  const std::string complaint = complaint_about(configuration);

  EXPECT_EQ(complaint.find("configuration: " + std::string(GetParam().field) + " must "), 0u)
      << complaint;
}

TEST_P(ConfigurationRefuses, BeforeAnythingIsSent) {
  const auto transport = std::make_shared<testing::FakeTransport>();
  Configuration configuration = valid();
  GetParam().make(configuration);
  configuration.transport = transport;

  static_cast<void>(complaint_about(configuration));

  EXPECT_EQ(transport->request_count(), 0u);
}

INSTANTIATE_TEST_SUITE_P(
    Hosts, ConfigurationRefuses,
    ::testing::Values(Mistake{"host", [](auto& c) { c.host = ""; }},
                      Mistake{"host", [](auto& c) { c.host = "not a host"; }},
                      Mistake{"host", [](auto& c) { c.host = "http://api.ionos.com"; }},
                      Mistake{"host", [](auto& c) { c.host = "https://h?a=b"; }}));

INSTANTIATE_TEST_SUITE_P(
    Logins, ConfigurationRefuses,
    ::testing::Values(Mistake{"token", [](auto& c) { c.token = ""; }},
                      Mistake{"token", [](auto& c) { c.token = "a\r\nX-Evil: 1"; }},
                      Mistake{"token", [](auto& c) { c.token = "a\n"; }},
                      Mistake{"token", [](auto& c) { c.token = std::string("a\0b", 3); }},
                      Mistake{"token", [](auto& c) { c.token = "Bearer abc"; }},
                      Mistake{"token", [](auto& c) { c.token = "\"abc\""; }},
                      Mistake{"token", [](auto& c) { c.token = "a bc"; }},
                      Mistake{"token", [](auto& c) { c.token = " abc"; }},
                      Mistake{"token", [](auto& c) { c.token = "abc\xc2\xa0"; }},
                      Mistake{"token",
                              [](auto& c) {
                                c.token =
                                    "\xef\xbb\xbf"
                                    "abc";
                              }},
                      Mistake{"password",
                              [](auto& c) {
                                c = with_login("user",
                                               "\xef\xbb\xbf"
                                               "p");
                              }},
                      Mistake{"password", [](auto& c) { c = with_login("user", "pass\n"); }},
                      Mistake{"password", [](auto& c) { c = with_login("user", ""); }},
                      Mistake{"username", [](auto& c) { c = with_login("", "pass"); }},
                      Mistake{"username", [](auto& c) { c = with_login(" \n", "pass"); }},
                      Mistake{"username", [](auto& c) { c = with_login("us:er", "pass"); }},
                      Mistake{"username", [](auto& c) { c = with_login("us\ner", "pass"); }},
                      Mistake{"password", [](auto& c) { c = with_login("user", "pa\r\nss"); }},
                      Mistake{"credentials",
                              [](auto& c) { c.credentials = std::make_shared<AnyCredentials>(); }},
                      Mistake{"credentials", [](auto& c) {
                                c = with_login("user", "pass");
                                c.credentials = std::make_shared<AnyCredentials>();
                              }}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, ConfigurationRefuses,
    ::testing::Values(
        Mistake{"timeouts.connect", [](auto& c) { c.timeouts.connect = milliseconds(0); }},
        Mistake{"timeouts.attempt", [](auto& c) { c.timeouts.attempt = milliseconds(0); }},
        Mistake{"timeouts.call", [](auto& c) { c.timeouts.call = milliseconds(0); }},
        Mistake{"timeouts.call", [](auto& c) { c.timeouts.call = milliseconds(-1); }},
        Mistake{"timeouts.call", [](auto& c) { c.timeouts.call = milliseconds::max(); }},
        Mistake{"timeouts.call", [](auto& c) { c.timeouts.call = milliseconds::min(); }},
        Mistake{"limits.body_bytes", [](auto& c) { c.limits.body_bytes = 0; }},
        Mistake{"limits.header_bytes", [](auto& c) { c.limits.header_bytes = 0; }},
        Mistake{"limits.header_lines", [](auto& c) { c.limits.header_lines = 0; }},
        Mistake{"retry", [](auto& c) { c.retry.max_attempts = 0; }},
        Mistake{"retry", [](auto& c) { c.retry.max_attempts = -1; }},
        Mistake{"retry", [](auto& c) { c.retry.base_delay = milliseconds(-1); }},
        Mistake{"retry", [](auto& c) { c.retry.max_delay = milliseconds(-1); }},
        Mistake{"retry", [](auto& c) { c.retry.max_delay = milliseconds::max(); }}));

INSTANTIATE_TEST_SUITE_P(
    UserAgents, ConfigurationRefuses,
    ::testing::Values(
        Mistake{"user_agent_suffix", [](auto& c) { c.user_agent_suffix = "tool\r\nX-Evil: 1"; }},
        Mistake{"user_agent_suffix", [](auto& c) { c.user_agent_suffix = "tool\n"; }},
        Mistake{"user_agent_suffix", [](auto& c) { c.user_agent_suffix = "tool\t1"; }},
        Mistake{"user_agent_suffix",
                [](auto& c) { c.user_agent_suffix = std::string("tool\0", 5); }},
        Mistake{"user_agent_suffix", [](auto& c) { c.user_agent_suffix = "tööl"; }}));

INSTANTIATE_TEST_SUITE_P(
    Tls, ConfigurationRefuses,
    ::testing::Values(Mistake{"tls.ca_file", [](auto& c) { c.tls.ca_file = "no/such/file.pem"; }},
                      Mistake{"tls.ca_file", [](auto& c) { c.tls.ca_file = "/"; }},
                      Mistake{"tls.ca_file", [](auto& c) { c.tls.ca_file = "/dev/null"; }},
                      Mistake{"tls.client_certificate_file",
                              [](auto& c) { c.tls.client_certificate_file = "no/such/file.pem"; }},
                      Mistake{"tls.client_key_file",
                              [](auto& c) { c.tls.client_key_file = "no/such/file.pem"; }}));

INSTANTIATE_TEST_SUITE_P(
    Proxies, ConfigurationRefuses,
    ::testing::Values(Mistake{"proxy.url", [](auto& c) { c.proxy.url = "not a url"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "ftp://p.example"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "socks6://p.example"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "http://p.example/x"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "http://p.example?x"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "http://me:12#3@p.ex"; }},
                      Mistake{"proxy.no_proxy", [](auto& c) { c.proxy.no_proxy = "a,b/c"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "http://u@p.example"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.url = "http://:p@p.example"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.username = "user"; }},
                      Mistake{"proxy.url", [](auto& c) { c.proxy.password = "pass"; }},
                      Mistake{"proxy.username", [](auto& c) {
                                c.proxy.url = "http://p.example";
                                c.proxy.password = "pass";
                              }}));

TEST(Configuration, IsFineWithATokenAlone) { EXPECT_EQ(complaint_about(valid()), ""); }

TEST(Configuration, IsFineWithALoginAlone) {
  EXPECT_EQ(complaint_about(with_login("user", "pass:word")), "");
}

TEST(Configuration, IsFineWithAProviderAlone) {
  Configuration configuration;
  configuration.credentials = std::make_shared<AnyCredentials>();

  EXPECT_EQ(complaint_about(configuration), "");
}

struct Slip {
  const char* token;
  const char* hint;
};

TEST(Configuration, SaysWhatToRemoveFromATokenAndDoesNotShowIt) {
  constexpr Slip slips[] = {
      {"Bearer hunter2", "must be the token alone, without \"Bearer\" in front of it"},
      {"bearer hunter2\n", "must be the token alone, without \"Bearer\" in front of it"},
      {"\"Bearer hunter2\"", "must be the token alone, without \"Bearer\" in front of it"},
      {"'hunter2'", "must not stand in quotes"},
      {"hunter2\r", "must not hold control characters, such as a line's end"},
      {"\xef\xbb\xbfhunter2\n", "must not begin with a byte order mark, which an editor put there"},
      {" hunter2", "must be visible ASCII, without blanks in it or around it"},
  };
  for (const auto& [token, hint] : slips) {
    Configuration configuration = valid();
    configuration.token = token;

    EXPECT_EQ(complaint_about(configuration), "configuration: token " + std::string(hint));
  }
}

TEST(Configuration, SendsAUserNameWithoutWhatStandsAroundIt) {
  for (const char* username : {"user\r\n", " user ", "\"user\"", "\xef\xbb\xbfuser"}) {
    const auto transport = std::make_shared<testing::FakeTransport>();
    Configuration configuration = with_login(username, " pass ");
    configuration.transport = transport;
    transport->respond(204);

    TokensApi(ApiClient(configuration)).registries_tokens_delete("r", "t");

    EXPECT_EQ(transport->requests().at(0).authorization.expose(), "Basic dXNlcjogcGFzcyA=");
  }
}

TEST(Configuration, NamesTheVariableOfATokenThatIsWrong) {
  const Environment environment({{"IONOS_TOKEN", "abc\n"}});
  Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(complaint_about(configuration),
            "configuration: token must not hold control characters, such as a line's end (from "
            "environment IONOS_TOKEN)");
  configuration.token = "def\n";
  EXPECT_THAT(complaint_about(configuration), Not(HasSubstr("IONOS_TOKEN")));
}

TEST(Configuration, NeedsALogin) {
  EXPECT_NE(complaint_about(Configuration()).find("username and password"), std::string::npos);
}

TEST(Configuration, TakesTheSmallestAndTheLargestNumbers) {
  Configuration configuration = valid();
  configuration.timeouts = {milliseconds(1), milliseconds(1), hours(24)};
  configuration.limits = {1, 1, std::numeric_limits<std::size_t>::max()};
  configuration.retry.max_attempts = std::numeric_limits<int>::max();
  configuration.retry.base_delay = milliseconds(0);
  configuration.retry.max_delay = hours(24);

  EXPECT_EQ(complaint_about(configuration), "");
}

/// A file that is there as long as this is.
class TemporaryFile {
 public:
  TemporaryFile() : path_(::testing::TempDir() + "configuration_test.pem") {
    std::ofstream(path_) << "something\n";
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::remove(path_.c_str()); }

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

TEST(Configuration, NeedsAClientKeyWithAClientCertificate) {
  const TemporaryFile file;
  Configuration configuration = valid();
  configuration.tls.client_certificate_file = file.path();

  EXPECT_NE(complaint_about(configuration).find("tls.client_key_file must be set"),
            std::string::npos);
}

TEST(Configuration, NeedsAClientCertificateWithAClientKey) {
  const TemporaryFile file;
  Configuration configuration = valid();
  configuration.tls.client_key_file = file.path();

  EXPECT_NE(complaint_about(configuration).find("tls.client_certificate_file must be set"),
            std::string::npos);
}

TEST(Configuration, ChecksNeitherTlsNorProxyForATransportOfTheCallers) {
  Configuration configuration = valid();
  configuration.transport = std::make_shared<testing::FakeTransport>();
  configuration.tls.ca_file = "no/such/file.pem";
  configuration.proxy.url = "not a url";

  EXPECT_EQ(complaint_about(configuration), "");
}

TEST(Configuration, TellsWhereAValueCameFromThatTheProgramHasNotSet) {
  const Environment environment({{"IONOS_TOKEN", "t"}, {"IONOS_API_URL", "http://h.example"}});
  Configuration configuration = Configuration::from_environment();
  EXPECT_THAT(complaint_about(configuration), EndsWith(" (from environment IONOS_API_URL)"));

  configuration.host = "http://another.example";
  EXPECT_THAT(complaint_about(configuration), Not(HasSubstr("from environment")));
}

TEST(Configuration, TellsTheVariableOfEachFieldThatHasOne) {
  const Environment::Variable mistakes[] = {{"IONOS_TOKEN", "a\x01z"},
                                            {"IONOS_PINNED_CERT", "00"},
                                            {"IONOS_HTTP_PROXY", "ftp://p.example"},
                                            {"HTTPS_PROXY", "ftp://p.example"},
                                            {"all_proxy", "ftp://p.example"}};
  for (const Environment::Variable& mistake : mistakes) {
    const Environment environment({{"IONOS_USERNAME", "u"}, {"IONOS_PASSWORD", "p"}, mistake});

    EXPECT_THAT(complaint_about(Configuration::from_environment()),
                EndsWith("(from environment " + std::string(mistake.first) + ")"));
  }
}

TEST(Configuration, NeverRepeatsASecret) {
  Configuration token = valid();
  token.token = "hunter2\n";
  Configuration host = valid();
  host.host = "https://user:hunter2@h";
  Configuration proxy = valid();
  proxy.proxy.url = "http://user:hunter2@p";

  EXPECT_EQ(complaint_about(token).find("hunter2"), std::string::npos);
  EXPECT_EQ(complaint_about(with_login("user", "hunter2\n")).find("hunter2"), std::string::npos);
  EXPECT_EQ(complaint_about(host).find("hunter2"), std::string::npos);
  EXPECT_EQ(complaint_about(proxy).find("hunter2"), std::string::npos);
}

TEST(Configuration, QuotesAFilesNameWithoutControlCharacters) {
  Configuration configuration = valid();
  configuration.tls.ca_file = "a\x1b[31m.pem";

  EXPECT_NE(complaint_about(configuration).find("\"a\\x1b[31m.pem\""), std::string::npos);
}

TEST(Configuration, ComplainsOfNoOperationAndNoAttempt) {
  try {
    const ApiClient client((Configuration()));
    FAIL() << "there is no login";
  } catch (const ConfigurationException& error) {
    EXPECT_EQ(error.operation(), "");
    EXPECT_EQ(error.attempts(), 0);
    EXPECT_EQ(error.execution(), Execution::none);
  }
}

std::string authorization_of(const Configuration& configuration) {
  const ClientSettings settings = make_client_settings(configuration);
  return std::string(settings.credentials->authorization({}).expose());
}

TEST(Configuration, MakesABearerOfAToken) {
  EXPECT_EQ(authorization_of(valid()), "Bearer api-token");
}

TEST(Configuration, MakesBasicAuthenticationOfALogin) {
  EXPECT_EQ(authorization_of(with_login("Aladdin", "open sesame")),
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
}

TEST(Configuration, PrefersATokenToALogin) {
  Configuration configuration = with_login("user", "pass");
  configuration.token = "api-token";

  EXPECT_EQ(authorization_of(configuration), "Bearer api-token");
}

TEST(Configuration, CannotRefreshWhatIsFixed) {
  const ClientSettings settings = make_client_settings(valid());

  EXPECT_FALSE(settings.credentials->refresh("Bearer api-token", {}));
}

TEST(Configuration, NamesTheLibraryAsTheUserAgent) {
  EXPECT_EQ(make_client_settings(valid()).user_agent,
            "ionos-cloud-sdk-cpp-container-registry/v" + std::string(version()));
}

TEST(Configuration, PutsTheCallersNameBehindItsOwn) {
  Configuration configuration = valid();
  configuration.user_agent_suffix = "my-tool/1.2 (ci)";

  EXPECT_EQ(
      make_client_settings(configuration).user_agent,
      "ionos-cloud-sdk-cpp-container-registry/v" + std::string(version()) + " my-tool/1.2 (ci)");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
