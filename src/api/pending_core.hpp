// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>

#include <ionoscloud/container_registry/cancellation.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The place where an engine leaves the end of a call, and somebody else finds it; all of it that
/// doesn't depend on the type of the value.
class PendingCore {
 public:
  /// `by_caller` ends the call as `cancel` does.
  PendingCore(const void* engine, const CancellationToken& by_caller);

  [[nodiscard]] CancellationToken cancellation() const noexcept { return source_.token(); }
  void cancel() noexcept { source_.cancel(); }

  void set_error(std::exception_ptr error) noexcept { error_ = std::move(error); }
  /// Tells the end. Nobody looks for the error or the value before.
  void end() noexcept;

  [[nodiscard]] bool is_over() const;
  /// Both throw `std::logic_error` where the engine would wait for itself.
  [[nodiscard]] bool wait_for(std::chrono::milliseconds time);
  void wait();

  /// Calls `act` when the call is over, or at once.
  void when_over(std::function<void()> act);

 protected:
  ~PendingCore() = default;

  /// Throws the error, if it is one. When the call is over.
  void throw_error();

 private:
  /// An object of its own, whole until the registration is gone: the caller may cancel while this
  /// goes.
  struct CancelledByCaller final : CancellationListener {
    explicit CancelledByCaller(CancellationSource& call) : source(call) {}
    void on_cancel() noexcept override { source.cancel(); }
    CancellationSource& source;
  };

  void refuse_to_wait_for_itself() const;

  const void* const engine_;
  CancellationSource source_;
  CancelledByCaller cancelled_by_caller_{source_};
  const CancellationRegistration by_caller_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;
  std::exception_ptr error_;
  std::function<void()> act_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
