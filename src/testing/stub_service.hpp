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

/// The service from requests to responses, without a network: who may call, and which operation is
/// asked for. Safe to use from any number of threads.
class StubService {
 public:
  /// A service that calls itself `base_url` in its responses. `store` must outlive it.
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
