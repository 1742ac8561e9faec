// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

#if defined(__cpp_impl_coroutine)
#include <coroutine>
#endif

#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/saturated.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class PendingCore;
template <class T>
class PendingAwaiter;

/// All of a `Pending` that doesn't depend on the value it will bring.
class IONOSCLOUD_CR_EXPORT PendingCall {
 public:
  /// Whether there is a call whose end hasn't been taken by `get`, `then` or `co_await`.
  [[nodiscard]] bool valid() const noexcept { return core_ != nullptr; }

  /// Whether the call is over.
  [[nodiscard]] bool is_ready() const noexcept;

  /// Waits for the end of the call.
  ///
  /// @throws std::logic_error when there is no call, and when the call isn't over, in a callback on
  ///     the client's own event loop thread, which would wait for itself, and in a fork of its
  ///     process
  void wait() const;

  /// Waits for the end of the call, but no longer than a time.
  ///
  /// @param time any time; a negative one is none
  /// @return whether the call is over
  /// @throws std::logic_error as `wait` does
  template <class Rep, class Period>
  [[nodiscard]] bool wait_for(const std::chrono::duration<Rep, Period>& time) const {
    return wait_at_most(saturated<std::chrono::nanoseconds>(time));
  }

  /// Waits for the end of the call, but no longer than until a point in time.
  ///
  /// @param time of any clock; one that has passed is no wait
  /// @return whether the call is over
  /// @throws std::logic_error as `wait` does
  template <class Clock, class Duration>
  [[nodiscard]] bool wait_until(const std::chrono::time_point<Clock, Duration>& time) const {
    using Long = std::chrono::duration<long double>;  // No difference is too long for it.
    return wait_for(Long(time.time_since_epoch()) - Long(Clock::now().time_since_epoch()));
  }

  /// Ends the call with `CancelledException`, if it isn't over. Returns at once.
  void cancel() const noexcept;

  PendingCall(const PendingCall&) = delete;
  PendingCall& operator=(const PendingCall&) = delete;

 protected:
  /// @cond
  PendingCall() noexcept;
  explicit PendingCall(std::shared_ptr<PendingCore> core) noexcept;
  PendingCall(PendingCall&&) noexcept;
  PendingCall& operator=(PendingCall&&) noexcept;
  ~PendingCall();

  /// Waits, throws the call's exception, and gives up the call: its `ApiResponse<T>`, once.
  [[nodiscard]] std::shared_ptr<void> take_response();
  /// Has `act` called when the call is over. `hand_over` gives the call up to it.
  void when_ready(std::function<void()> act) const;
  void hand_over(std::function<void()> act);
  /// From now on `act` isn't called, unless that has begun.
  void withdraw() const noexcept;
  [[nodiscard]] const std::shared_ptr<PendingCore>& core() const;
  /// @endcond

 private:
  [[nodiscard]] bool wait_at_most(std::chrono::nanoseconds time) const;

  std::shared_ptr<PendingCore> core_;
};

/// An asynchronous call that is under way, and what it will bring: a value or an exception. The
/// call goes on whether somebody waits for it or not.
///
///     cr::Pending<cr::TokenResponse> pending = tokens.registries_tokens_find_by_id(registry, id);
///     …
///     cr::TokenResponse token = pending.get();     // waits; throws what the call throws
///
/// In C++20, `co_await` gives the value or throws the exception; the coroutine goes on as a
/// callback of `then` does. One that is destroyed while it waits is never resumed, and its call
/// goes on. As with any coroutine, that must not happen when it may be running already: where the
/// end of the call may be told at that moment, destroy it on the event loop's thread.
///
/// In a forked process, an object of the parent's has its end if the call was over before. If not,
/// the end is told in the parent alone, and whatever would wait for it throws `std::logic_error`.
///
/// Can be moved and not copied. One object must not be used by several threads at once; to end a
/// call from another thread, give it a `CancellationToken`.
template <class T>
class Pending : public PendingCall {
 public:
  /// Given the call when it is over, so that `get()` returns at once.
  using Callback = std::function<void(Pending)>;

  /// No call at all. Only assigning to it makes sense.
  Pending() noexcept = default;

  /// Waits for the end of the call, and gives its value, once.
  ///
  /// @throws Exception what the call throws
  /// @throws std::logic_error as `wait` does
  [[nodiscard]] T get() { return get_with_http_info().value; }

  /// `get`, and how the response came.
  [[nodiscard]] ApiResponse<T> get_with_http_info() {
    const std::shared_ptr<void> response = take_response();
    return std::move(*static_cast<ApiResponse<T>*>(response.get()));
  }

  /// Has a function called with the call when it is over: on the event loop's thread, or at once on
  /// this one when it is over already. The event loop does nothing else meanwhile, so that the
  /// function should be brief; and must not throw. In it, any call may be begun, cancelled, and
  /// every handle of the client let go.
  ///
  /// @throws std::logic_error when there is no call, and in a fork of its process when it isn't
  ///     over
  void then(Callback callback) {
    hand_over([call = core(), callback = std::move(callback)]() mutable {
      callback(Pending(std::move(call)));
    });
  }

  /// For the library's own use: `core` leaves an `ApiResponse<T>`.
  explicit Pending(std::shared_ptr<PendingCore> core) noexcept : PendingCall(std::move(core)) {}

 private:
  friend class PendingAwaiter<T>;
};

#if defined(__cpp_impl_coroutine)
/// What `co_await` makes of a `Pending`.
template <class T>
class PendingAwaiter {
 public:
  /// For `co_await`.
  explicit PendingAwaiter(Pending<T> pending) noexcept : pending_(std::move(pending)) {}
  /// For `co_await`, before it waits.
  PendingAwaiter(PendingAwaiter&&) noexcept = default;
  /// Lets the coroutine go that waits, if it still does: it is being destroyed.
  ~PendingAwaiter() { pending_.withdraw(); }
  /// For `co_await`.
  [[nodiscard]] bool await_ready() const noexcept { return pending_.is_ready(); }
  /// For `co_await`.
  void await_suspend(std::coroutine_handle<> coroutine) {
    pending_.when_ready([coroutine] { coroutine.resume(); });
  }
  /// For `co_await`.
  T await_resume() { return pending_.get(); }

 private:
  Pending<T> pending_;
};

/// Lets a coroutine wait for a call.
template <class T>
[[nodiscard]] PendingAwaiter<T> operator co_await(Pending<T> pending) noexcept {
  return PendingAwaiter<T>(std::move(pending));
}
#endif

}  // namespace v0
}  // namespace ionoscloud::container_registry
