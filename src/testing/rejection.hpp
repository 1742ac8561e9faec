// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Thrown when the stub rejects a request; `what()` is the message in the response.
class Rejection : public std::runtime_error {
 public:
  Rejection(int status, const std::string& message)
      : std::runtime_error(message), status_(status) {}

  [[nodiscard]] int status() const noexcept { return status_; }

 private:
  int status_;
};

/// Rejects a request with 400.
[[noreturn]] inline void reject(const std::string& message) { throw Rejection(400, message); }

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
