// SPDX-License-Identifier: Apache-2.0
//
// Creates a token that may pull for 90 days, and leaves its password in a new file for you alone.

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

/// A new file that its owner alone can read. It goes again unless a password was stored in it.
class PasswordFile {
 public:
  explicit PasswordFile(const char* path) : path_(path) {
    ::umask(077);
    file_ = std::fopen(path, "wx");  // "x": no file that is there already
    if (file_ == nullptr) throw std::system_error(errno, std::generic_category(), path);
    std::setvbuf(file_, nullptr, _IONBF, 0);  // no copy of the password in a buffer
  }
  PasswordFile(const PasswordFile&) = delete;
  PasswordFile& operator=(const PasswordFile&) = delete;
  ~PasswordFile() {
    if (file_ != nullptr) std::fclose(file_);
    if (!stored_) std::remove(path_);
  }

  bool store(const cr::Secret& password) {
    const std::string_view text = password.expose();
    const bool written = std::fwrite(text.data(), 1, text.size(), file_) == text.size();
    stored_ = std::fclose(std::exchange(file_, nullptr)) == 0 && written;
    return stored_;
  }

 private:
  const char* path_;
  std::FILE* file_ = nullptr;
  bool stored_ = false;
};

int main(int argc, char** argv) try {
  const char* registry = std::getenv("IONOS_REGISTRY_ID");
  if (argc != 4 || registry == nullptr) {
    std::cerr << "usage: IONOS_REGISTRY_ID=… create-token <stem of its name> <repository> <file>\n";
    return 2;
  }
  const cr::TokensApi tokens{cr::ApiClient(cr::Configuration::discover())};
  PasswordFile file(argv[3]);  // Before the token: its password is shown once.

  cr::PostTokenInput input;
  input.properties.name = argv[1];
  input.properties.expiry_date = cr::Timestamp::now() + std::chrono::hours(24 * 90);
  input.properties.scopes = {{cr::ScopeType::repository, argv[2], {cr::ScopeAction::pull}}};
  const cr::ReconciledToken created =
      tokens.create_token_reconciled(registry, input, cr::TokenNaming::generated);

  if (!file.store(created.properties.credentials.value().password)) {
    tokens.registries_tokens_delete(registry, created.id.value());
    std::cerr << argv[3] << " can't be written; the token is deleted again\n";
    return 1;
  }
  std::cout << "created " << created.properties.name << '\n';
  for (const cr::PossibleOrphan& orphan : created.possible_orphans) {
    std::cerr << "please delete, if it is there: " << orphan.name << '\n';
  }
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';  // one line, without secrets
  return 1;
}
