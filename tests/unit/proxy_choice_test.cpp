// SPDX-License-Identifier: Apache-2.0
#include "runtime/proxy_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "runtime/base_url.hpp"
#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The proxy that a client uses, or the complaint; empty for none.
std::string proxy_of(const Configuration& configuration) {
  try {
    return choose_proxy(configuration, make_base_url(configuration.host, true)).url;
  } catch (const ConfigurationException& error) {
    return error.what();
  }
}

/// As it is with the program's host, set when the environment was read already.
Configuration from_environment(std::initializer_list<Environment::Variable> variables,
                               const std::string& host) {
  const Environment environment(variables);
  Configuration configuration = Configuration::from_environment();
  configuration.host = host;
  return configuration;
}

Configuration with_proxy(const std::string& url, const std::string& host) {
  Configuration configuration;
  configuration.proxy.url = url;
  configuration.host = host;
  return configuration;
}

constexpr const char* variables[] = {"IONOS_HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy",
                                     "ALL_PROXY"};

TEST(ProxyOfTheEnvironment, IsUsedForTheService) {
  for (const char* name : variables) {
    EXPECT_EQ(proxy_of(from_environment({{name, "http://p.example:3128"}}, "api.ionos.com")),
              "http://p.example:3128");
  }
}

TEST(ProxyOfTheEnvironment, IsIgnoredForLoopback) {
  for (const char* name : variables) {
    for (const char* host :
         {"http://localhost:1", "http://LOCALHOST", "http://127.0.0.1", "http://127.1:1",
          "http://2130706433", "http://0x7f.0.0.1", "http://127.8.9.10", "http://[::1]:80",
          "http://[::ffff:127.0.0.1]", "https://localhost", "https://127.0.0.1"}) {
      const Configuration configuration = from_environment({{name, "http://p.example"}}, host);

      EXPECT_EQ(proxy_of(configuration), "") << name << " " << host;
      EXPECT_EQ(why_proxy_is_unused(configuration), "the host is loopback");
    }
  }
}

TEST(ProxyOfTheEnvironment, IsIgnoredForLoopbackHoweverWrongItIs) {
  EXPECT_EQ(proxy_of(from_environment({{"all_proxy", "no url"}}, "http://127.0.0.1")), "");
}

TEST(ProxyOfTheEnvironment, ForHttpsIsNotForPlainHttp) {
  for (const char* name : {"https_proxy", "HTTPS_PROXY"}) {
    Configuration configuration =
        from_environment({{name, "http://p.example"}}, "http://h.example");
    configuration.tls.allow_plain_http = true;

    EXPECT_EQ(proxy_of(configuration), "");
    EXPECT_EQ(why_proxy_is_unused(configuration), "the host is http://");
  }
}

TEST(ProxyOfTheEnvironment, ForAllIsForPlainHttpThatIsAllowed) {
  Configuration configuration =
      from_environment({{"all_proxy", "http://p.example"}}, "http://h.example");
  EXPECT_THAT(proxy_of(configuration), HasSubstr("proxy.url must be empty when host is http://"));

  configuration.tls.allow_plain_http = true;
  EXPECT_EQ(proxy_of(configuration), "http://p.example");
}

TEST(ProxyOfTheEnvironment, KeepsItsUserFromAProxyOfTheProgram) {
  Configuration configuration =
      from_environment({{"https_proxy", "http://me:hunter2@p.example"}}, "https://h.example");
  configuration.proxy.url = "http://another.example";

  const ProxyOptions proxy = choose_proxy(configuration, "https://h.example/x");

  EXPECT_EQ(proxy.url, "http://another.example");
  EXPECT_EQ(proxy.username, "");
  EXPECT_TRUE(proxy.password.empty());
}

TEST(ProxyOfTheEnvironment, CanBeTakenAwayByTheProgram) {
  Configuration configuration =
      from_environment({{"https_proxy", "http://me:hunter2@p.example"}}, "https://h.example");
  configuration.proxy.url = "";

  EXPECT_EQ(proxy_of(configuration), "");
}

TEST(ProxyOfTheProgram, IsRefusedForPlainHttp) {
  for (const char* host : {"http://127.0.0.1", "http://localhost", "http://h.example"}) {
    for (const char* url : {"http://p.example", "https://p.example", "socks5h://127.0.0.1"}) {
      Configuration configuration = with_proxy(url, host);
      EXPECT_THAT(proxy_of(configuration),
                  HasSubstr("proxy.url must be empty when host is http://"));

      configuration.tls.allow_plain_http = true;
      EXPECT_EQ(proxy_of(configuration), url);
    }
  }
}

TEST(ProxyOfTheProgram, IsUsedForLoopbackWithTls) {
  EXPECT_EQ(proxy_of(with_proxy("http://p.example", "https://localhost")), "http://p.example");
}

TEST(Proxy, IsNotUsedForHostsThatAreExempt) {
  Configuration configuration = with_proxy("http://p.example", "https://h.example:8443");

  for (const char* list : {"h.example", "*.example", "h.example:8443", "*"}) {
    configuration.proxy.no_proxy = list;
    EXPECT_EQ(proxy_of(configuration), "") << list;
    EXPECT_EQ(why_proxy_is_unused(configuration), "proxy.no_proxy names the host");
  }
  configuration.proxy.no_proxy = "h.example:443";
  EXPECT_EQ(proxy_of(configuration), "http://p.example");
}

TEST(Proxy, HasItsPortExemptedByDefault) {
  Configuration configuration = with_proxy("http://p.example", "https://h.example");
  configuration.proxy.no_proxy = "h.example:443";

  EXPECT_EQ(proxy_of(configuration), "");
}

TEST(Proxy, IsTakenInAnyFormThatCurlTakes) {
  const char* const forms[][2] = {{"p.example:3128", "http://p.example:3128"},
                                  {" http://p.example:3128/\r\n", "http://p.example:3128"},
                                  {"HTTP://p.example", "http://p.example"},
                                  {"socks://127.0.0.1:1080/", "socks://127.0.0.1:1080"},
                                  {"socks4://p.example", "socks4://p.example"},
                                  {"socks4a://p.example", "socks4a://p.example"},
                                  {"SOCKS5://p.example", "socks5://p.example"},
                                  {"socks5h://[2001:db8::1]:1080", "socks5h://[2001:db8::1]:1080"},
                                  {"http://[fe80::1%25eth0]:1", "http://[fe80::1%25eth0]:1"}};
  for (const auto& [given, used] : forms) {
    EXPECT_EQ(proxy_of(with_proxy(given, "https://h.example")), used);
    EXPECT_EQ(proxy_of(from_environment({{"all_proxy", given}}, "https://h.example")), used);
  }
}

TEST(Proxy, IsRefusedWithAPortThatNoneHas) {
  EXPECT_THAT(proxy_of(with_proxy("http://p.example:0", "https://h.example")),
              HasSubstr("proxy.url must have a port from 1 to 65535"));
}

TEST(Proxy, IsRefusedWhereItsSchemeLacksASlash) {
  EXPECT_THAT(proxy_of(with_proxy("http:/p.example", "https://h.example")),
              HasSubstr("proxy.url must be http://"));
}

// It reads as the host `me`, at the port 12.
TEST(Proxy, IsRefusedWhereAPasswordWouldEndTheHost) {
  for (const char* url : {"http://me:12#34@p.example", "http://me:12/34@p.example:3128",
                          "http://me:12?34@p.example"}) {
    const std::string complaint = proxy_of(with_proxy(url, "https://h.example"));

    EXPECT_THAT(complaint, HasSubstr("proxy.url must end behind the host"));
    EXPECT_THAT(complaint, Not(HasSubstr("34")));
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
