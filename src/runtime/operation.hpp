// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a second run of an operation would do.
enum class Safety {
  /// Nothing: it only reads.
  safe,
  /// Nothing that the first run hasn't done.
  idempotent,
  /// Lose a password that is shown once: the first run's answer has it, the second's doesn't.
  creates_credential,
};

/// One operation of the API.
struct Operation {
  /// The API's operation id.
  std::string_view name;
  HttpMethod method;
  /// The path behind the base URL, parameters in braces.
  std::string_view path;
  Safety safety;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
