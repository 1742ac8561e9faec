// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/open_enum.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

/// @file
/// Tokens as the service returns them.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether a token's credentials work.
struct TokenStatus : OpenEnum<TokenStatus> {
  using OpenEnum::OpenEnum;
  /// They work.
  static constexpr Known enabled{"enabled"};
  /// They don't, until the token is enabled again.
  static constexpr Known disabled{"disabled"};
};

/// What `docker login` wants. Schema `Credentials`.
struct Credentials {
  /// Equal to the name of the token.
  std::string username;
  /// In clear in the response that created the token, and nowhere else: blank in every other
  /// response. Nothing gives it a second time and nothing resets it.
  Secret password;
};

/// What a token is and may do. Schema `TokenProperties`.
struct TokenProperties {
  /// Its name, unique in the registry and final.
  std::string name;
  /// Whether its credentials work.
  std::optional<TokenStatus> status;
  /// When its credentials stop working; nothing means never.
  std::optional<Timestamp> expiry_date;
  /// What it may do. The wire's null, and nothing, read as an empty list.
  std::vector<Scope> scopes;
  /// Its login; nothing where the service sends null.
  std::optional<Credentials> credentials;
};

/// A token. Schema `TokenResponse`.
struct TokenResponse {
  /// Its id, in every response seen so far, though the contract lets it be missing.
  std::optional<TokenId> id;
  /// `token`.
  std::optional<std::string> type;
  /// Its address as the service writes it; often empty text. Never followed by this library.
  std::optional<std::string> href;
  /// Who made and changed it, and when.
  ApiResourceMetadata metadata;
  /// What it is and may do.
  TokenProperties properties;
};

/// A token that was just created, its password in `properties.credentials->password` this once.
/// Schema `PostTokenOutput`.
struct PostTokenOutput : TokenResponse {};

/// A token that was created or replaced by a PUT. Schema `PutTokenOutput`.
struct PutTokenOutput : TokenResponse {
  /// The status of the response; 0 in a value that came from elsewhere. Not part of the JSON.
  int http_status = 0;

  /// Whether the token is new, so that its password is in `properties.credentials->password` this
  /// once; otherwise it replaced an older one, whose password goes on. New is what was responded to
  /// with 201, or with a password.
  [[nodiscard]] IONOSCLOUD_CR_EXPORT bool created() const noexcept;
};

/// One page of a registry's tokens, passwords blank. Schema `TokensResponse`.
struct TokensResponse {
  /// The id of the list itself; of no use.
  std::optional<std::string> id;
  /// `collection`.
  std::optional<std::string> type;
  /// The list's address as the service writes it. Never followed by this library.
  std::optional<std::string> href;
  /// The tokens of this page. The wire's null, and nothing, read as an empty list.
  std::vector<TokenResponse> items;
  /// The offset that this page was asked for with.
  std::int64_t offset = 0;
  /// The limit that this page was asked for with.
  std::int64_t limit = 0;
  /// How many tokens are on this page.
  std::int64_t count = 0;
  /// How many tokens are on all pages together.
  std::int64_t total = 0;
  /// `_links`: addresses of the pages beside this one. Never followed by this library.
  PaginationLinks links;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry

/// @cond
// Hashed by their texts.
namespace std {
template <>
struct hash<ionoscloud::container_registry::TokenStatus>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::TokenStatus> {};
}  // namespace std
/// @endcond
