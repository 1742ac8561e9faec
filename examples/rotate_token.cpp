// SPDX-License-Identifier: Apache-2.0
//
// Replaces a token: creates a successor that may do the same, gives its password to a command, and
// disables the predecessor only when that command has taken it.

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

/// Writes the password to the command's standard input, where no other process can read it. Returns
/// whether the command succeeded.
bool deliver(const cr::Secret& password, const char* command) {
  std::FILE* pipe = ::popen(command, "w");
  if (pipe == nullptr) return false;
  std::setvbuf(pipe, nullptr, _IONBF, 0);  // no copy of the password in a buffer
  const std::string_view text = password.expose();
  const bool written = std::fwrite(text.data(), 1, text.size(), pipe) == text.size();
  return ::pclose(pipe) == 0 && written;
}

int main(int argc, char** argv) try {
  const char* registry = std::getenv("IONOS_REGISTRY_ID");
  if (argc != 4 || registry == nullptr) {
    std::cerr << "usage: IONOS_REGISTRY_ID=… rotate-token <id> <stem of the new name> <command>\n";
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);  // A command that doesn't read must not end this program.
  const cr::TokensApi tokens{cr::ApiClient(cr::Configuration::discover())};
  const cr::TokenResponse old = tokens.registries_tokens_find_by_id(registry, argv[1]);

  cr::PostTokenInput input;
  input.properties.name = argv[2];
  input.properties.expiry_date = cr::Timestamp::now() + std::chrono::hours(24 * 90);
  input.properties.scopes = old.properties.scopes;
  const cr::ReconciledToken next =
      tokens.create_token_reconciled(registry, input, cr::TokenNaming::generated);

  if (!deliver(next.properties.credentials.value().password, argv[3])) {
    tokens.registries_tokens_delete(registry, next.id.value());
    std::cerr
        << "the command failed: the new token is deleted again, and the old one still works\n";
    return 1;
  }
  std::cout << "created " << next.properties.name << std::endl;

  cr::PatchTokenInput disable;
  disable.status = cr::TokenStatus::disabled;
  tokens.registries_tokens_patch(registry, argv[1], disable);
  std::cout << "disabled " << old.properties.name << "; delete it when nobody misses it\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
