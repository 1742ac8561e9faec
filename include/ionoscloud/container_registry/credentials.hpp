// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

/// @file
/// Where the `Authorization` header comes from.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a credentials provider must keep to while it fetches credentials for a call.
struct CredentialsContext {
  /// When the call must be over.
  std::chrono::steady_clock::time_point deadline;
  /// Ends the call from outside.
  CancellationToken cancellation;
};

/// Gives the `Authorization` header of each request. Implement it for credentials that change while
/// the program runs: tokens that expire, a vault.
///
///     class VaultCredentials final : public cr::CredentialsProvider {
///      public:
///       cr::Secret authorization(const cr::CredentialsContext&) override {
///         return cr::bearer_authorization(vault_.api_token());
///       }
///       bool refresh(const cr::Secret&, const cr::CredentialsContext&) override {
///         return vault_.renew();
///       }
///       …
///     };
///
/// Calls on many threads use one provider at once, so it must be safe for that. What it throws ends
/// the call with `CredentialsException`.
class IONOSCLOUD_CR_EXPORT CredentialsProvider {
 public:
  CredentialsProvider() = default;
  CredentialsProvider(const CredentialsProvider&) = delete;
  CredentialsProvider& operator=(const CredentialsProvider&) = delete;
  virtual ~CredentialsProvider();

  /// The value of the header, scheme included: see `bearer_authorization` and
  /// `basic_authorization`. Called once for each attempt.
  [[nodiscard]] virtual Secret authorization(const CredentialsContext& context) = 0;

  /// Called when the service responded with 401 to `rejected`, at most once a call. Returns whether
  /// `authorization()` would now give something better; then the request is sent once more. When
  /// another thread has refreshed in the meantime there is nothing to do but return true.
  [[nodiscard]] virtual bool refresh(const Secret& rejected, const CredentialsContext& context);
};

/// The header value `Bearer <token>`.
[[nodiscard]] IONOSCLOUD_CR_EXPORT Secret bearer_authorization(const Secret& token);

/// The header value `Basic <Base64 of username:password>`.
[[nodiscard]] IONOSCLOUD_CR_EXPORT Secret basic_authorization(TextArgument username,
                                                              const Secret& password);

}  // namespace v0
}  // namespace ionoscloud::container_registry
