// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/observer.hpp>

#include "runtime/client_settings.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Tells a client's observer of one call, if there is an observer.
class CallReport {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `number` is the call's own.
  CallReport(Observer* observer, const Operation& operation, std::uint64_t number) noexcept;

  [[nodiscard]] bool has_reader() const noexcept { return observer_ != nullptr; }

  void begin() const noexcept;
  void begin_attempt(Time now) noexcept { attempt_start_ = now; }
  /// `request_id` is what may be shown of the service's own.
  void end_attempt(int attempt, const HttpRequest& request, const HttpExchange& exchange,
                   std::string_view request_id, Time now, std::optional<Time> next) noexcept;

  /// Tells of the call's end, once.
  void end(CallFinished event) noexcept;

  /// The status of the last response; 0 when none came.
  [[nodiscard]] int last_status() const noexcept { return last_status_; }

 private:
  Observer* observer_;
  const ObservedCall call_;
  Time attempt_start_;
  int last_status_ = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
