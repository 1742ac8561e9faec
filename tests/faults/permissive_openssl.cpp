// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Lets OpenSSL itself speak old TLS, so that nothing but the library refuses it. OpenSSL reads
/// this once, when it is used first.
class PermissiveOpenssl : public testing::Environment {
 public:
  void SetUp() override {
    const std::string file =
        folder_.file("openssl.cnf",
                     "openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = all\n"
                     "[all]\nMinProtocol = TLSv1\nCipherString = DEFAULT:@SECLEVEL=0\n");
    setenv("OPENSSL_CONF", file.c_str(), 1);
  }

 private:
  TemporaryFolder folder_;
};

const testing::Environment* const permissive =
    testing::AddGlobalTestEnvironment(new PermissiveOpenssl);

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
