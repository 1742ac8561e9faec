// SPDX-License-Identifier: Apache-2.0
//
// How the tool reaches the service: authorities, proxies, and what it says of its configuration.

#include <string>

#include "support/certificate.hpp"
#include "support/raw_server.hpp"
#include "tool_test.hpp"

namespace programs {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ToolWithTls : public ToolTest {
 protected:
  ToolWithTls() { environment_["IONOS_API_URL"] = server_.url(""); }

  static void serve_empty_list(cr::RawConnection& client) {
    while (client.read_request()) {
      client.send(cr::raw_response(200, R"({"id":"x","type":"collection","href":"","items":[],)"
                                        R"("offset":0,"limit":100,"count":0,"total":0,)"
                                        R"("_links":{"self":"","next":"","previous":""}})"));
    }
  }

  const cr::Certificate certificate_;
  const std::string ca_file_ = folder_.file("authority.pem", certificate_.pem());
  const cr::RawServer server_{cr::ServerTls(certificate_), serve_empty_list};
};

TEST_F(ToolWithTls, TrustsTheAuthorityThatIsNamed) {
  EXPECT_EQ(run({"list", "--ca-file", ca_file_}).err, "");
}

TEST_F(ToolWithTls, TrustsTheAuthorityOfTheEnvironment) {
  environment_["SSL_CERT_FILE"] = ca_file_;

  EXPECT_EQ(run({"list"}).err, "");
}

TEST_F(ToolWithTls, PrefersTheAuthorityThatIsNamed) {
  environment_["SSL_CERT_FILE"] = "/no/such/file";
  environment_["SSL_CERT_DIR"] = "/no/such/folder";

  EXPECT_EQ(run({"list", "--ca-file", ca_file_}).err, "");
}

TEST_F(ToolWithTls, SaysHowToTrustAnAuthority) {
  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("--ca-file"), HasSubstr("SSL_CERT_FILE")));
}

TEST_F(ToolWithTls, NamesTheVariableOfAFileThatIsNotThere) {
  environment_["SSL_CERT_FILE"] = "/no/such/file";

  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("(from environment SSL_CERT_FILE)"));
}

TEST_F(ToolWithTls, NamesTheOptionOfAFileThatIsNotThere) {
  const Outcome outcome = run({"list", "--ca-file", "/no/such/file"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--ca-file"));
}

TEST_F(ToolWithTls, NamesTheVariableThatAComplaintIsAbout) {
  const Environment::value_type mistakes[] = {{"IONOS_PINNED_CERT", "00"},
                                              {"all_proxy", "ftp://p.example"},
                                              {"HTTPS_PROXY", "no url"},
                                              {"IONOS_API_URL", "ftp://h"},
                                              {"IONOS_HTTP_PROXY", "http://me:12#3@p.example"}};
  environment_["IONOS_API_URL"] = "https://service.invalid";
  const Environment fine = environment_;
  for (const auto& [name, value] : mistakes) {
    environment_ = fine;
    environment_[name] = value;

    const Outcome outcome = run({"list"});

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("(from environment " + name + ")"));
  }
}

TEST_F(ToolTest, ReachesThisMachineWithoutTheProxyOfTheEnvironment) {
  for (const char* name : {"IONOS_HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy"}) {
    environment_[name] = "http://127.0.0.1:1";
  }

  EXPECT_EQ(run({"list"}).err, "");
}

TEST_F(ToolTest, WarnsOfWhatNoProxyCannotMean) {
  environment_["https_proxy"] = "http://127.0.0.1:1";
  environment_["no_proxy"] = "https://h.example";

  EXPECT_THAT(run({"list"}).err, HasSubstr("warning: environment no_proxy"));
}

}  // namespace
}  // namespace programs
