// SPDX-License-Identifier: Apache-2.0
#include "testing/token_store.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "testing/refusal.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

constexpr const char* account = "stub@example.com";
constexpr const char* account_id = "0c3f8d0a-5d1e-4f6b-8a42-97b1e6c5d230";

void check_name(std::string_view name) {
  const auto allowed = [](char c) { return ascii::is_alnum(c) || c == '-'; };
  if (name.size() < 2 || name.size() > 63 || !ascii::is_alpha(name.front()) || name.back() == '-' ||
      !std::all_of(name.begin(), name.end(), allowed)) {
    throw Refusal(422,
                  "properties.name must be 2 to 63 letters, digits and -, begin with a letter and "
                  "not end with -");
  }
}

void check_expiry(Timestamp expiry_date) {
  if (expiry_date <= Timestamp::now()) throw Refusal(422, "expiryDate lies in the past");
}

/// Sets everything but name and credentials to what is given, or else to its default.
void assign(TokenResponse& token, const PostTokenProperties& input) {
  token.properties.status = input.status.value_or(TokenStatus::enabled);
  token.properties.expiry_date = input.expiry_date;
  token.properties.scopes = input.scopes.value_or(std::vector<Scope>());
  token.metadata.state = token.properties.status->text();
}

void mark_changed(TokenResponse& token) {
  token.metadata.last_modified_by = account;
  token.metadata.last_modified_by_user_id = account_id;
  token.metadata.last_modified_date = Timestamp::now();
}

}  // namespace

TokenResponse& TokenStore::Registry::at(const TokenId& id) {
  const auto number = numbers_by_id.find(id.text());
  if (number == numbers_by_id.end()) throw Refusal(404, "the registry has no token of this id");
  return tokens.at(number->second);
}

TokenStore::Registry& TokenStore::at(const RegistryId& registry) {
  const auto found = registries_.find(registry.text());
  if (found == registries_.end()) throw Refusal(404, "there is no registry of this id");
  return found->second;
}

void TokenStore::add_registry(const RegistryId& registry) {
  const std::lock_guard lock(mutex_);
  registries_.try_emplace(registry.text());
}

void TokenStore::require_registry(const RegistryId& registry) {
  const std::lock_guard lock(mutex_);
  static_cast<void>(at(registry));
}

void TokenStore::add_tokens(const RegistryId& registry, std::size_t count) {
  const std::lock_guard lock(mutex_);
  Registry& kept = at(registry);
  PostTokenProperties input;
  while (count > 0) {
    input.name = "token-" + std::to_string(++kept.last_added);
    if (kept.names.count(input.name) > 0) continue;
    insert(kept, random_id(), input);
    --count;
  }
}

TokenSlice TokenStore::slice(const RegistryId& registry, std::size_t offset, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  const auto& all = at(registry).tokens;
  TokenSlice slice;
  slice.total = all.size();
  if (offset >= all.size()) return slice;
  auto next = std::next(all.begin(), static_cast<std::ptrdiff_t>(offset));
  for (; next != all.end() && slice.tokens.size() < limit; ++next) {
    slice.tokens.push_back(next->second);
  }
  return slice;
}

TokenResponse TokenStore::find(const RegistryId& registry, const TokenId& token) {
  const std::lock_guard lock(mutex_);
  return at(registry).at(token);
}

TokenResponse TokenStore::create(const RegistryId& registry, const PostTokenProperties& input) {
  const std::lock_guard lock(mutex_);
  return insert(at(registry), random_id(), input);
}

PutResult TokenStore::put(const RegistryId& registry, const TokenId& token,
                          const PostTokenProperties& input) {
  const std::lock_guard lock(mutex_);
  Registry& kept = at(registry);
  if (kept.numbers_by_id.count(token.text()) == 0) return {insert(kept, token, input), true};

  TokenResponse& replaced = kept.at(token);
  if (input.name != replaced.properties.name) {
    throw Refusal(400, "properties.name of a token can't be changed");
  }
  if (input.expiry_date) check_expiry(*input.expiry_date);
  assign(replaced, input);
  mark_changed(replaced);
  return {replaced, false};
}

TokenResponse TokenStore::patch(const RegistryId& registry, const TokenId& token,
                                const PatchTokenInput& input) {
  const std::lock_guard lock(mutex_);
  TokenResponse& patched = at(registry).at(token);
  if (input.expiry_date.has_value()) check_expiry(input.expiry_date.value());

  TokenProperties& properties = patched.properties;
  if (input.status.has_value()) {
    properties.status = input.status.value();
    patched.metadata.state = properties.status->text();
  }
  if (input.expiry_date.is_null()) properties.expiry_date.reset();
  if (input.expiry_date.has_value()) properties.expiry_date = input.expiry_date.value();
  if (input.scopes.is_null()) properties.scopes.clear();
  if (input.scopes.has_value()) properties.scopes = input.scopes.value();
  mark_changed(patched);
  return patched;
}

void TokenStore::remove(const RegistryId& registry, const TokenId& token) {
  const std::lock_guard lock(mutex_);
  Registry& kept = at(registry);
  kept.names.erase(kept.at(token).properties.name);
  const auto number = kept.numbers_by_id.find(token.text());
  kept.tokens.erase(number->second);
  kept.numbers_by_id.erase(number);
}

const TokenResponse& TokenStore::insert(Registry& registry, const TokenId& id,
                                        const PostTokenProperties& input) {
  check_name(input.name);
  if (input.expiry_date) check_expiry(*input.expiry_date);
  if (registry.names.count(input.name) > 0) throw Refusal(409, "the name is already in use");

  TokenResponse token;
  token.id = id;
  token.type = "token";
  token.metadata.created_by = account;
  token.metadata.created_by_user_id = account_id;
  token.metadata.created_date = Timestamp::now();
  token.properties.name = input.name;
  token.properties.credentials = Credentials{input.name, random_password()};
  assign(token, input);

  const std::uint64_t number = ++registry.last_number;
  registry.names.insert(input.name);
  registry.numbers_by_id.emplace(id.text(), number);
  return registry.tokens.emplace(number, std::move(token)).first->second;
}

TokenId TokenStore::random_id() {
  constexpr char digits[] = "0123456789abcdef";
  std::string id = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
  std::uint32_t bits = 0;
  int digits_left = 0;
  for (char& c : id) {
    if (c != 'x') continue;
    if (digits_left == 0) {
      bits = random_();
      digits_left = 8;
    }
    c = digits[bits & 15U];
    bits >>= 4U;
    --digits_left;
  }
  return id;
}

Secret TokenStore::random_password() {
  constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<char, 30> password{};
  for (std::size_t i = 0; i < password.size(); i += 5) {
    std::uint32_t bits = random_();
    for (std::size_t j = 0; j < 5; ++j, bits >>= 6U) password[i + j] = letters[bits & 63U];
  }
  return Secret(std::string_view(password.data(), password.size()));
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
