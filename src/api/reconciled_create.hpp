// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// One create that is settled even if its answer is lost.
///
/// A lost answer leaves one of two worlds: one without the token, and one with a token whose
/// password nobody holds. Names are unique in a registry, and that settles it: while the name is
/// free nothing was created, and to create again can't make two. A token that has the name is
/// removed only when everything that the service tells about it says that this create made it.
class ReconciledCreate {
 public:
  /// `account` is whose tokens are ours, as `created_by` or `created_by_user_id` name it.
  ReconciledCreate(const TokensApi& api, const RegistryId& registry_id, const PostTokenInput& input,
                   std::string account, CallOptions options);

  [[nodiscard]] PostTokenOutput run();

 private:
  [[nodiscard]] std::optional<PostTokenOutput> completed(const Exception& error) const;
  void settle(const Exception& error);
  [[nodiscard]] std::optional<TokenResponse> namesake() const;
  [[nodiscard]] std::optional<Timestamp> service_time() const;
  [[nodiscard]] std::string doubt_about(const TokenResponse& token) const;
  void remove(const TokenId& token_id, const Exception& error) const;
  [[noreturn]] void give_up(const std::string& why, const TokenId& token_id,
                            const Exception& error) const;

  const TokensApi& api_;
  const RegistryId& registry_id_;
  const PostTokenInput& input_;
  const std::string account_;
  const CallOptions options_;
  /// The service's clock before the first create, when the name was free.
  std::optional<Timestamp> free_at_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
