// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Calls that nobody waits for while they are under way. Not part of the umbrella header.

#include <cstdint>
#include <memory>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/async_list_range.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/pending.hpp>
#include <ionoscloud/container_registry/reconciled_create.hpp>
#include <ionoscloud/container_registry/registries_api.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The operations of `TokensApi`, each begun at once and given back as `Pending`.
///
///     cr::AsyncTokensApi tokens(client);
///     std::vector<cr::Pending<cr::TokenResponse>> all;
///     for (const cr::TokenId& id : ids) {
///       all.push_back(tokens.registries_tokens_find_by_id(registry, id));
///     }
///     for (auto& pending : all) use(pending.get());
///
/// One thread of the client's drives them all, however many there are; over TLS, where the server
/// speaks HTTP/2, they share a connection, but for those that create or replace a token, which have
/// one each. `Configuration::max_calls_at_once` of them are under way at once, the others wait for
/// their turn; their deadlines count from the start. Retries, deadlines, cancellation and secrets
/// are as in `TokensApi`, and so are the exceptions, which come from `Pending::get`; but
/// `InvalidArgumentException` is thrown at once. When the process has no thread or no file
/// descriptor left to begin with, it is a `TransportException`. The credentials provider is asked
/// on that thread, and all calls wait for it.
///
/// A cheap handle on the core that it shares with its `ApiClient`, copyable, and safe to use from
/// any number of threads at once. When the last handle of the client goes, the calls that are under
/// way end with `CancelledException`; once its destructor has returned, no callback runs. With a
/// transport of your own, calls are made one after another. A fork of the process may use the
/// client too; the calls that were under way stay with the parent, and a `Pending` of them throws
/// in the child.
class IONOSCLOUD_CR_EXPORT AsyncTokensApi {
 public:
  /// The tokens behind `client`.
  explicit AsyncTokensApi(const ApiClient& client);

  /// See `TokensApi::registries_tokens_delete`.
  /// API: `DELETE /registries/{registryId}/tokens/{tokenId}`.
  [[nodiscard]] Pending<Deletion> registries_tokens_delete(const RegistryId& registry_id,
                                                           const TokenId& token_id,
                                                           const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_find_by_id`.
  /// API: `GET /registries/{registryId}/tokens/{tokenId}`.
  [[nodiscard]] Pending<TokenResponse> registries_tokens_find_by_id(
      const RegistryId& registry_id, const TokenId& token_id,
      const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_get`.
  /// API: `GET /registries/{registryId}/tokens?offset&limit`.
  [[nodiscard]] Pending<TokensResponse> registries_tokens_get(
      const RegistryId& registry_id, std::int64_t offset = 0, std::int64_t limit = 100,
      const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_get_all`; nothing is asked for ahead, whatever
  /// `ListOptions::prefetch_pages` says.
  /// API: `GET /registries/{registryId}/tokens`.
  [[nodiscard]] AsyncListRange<TokenResponse> registries_tokens_get_all(
      const RegistryId& registry_id, const ListOptions& list = {},
      const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_patch`.
  /// API: `PATCH /registries/{registryId}/tokens/{tokenId}`.
  [[nodiscard]] Pending<TokenResponse> registries_tokens_patch(
      const RegistryId& registry_id, const TokenId& token_id, const PatchTokenInput& patch,
      const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_post`. Keep the result: it will hold the only password.
  /// API: `POST /registries/{registryId}/tokens`.
  [[nodiscard]] Pending<PostTokenOutput> registries_tokens_post(
      const RegistryId& registry_id, const PostTokenInput& input,
      const CallOptions& options = {}) const;

  /// See `TokensApi::create_token_reconciled`. Keep the result: it will hold the only password.
  /// Each of its requests keeps the place among those under way that the one before had.
  /// `get_with_http_info()` tells how the response to the create came, or, where that was damaged,
  /// the one that confirmed it. API: `POST /registries/{registryId}/tokens`, and others after a
  /// lost response.
  [[nodiscard]] Pending<ReconciledToken> create_token_reconciled(
      const RegistryId& registry_id, const PostTokenInput& input,
      TokenNaming naming = TokenNaming::given, const CallOptions& options = {}) const;

  /// See `TokensApi::registries_tokens_put`. Keep the result: it may hold the only password.
  /// API: `PUT /registries/{registryId}/tokens/{tokenId}`.
  [[nodiscard]] Pending<PutTokenOutput> registries_tokens_put(
      const RegistryId& registry_id, const TokenId& token_id, const PutTokenInput& input,
      const CallOptions& options = {}) const;

 private:
  std::shared_ptr<ClientCore> core_;
};

/// The operations of `RegistriesApi`, each begun at once and given back as `Pending`. As
/// `AsyncTokensApi` in all else.
class IONOSCLOUD_CR_EXPORT AsyncRegistriesApi {
 public:
  /// The registries of the account that `client` logs in with.
  explicit AsyncRegistriesApi(const ApiClient& client);

  /// See `RegistriesApi::registries_find_by_id`.
  /// API: `GET /registries/{registryId}`.
  [[nodiscard]] Pending<RegistryResponse> registries_find_by_id(
      const RegistryId& registry_id, const CallOptions& options = {}) const;

 private:
  std::shared_ptr<ClientCore> core_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
