// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Some tokens of a registry, and how many it has.
struct TokenSlice {
  std::vector<TokenResponse> tokens;
  std::size_t total = 0;
};

/// A token that was put, and whether that created it.
struct PutResult {
  TokenResponse token;
  bool created = false;
};

/// Registries with their tokens, and the service's rules for them. Tokens are handed out with their
/// passwords and without `href`. Breaking a rule throws `Refusal`. Safe to use from any number of
/// threads.
class TokenStore {
 public:
  void add_registry(const RegistryId& registry);
  void add_tokens(const RegistryId& registry, std::size_t count);

  /// Refuses a registry that isn't there.
  void require_registry(const RegistryId& registry);

  [[nodiscard]] TokenSlice slice(const RegistryId& registry, std::size_t offset, std::size_t limit);
  [[nodiscard]] TokenResponse find(const RegistryId& registry, const TokenId& token);
  TokenResponse create(const RegistryId& registry, const PostTokenProperties& input);
  PutResult put(const RegistryId& registry, const TokenId& token, const PostTokenProperties& input);
  TokenResponse patch(const RegistryId& registry, const TokenId& token,
                      const PatchTokenInput& input);
  void remove(const RegistryId& registry, const TokenId& token);

 private:
  struct Registry {
    /// By the order of their creation.
    std::map<std::uint64_t, TokenResponse> tokens;
    std::unordered_map<std::string, std::uint64_t> numbers_by_id;
    std::unordered_set<std::string> names;
    std::uint64_t last_number = 0;
    std::uint64_t last_added = 0;

    TokenResponse& at(const TokenId& id);
  };

  Registry& at(const RegistryId& registry);
  const TokenResponse& insert(Registry& registry, const TokenId& id,
                              const PostTokenProperties& input);
  TokenId random_id();
  Secret random_password();

  std::mutex mutex_;
  std::unordered_map<std::string, Registry> registries_;
  std::random_device random_;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
