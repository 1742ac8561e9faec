// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/cancellation.hpp>

#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The place where an event loop leaves the end of a call, and somebody else finds it; all of it
/// that doesn't depend on the type of the value. It is a `PendingState<T>`, which has the value.
class PendingCore {
 public:
  /// `by_caller` ends the call as `cancel` does.
  PendingCore(const void* event_loop, const CancellationToken& by_caller);

  [[nodiscard]] CancellationToken cancellation() const noexcept { return source_.token(); }
  void cancel() noexcept { source_.cancel(); }

  void set_error(std::exception_ptr error) noexcept { error_ = std::move(error); }
  /// Tells the end. Nobody looks for the error or the value before.
  void end() noexcept;

  [[nodiscard]] bool is_over() const noexcept { return over_.load(); }
  /// Throws what the others throw that wait: `std::bad_alloc`, and `std::logic_error` in a fork of
  /// the event loop's process, where the end isn't told.
  void prepare_to_wait() { static_cast<void>(waiting_room()); }
  /// Both throw `std::logic_error` too where the event loop would wait for itself.
  [[nodiscard]] bool wait_for(std::chrono::nanoseconds time);
  void wait();
  /// Calls `act` when the call is over, or at once.
  void when_over(std::function<void()> act);
  /// From now on `act` isn't called, unless that has begun.
  void forget_act() noexcept;

  /// When the call is over: throws the error, if it is one, or gives the `ApiResponse<T>`, which
  /// lives as long as the result. Once.
  [[nodiscard]] static std::shared_ptr<void> take_response(std::shared_ptr<PendingCore> core);

 protected:
  ~PendingCore() = default;

  void set_response(void* response) noexcept { response_ = response; }

 private:
  /// An object of its own, whole until the registration is gone: the caller may cancel while this
  /// goes.
  struct CancelledByCaller final : CancellationListener {
    explicit CancelledByCaller(CancellationSource& call) : source(call) {}
    void on_cancel() noexcept override { source.cancel(); }
    CancellationSource& source;
  };

  /// Who waits for the end. Made when somebody does.
  struct Waiting {
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> act;
  };

  /// Null when the call is over.
  [[nodiscard]] Waiting* waiting_room();
  void refuse_to_wait_for_itself() const;

  const ProcessMark process_;
  const void* const event_loop_;
  CancellationSource source_;
  CancelledByCaller cancelled_by_caller_{source_};
  const CancellationRegistration by_caller_;

  // Whoever sets it looks for those who wait then; whoever begins to wait looks at it then.
  std::atomic<bool> over_{false};
  PerProcess<Waiting> waiting_;
  std::exception_ptr error_;
  void* response_ = nullptr;
};

/// A `PendingCore` with the value and how it came.
template <class T>
class PendingState final : public PendingCore {
 public:
  using PendingCore::PendingCore;

  void set_response(ApiResponse<T> response) noexcept {
    PendingCore::set_response(&response_.emplace(std::move(response)));
  }

  /// What `read` returns, or else its exception.
  template <class Read>
  void set_response_of(Read read) noexcept {
    std::exception_ptr error;
    try {
      return set_response(read());
    } catch (...) {
      error = std::current_exception();
    }
    // This thread has let go of the exception when somebody else gets it.
    set_error(std::move(error));
  }

 private:
  std::optional<ApiResponse<T>> response_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
