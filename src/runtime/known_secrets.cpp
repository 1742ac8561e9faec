// SPDX-License-Identifier: Apache-2.0
#include "runtime/known_secrets.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "base/base64.hpp"
#include "base/wipe.hpp"
#include "runtime/login.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_in(const std::vector<Secret>& secrets, const Secret& secret) {
  return std::find(secrets.begin(), secrets.end(), secret) != secrets.end();
}

/// The form of basic authentication, also without the padding that some leave out.
void add_base64(std::vector<Secret>& secrets, std::string_view text) {
  add_secret(secrets, text);
  add_secret(secrets, text.substr(0, text.find_last_not_of('=') + 1));
}

}  // namespace

void add_secret(std::vector<Secret>& secrets, std::string_view secret) {
  if (secret.empty() || is_in(secrets, secret)) return;
  secrets.emplace_back(secret);
}

void add_login(std::vector<Secret>& secrets, std::string_view username, const Secret& password) {
  if (password.empty()) return;
  add_secret(secrets, password.expose());
  const Secret value = basic_authorization(username, password);
  add_base64(secrets, value.expose().substr(value.expose().find(' ') + 1));
}

void add_authorization(std::vector<Secret>& secrets, const Secret& value,
                       const std::vector<Secret>& known) {
  const std::string_view text = value.expose();
  const std::string_view credentials = ascii::trim(text.substr(text.find(' ') + 1));
  if (is_in(known, credentials)) return;
  add_base64(secrets, credentials);
  if (!ascii::equal_ignoring_case(text.substr(0, 6), "basic ")) return;
  std::string pair = bytes_of_base64(credentials);
  add_secret(secrets, std::string_view(pair).substr(pair.find(':') + 1));
  wipe(pair);
}

std::vector<Secret> secrets_of(const Configuration& configuration) {
  std::vector<Secret> secrets;
  add_secret(secrets, configuration.token.expose());
  add_login(secrets, username_of(configuration), configuration.password);
  add_login(secrets, configuration.proxy.username, configuration.proxy.password);
  add_secret(secrets, configuration.tls.client_key_passphrase.expose());
  return secrets;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
