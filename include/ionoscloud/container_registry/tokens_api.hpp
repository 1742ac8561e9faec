// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/deletion.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/list_range.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/reconciled_create.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// All tokens of a registry.
using TokenRange = ListRange<TokenResponse>;

/// The former name of `Deletion`.
using TokenDeletion = Deletion;

/// The tokens of registries: credentials with which `docker login` works, each with scopes, a
/// status and an end.
///
/// A cheap handle on the core that it shares with its `ApiClient`, copyable, and safe to use from
/// any number of threads at once. Each operation has a plain form and one that also tells how the
/// response came, and takes `CallOptions` last.
///
/// Every operation throws, besides what it lists:
/// - `InvalidArgumentException` when an id is empty, `.` or `..`, or a header of `options` can't be
///   sent; nothing was sent then,
/// - the `ApiException` of its status when the service refuses: `UnauthorizedException` (401),
///   `ForbiddenException` (403), `NotFoundException` (404), `RateLimitedException` (429),
///   `ServiceException` (5xx) …,
/// - `TransportException`, `TimeoutException`, `CancelledException` when there is no response,
/// - `DecodeException` when the response can't be read,
/// - `CredentialsException` when the credentials provider fails.
///
/// `Exception::execution()` tells whether the service may have done it all the same.
class IONOSCLOUD_CR_EXPORT TokensApi {
 public:
  /// The tokens behind `client`.
  explicit TokensApi(const ApiClient& client);

  /// Deletes a token: its credentials stop working.
  /// API: `DELETE /registries/{registryId}/tokens/{tokenId}`.
  ///
  /// Throws `NotFoundException` when there is no such token, unless an attempt of this very call
  /// may have deleted it.
  void registries_tokens_delete(const RegistryId& registry_id, const TokenId& token_id,
                                const CallOptions& options = {}) const;

  /// `registries_tokens_delete`, and how the response came.
  [[nodiscard]] ApiResponse<Deletion> registries_tokens_delete_with_http_info(
      const RegistryId& registry_id, const TokenId& token_id,
      const CallOptions& options = {}) const;

  /// Reads a token, its password blank.
  /// API: `GET /registries/{registryId}/tokens/{tokenId}`.
  [[nodiscard]] TokenResponse registries_tokens_find_by_id(const RegistryId& registry_id,
                                                           const TokenId& token_id,
                                                           const CallOptions& options = {}) const;

  /// `registries_tokens_find_by_id`, and how the response came.
  [[nodiscard]] ApiResponse<TokenResponse> registries_tokens_find_by_id_with_http_info(
      const RegistryId& registry_id, const TokenId& token_id,
      const CallOptions& options = {}) const;

  /// Reads one page of a registry's tokens, passwords blank. For all of them, see
  /// `registries_tokens_get_all`.
  /// API: `GET /registries/{registryId}/tokens?offset&limit`.
  ///
  /// `offset` is how many tokens to skip, 0 or more; `limit` how many to return at most, 1 or more.
  /// The service may return fewer. Throws `InvalidArgumentException` for any other value, and
  /// `DecodeException` for a page that is empty although its own count or total says otherwise.
  [[nodiscard]] TokensResponse registries_tokens_get(const RegistryId& registry_id,
                                                     std::int64_t offset = 0,
                                                     std::int64_t limit = 100,
                                                     const CallOptions& options = {}) const;

  /// `registries_tokens_get`, and how the response came.
  [[nodiscard]] ApiResponse<TokensResponse> registries_tokens_get_with_http_info(
      const RegistryId& registry_id, std::int64_t offset = 0, std::int64_t limit = 100,
      const CallOptions& options = {}) const;

  /// All tokens of a registry, fetched page by page while the range is read. Sends nothing itself.
  /// API: `GET /registries/{registryId}/tokens?offset&limit`, as often as needed; once for a list
  /// that is shorter than `ListOptions::page_size`. `TokenRange` says what is promised while others
  /// write.
  ///
  /// Throws `InvalidArgumentException` when a number of `list` isn't above 0.
  [[nodiscard]] TokenRange registries_tokens_get_all(const RegistryId& registry_id,
                                                     const ListOptions& list = {},
                                                     const CallOptions& options = {}) const;

  /// Changes some properties of a token. Members of `patch` that are absent keep their value.
  /// API: `PATCH /registries/{registryId}/tokens/{tokenId}`.
  ///
  /// Throws `InvalidArgumentException` when every member of `patch` is absent.
  /// `UnprocessableEntityException` (422) when the service doesn't take a value.
  TokenResponse registries_tokens_patch(const RegistryId& registry_id, const TokenId& token_id,
                                        const PatchTokenInput& patch,
                                        const CallOptions& options = {}) const;

  /// `registries_tokens_patch`, and how the response came.
  [[nodiscard]] ApiResponse<TokenResponse> registries_tokens_patch_with_http_info(
      const RegistryId& registry_id, const TokenId& token_id, const PatchTokenInput& patch,
      const CallOptions& options = {}) const;

  /// Creates a token. The result holds its password, which nothing gives a second time.
  /// API: `POST /registries/{registryId}/tokens`.
  ///
  /// It is sent again only when the service certainly hasn't carried it out. Throws
  /// `ConflictException` (409) when the name is taken, `UnprocessableEntityException` (422) when
  /// the service doesn't take a value, and `InvalidArgumentException` when the name is empty.
  [[nodiscard]] PostTokenOutput registries_tokens_post(const RegistryId& registry_id,
                                                       const PostTokenInput& input,
                                                       const CallOptions& options = {}) const;

  /// `registries_tokens_post`, and how the response came.
  [[nodiscard]] ApiResponse<PostTokenOutput> registries_tokens_post_with_http_info(
      const RegistryId& registry_id, const PostTokenInput& input,
      const CallOptions& options = {}) const;

  /// Creates a token, and settles what becomes of it when its response is lost. A create of which
  /// nothing is lost is one request. API: `POST /registries/{registryId}/tokens`; after a lost
  /// response also `GET …/tokens`, and `GET` and `DELETE …/tokens/{tokenId}`.
  ///
  /// A token is deleted only on proof that this very call made it: by the id in a response to it,
  /// where reading that token shows the name and a creation date that isn't before the create by
  /// the service's own clock; or by a name that the library drew for it.
  ///
  /// `TokenNaming::given`: it looks for the name, which is unique in a registry. When nobody has
  /// it, the create is repeated. When somebody has it, nothing is touched, and
  /// `UnsettledCreateException` names the token.
  ///
  /// `TokenNaming::generated`: `input.properties.name` is a stem, never a whole name. It creates
  /// another token under a fresh name, and looks for the lost one before and after, to delete it.
  /// What can't be found or deleted is in `ReconciledToken::possible_orphans`. Names that are taken
  /// (409) are others', and it draws anew.
  ///
  /// One deadline covers all of it: `options.deadline`, or `Timeouts::call` from the start. Of what
  /// is left of it a quarter, at least 2 s and at most half, is kept back to settle: the create's
  /// attempts end earlier. Cancelling ends it at once, without settling.
  ///
  /// Throws `UnsettledCreateException` whenever a token may be left behind, whatever went wrong and
  /// cancelling too, and otherwise as `registries_tokens_post` does; then nothing of it is left.
  [[nodiscard]] ReconciledToken create_token_reconciled(const RegistryId& registry_id,
                                                        const PostTokenInput& input,
                                                        TokenNaming naming = TokenNaming::given,
                                                        const CallOptions& options = {}) const;

  /// Creates the token with this id, or replaces all its properties but the name.
  /// `PutTokenOutput::created()` tells which, and only a created token comes with a password.
  /// API: `PUT /registries/{registryId}/tokens/{tokenId}`.
  ///
  /// Sent again, and throwing, like `registries_tokens_post`.
  [[nodiscard]] PutTokenOutput registries_tokens_put(const RegistryId& registry_id,
                                                     const TokenId& token_id,
                                                     const PutTokenInput& input,
                                                     const CallOptions& options = {}) const;

  /// `registries_tokens_put`, and how the response came.
  [[nodiscard]] ApiResponse<PutTokenOutput> registries_tokens_put_with_http_info(
      const RegistryId& registry_id, const TokenId& token_id, const PutTokenInput& input,
      const CallOptions& options = {}) const;

 private:
  std::shared_ptr<ClientCore> core_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
