// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

// Each line beats those below it.
TEST(FromEnvironment, ReadsTheProxyInTheOrderOfItsVariables) {
  const char* const order[] = {"IONOS_HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy",
                               "ALL_PROXY"};
  const Environment environment({{"IONOS_HTTP_PROXY", "http://IONOS_HTTP_PROXY.example"},
                                 {"https_proxy", "http://https_proxy.example"},
                                 {"HTTPS_PROXY", "http://HTTPS_PROXY.example"},
                                 {"all_proxy", "http://all_proxy.example"},
                                 {"ALL_PROXY", "http://ALL_PROXY.example"}});

  for (const char* name : order) {
    EXPECT_EQ(Configuration::from_environment().proxy.url,
              "http://" + std::string(name) + ".example");
    ::unsetenv(name);
  }
  EXPECT_EQ(Configuration::from_environment().proxy.url, "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
