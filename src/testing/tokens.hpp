// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>

#include "testing/collection.hpp"
#include "testing/generated_values.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// The result of a PUT.
struct PutResult {
  const TokenResponse& token;
  bool created = false;
};

/// The tokens of a registry, with the service's rules for them. The tokens that it returns have
/// their passwords and no `href`. Throws `Rejection` when a request breaks a rule.
class Tokens {
 public:
  /// `random` must outlive the tokens.
  explicit Tokens(RandomText& random) : random_(random) {}

  /// See `StubServer::add_tokens`.
  void add(std::size_t count);

  [[nodiscard]] std::size_t size() const { return kept_.size(); }
  [[nodiscard]] std::vector<const TokenResponse*> slice(std::size_t offset,
                                                        std::size_t limit) const {
    return kept_.slice(offset, limit);
  }
  [[nodiscard]] const TokenResponse& at(const TokenId& id) { return kept_.at(id.text()); }

  const TokenResponse& create(const PostTokenProperties& input);
  PutResult put(const TokenId& id, const PostTokenProperties& input);
  const TokenResponse& patch(const TokenId& id, const PatchTokenInput& input);
  void remove(const TokenId& id) { kept_.remove(id.text()); }

 private:
  const TokenResponse& insert(const TokenId& id, const PostTokenProperties& input);

  RandomText& random_;
  Collection<TokenResponse> kept_{"the registry has no token of this id"};
  std::size_t last_added_ = 0;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
