// SPDX-License-Identifier: Apache-2.0
#include "testing/tokens.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "testing/generated_values.hpp"
#include "testing/rejection.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

void check_name(std::string_view name) {
  const auto allowed = [](char c) { return ascii::is_alnum(c) || c == '-'; };
  if (name.size() < 2 || name.size() > 63 || !ascii::is_alpha(name.front()) || name.back() == '-' ||
      !std::all_of(name.begin(), name.end(), allowed)) {
    throw Rejection(
        422,
        "properties.name must be 2 to 63 letters, digits and -, begin with a letter and "
        "not end with -");
  }
}

void check_expiry(Timestamp expiry_date) {
  if (expiry_date <= Timestamp::now()) throw Rejection(422, "expiryDate lies in the past");
}

/// Sets all properties but name and credentials to the input, or to their defaults.
void assign(TokenResponse& token, const PostTokenProperties& input) {
  token.properties.status = input.status.value_or(TokenStatus::enabled);
  token.properties.expiry_date = input.expiry_date;
  token.properties.scopes = input.scopes.value_or(std::vector<Scope>());
  token.metadata.state = token.properties.status->text();
}

}  // namespace

void Tokens::add(std::size_t count) {
  PostTokenProperties input;
  while (count > 0) {
    input.name = "token-" + std::to_string(++last_added_);
    if (kept_.has_name(input.name)) continue;
    create(input);
    --count;
  }
}

const TokenResponse& Tokens::create(const PostTokenProperties& input) {
  return insert(random_.id(), input);
}

PutResult Tokens::put(const TokenId& id, const PostTokenProperties& input) {
  if (!kept_.has(id.text())) return {insert(id, input), true};

  TokenResponse& replaced = kept_.at(id.text());
  if (input.name != replaced.properties.name) {
    throw Rejection(400, "properties.name of a token can't be changed");
  }
  if (input.expiry_date) check_expiry(*input.expiry_date);
  assign(replaced, input);
  mark_changed(replaced.metadata);
  return {replaced, false};
}

const TokenResponse& Tokens::patch(const TokenId& id, const PatchTokenInput& input) {
  TokenResponse& patched = kept_.at(id.text());
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
  mark_changed(patched.metadata);
  return patched;
}

const TokenResponse& Tokens::insert(const TokenId& id, const PostTokenProperties& input) {
  check_name(input.name);
  if (input.expiry_date) check_expiry(*input.expiry_date);

  TokenResponse token;
  token.id = id;
  token.type = "token";
  token.metadata = created_now("");
  token.properties.name = input.name;
  token.properties.credentials = Credentials{input.name, random_.password()};
  assign(token, input);
  return kept_.add(id.text(), input.name, std::move(token));
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
