// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a damaged response still held of the token that it created. Whatever wasn't found is empty.
///
/// Whole is what arrived to its closing quote, at its place and only once, with each of its
/// characters as JSON has them: no escape that JSON doesn't have, no half of a surrogate pair, no
/// invalid UTF-8, no control character. All else is a part, however much it looks like the whole.
struct SalvagedToken {
  /// The token's id, with which it can be deleted. A part of one is left out: it may be the id of
  /// another token.
  TokenId id;
  /// Whether the id is whole.
  bool id_complete = false;
  /// Its login's name, which is the token's name; a part of one is left out.
  std::string username;
  /// Its password, as far as it arrived.
  Secret password;
  /// Whether the password is whole, and can be used.
  bool password_complete = false;
  /// The earliest moment, by the service's own clock, at which this very request can have created
  /// the token: the response's `Date`, less the time since the attempt began and a second for the
  /// grain of such dates. A token that is older isn't the request's. Nothing without one proper
  /// `Date`.
  std::optional<Timestamp> not_before;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
