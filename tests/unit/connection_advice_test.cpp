// SPDX-License-Identifier: Apache-2.0
#include "runtime/connection_advice.hpp"

#include <gtest/gtest.h>

#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(ConnectionAdvice, NamesTheVariableThatTheHostIsFrom) {
  const Environment environment({{"IONOS_API_URL", "https://api.example"}});

  EXPECT_EQ(advice_about_host(Configuration::from_environment()),
            "check host (from environment IONOS_API_URL)");
}

TEST(ConnectionAdvice, NamesTheHostOfTheProgram) {
  EXPECT_EQ(advice_about_host(Configuration()), "check host");
}

TEST(ConnectionAdvice, NamesTheVariableThatTheUserOfTheProxyIsFrom) {
  for (const char* variable : {"IONOS_HTTP_PROXY", "https_proxy"}) {
    const Environment environment({{variable, "http://me:hunter2@proxy.example:3128"}});
    const Configuration configuration = Configuration::from_environment();

    EXPECT_EQ(advice_about_proxy(configuration, configuration.proxy),
              "the proxy is http://proxy.example:3128: check proxy.username and proxy.password "
              "(from environment " +
                  std::string(variable) + ")");
  }
}

TEST(ConnectionAdvice, NamesTheVariableOfAProxyWithoutAUser) {
  const Environment environment({{"https_proxy", "http://proxy.example:3128"}});
  const Configuration configuration = Configuration::from_environment();

  EXPECT_EQ(advice_about_proxy(configuration, configuration.proxy),
            "the proxy is http://proxy.example:3128: check proxy.url (from environment "
            "https_proxy)");
}

TEST(ConnectionAdvice, BlamesNoVariableForTheUserOfTheProgram) {
  const Environment environment({{"https_proxy", "http://me:hunter2@proxy.example:3128"}});
  Configuration configuration = Configuration::from_environment();
  configuration.proxy.username = "somebody";

  EXPECT_EQ(advice_about_proxy(configuration, configuration.proxy),
            "the proxy is http://proxy.example:3128: check proxy.username and proxy.password");
}

TEST(ConnectionAdvice, SaysNothingOfAProxyThatIsNotUsed) {
  Configuration configuration;
  configuration.proxy.url = "http://proxy.example:3128";

  EXPECT_EQ(advice_about_proxy(configuration, ProxyOptions()), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
