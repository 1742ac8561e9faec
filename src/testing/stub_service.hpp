// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "testing/store.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// The service without a network: checks the credentials of a request, finds its operation and
/// returns the response. Safe to use from any number of threads.
class StubService {
 public:
  /// A service whose responses contain `base_url`. `store` must outlive it.
  StubService(const StubServerOptions& options, std::string base_url, Store& store);

  [[nodiscard]] HttpResponse respond(const ReceivedRequest& request) const;

 private:
  void check_credentials(const ReceivedRequest& request) const;
  [[nodiscard]] HttpResponse carry_out(const ReceivedRequest& request) const;

  std::string base_url_;
  Store& store_;
  std::vector<Secret> accepted_;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
