// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include <ionoscloud/container_registry/api_response.hpp>

#include "api/pending_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The same with the value and how it came.
template <class Model>
class PendingState final : public PendingCore {
 public:
  using PendingCore::PendingCore;

  void set_response(ApiResponse<Model> response) noexcept {
    response_.emplace(std::move(response));
  }

  /// Once, when the call is over.
  [[nodiscard]] ApiResponse<Model> take() {
    throw_error();
    return *std::move(response_);
  }

 private:
  std::optional<ApiResponse<Model>> response_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
