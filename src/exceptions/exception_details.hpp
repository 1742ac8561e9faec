// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The data of an exception. One struct for the whole hierarchy, so that the copies of an exception
/// share it by one pointer. Each class exposes the members that apply to it.
struct ExceptionDetails {
  std::string message;
  std::string operation;
  int attempts = 0;
  Execution execution = Execution::none;

  // The response of the service.
  int status = 0;
  std::string request_id;
  Headers headers;
  std::string body;
  std::vector<ApiErrorMessage> messages;
  std::optional<std::chrono::seconds> retry_after;

  TransportError transport_error = TransportError::receive;
  TimeLimit time_limit = TimeLimit::call;
  std::string json_path;
  std::optional<SalvagedToken> salvaged;
  TokenId token_id;
  std::vector<PossibleOrphan> possible_orphans;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
