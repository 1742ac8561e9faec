// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/credentials.hpp>

#include <cstddef>
#include <string>
#include <utility>

#include "base/base64.hpp"
#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

CredentialsProvider::~CredentialsProvider() = default;

bool CredentialsProvider::refresh(const Secret&, const CredentialsContext&) { return false; }

Secret bearer_authorization(const Secret& token) {
  constexpr std::string_view scheme = "Bearer ";
  std::string value;
  // Reserved, so that no copy stays behind in a smaller buffer.
  value.reserve(scheme.size() + token.expose().size());
  value += scheme;
  value += token.expose();
  return Secret(std::move(value));
}

Secret basic_authorization(TextArgument name, const Secret& password) {
  const std::string_view username = name;
  constexpr std::string_view scheme = "Basic ";
  const std::size_t size = username.size() + 1 + password.expose().size();
  std::string pair;
  pair.reserve(size);
  pair += username;
  pair += ':';
  pair += password.expose();

  std::string value;
  value.reserve(scheme.size() + (size + 2) / 3 * 4);
  value += scheme;
  append_base64(value, pair);
  wipe(pair);
  return Secret(std::move(value));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
