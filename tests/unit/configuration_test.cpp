// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/configuration.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <limits>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>
#include <ionoscloud/container_registry/version.hpp>

#include "runtime/client_settings.hpp"
#include "support/configurations.hpp"
#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

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
