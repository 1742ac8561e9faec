// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/observer.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {

/// An attempt as `RecordingObserver` keeps it. See `AttemptFinished`.
struct RecordedAttempt {
  /// The status of the response; 0 when none came.
  int status = 0;
  /// Why no whole response came.
  std::optional<TransportError> error;
  /// The service's id of the request; empty when it gave none.
  std::string request_id;
  /// Size of the request's body, in bytes.
  std::size_t request_bytes = 0;
  /// Size of the response's body, in bytes, as far as it came.
  std::size_t response_bytes = 0;
  /// How long it took.
  std::chrono::microseconds elapsed{0};
  /// How long its phases took, where the transport measures them.
  std::optional<ExchangePhases> phases;
  /// How long the call waits before it tries again; nothing when this was its last attempt.
  std::optional<std::chrono::milliseconds> next_attempt_in;
};

/// A call as `RecordingObserver` keeps it. See `CallFinished`.
struct RecordedCall {
  /// The API's operation id, such as `registries_tokens_post`.
  std::string operation;
  /// The method.
  HttpMethod method = HttpMethod::get;
  /// The path with its parameters in braces.
  std::string path;
  /// Tells the calls of a client apart; counted from 1.
  std::uint64_t number = 0;
  /// Its attempts that are over, the first one first.
  std::vector<RecordedAttempt> attempts;
  /// Whether it is over. Until then nothing below is known.
  bool finished = false;
  /// Whether it got a 2xx.
  bool succeeded = false;
  /// The status of the last response; 0 when none came.
  int status = 0;
  /// Why no whole response came.
  std::optional<TransportError> error;
  /// Whether the service may have carried it out.
  Execution execution = Execution::none;
  /// How long it took, attempts and waits together.
  std::chrono::microseconds elapsed{0};
};

/// Keeps what the calls of one client did, for tests to look at.
///
///     auto recorder = std::make_shared<cr::testing::RecordingObserver>();
///     configuration.observer = recorder;
///     …
///     EXPECT_EQ(recorder->calls().at(0).attempts.size(), 2u);
///
/// Part of the component `ionoscloud::container-registry-testing`. Safe to use from any number of
/// threads.
class RecordingObserver final : public Observer {
 public:
  /// A recorder that has heard of nothing.
  RecordingObserver();
  ~RecordingObserver() override;

  /// The calls that have begun, in that order.
  [[nodiscard]] std::vector<RecordedCall> calls() const;

  /// Keeps a call.
  void on_call_begun(const ObservedCall& call) noexcept override;
  /// Adds an attempt to its call.
  void on_attempt_finished(const AttemptFinished& event) noexcept override;
  /// Completes a call.
  void on_call_finished(const CallFinished& event) noexcept override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
