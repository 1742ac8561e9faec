// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>

#include "support/configurations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

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

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
