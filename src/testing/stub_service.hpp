// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "testing/token_store.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// An answer with the error body of the contract.
[[nodiscard]] HttpResponse error_answer(int status, const std::string& message);

/// The tokens part of the service, from requests to answers and without a network: who may call,
/// what they ask for, and what the store says to it. Safe to use from any number of threads.
class StubService {
 public:
  /// A service that calls itself `base_url` in its answers. `store` must outlive it.
  StubService(const StubServerOptions& options, std::string base_url, TokenStore& store);

  [[nodiscard]] HttpResponse answer(const ReceivedRequest& request) const;

 private:
  struct Call;
  struct Operation;
  static const std::vector<Operation>& operations();

  void check_credentials(const ReceivedRequest& request) const;
  [[nodiscard]] HttpResponse carry_out(const Call& call) const;
  [[nodiscard]] std::string href(const Call& call) const;
  [[nodiscard]] std::string href(const Call& call, const TokenResponse& token) const;

  [[nodiscard]] HttpResponse list(const Call& call) const;
  [[nodiscard]] HttpResponse create(const Call& call) const;
  [[nodiscard]] HttpResponse find(const Call& call) const;
  [[nodiscard]] HttpResponse patch(const Call& call) const;
  [[nodiscard]] HttpResponse put(const Call& call) const;
  [[nodiscard]] HttpResponse remove(const Call& call) const;

  std::string base_url_;
  TokenStore& store_;
  std::vector<Secret> accepted_;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
