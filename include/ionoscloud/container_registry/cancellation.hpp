// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/export.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class CancellationRegistration;

/// The receiving end of a cancellation. Copies refer to the same cancellation; a token made by its
/// default constructor can never be cancelled. Safe to use from any thread.
class IONOSCLOUD_CR_EXPORT CancellationToken {
 public:
  /// A token that is never cancelled.
  CancellationToken() noexcept = default;

  /// Whether the source has cancelled.
  [[nodiscard]] bool is_cancelled() const noexcept;

 private:
  friend class CancellationSource;
  friend class CancellationRegistration;
  struct State;
  explicit CancellationToken(std::shared_ptr<State> state) noexcept;
  std::shared_ptr<State> state_;
};

/// The sending end: ends the calls that were given its token, from any thread.
///
///     cr::CancellationSource stop;
///     cr::CallOptions options;
///     options.cancellation = stop.token();
///     tokens.registries_tokens_get(registry, 0, 100, options);  // ends by stop.cancel() elsewhere
///
/// The call ends with `CancelledException` within a quarter of a second, wherever it stands. Copies
/// refer to the same cancellation. Safe to use from any thread.
class IONOSCLOUD_CR_EXPORT CancellationSource {
 public:
  CancellationSource();

  /// The token to hand to calls.
  [[nodiscard]] CancellationToken token() const noexcept;

  /// Cancels, once and for good. A second call does nothing.
  void cancel() noexcept;

  /// Whether `cancel()` was called.
  [[nodiscard]] bool is_cancelled() const noexcept;

 private:
  std::shared_ptr<CancellationToken::State> state_;
};

/// What a transport of your own implements to be woken by a cancellation.
class IONOSCLOUD_CR_EXPORT CancellationListener {
 public:
  virtual ~CancellationListener();

  /// Called once, on the thread that cancels. Must be quick and must not register or unregister
  /// listeners.
  virtual void on_cancel() noexcept = 0;
};

/// Keeps a listener registered as long as it lives. When the token is cancelled already, the
/// listener is called by the constructor. Once the destructor has returned, the listener is not
/// running and never will be.
class IONOSCLOUD_CR_EXPORT CancellationRegistration {
 public:
  /// Registers `listener`, which must outlive the registration.
  CancellationRegistration(const CancellationToken& token, CancellationListener& listener);
  CancellationRegistration(const CancellationRegistration&) = delete;
  CancellationRegistration& operator=(const CancellationRegistration&) = delete;
  ~CancellationRegistration();

 private:
  std::shared_ptr<CancellationToken::State> state_;
  CancellationListener* listener_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
