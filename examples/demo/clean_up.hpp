// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

namespace demo {

/// Leaves no token behind, even when the demo breaks off. It goes by names, each of which only the
/// demo can have given, so that it also finds a token whose creation was never confirmed.
class CleanUp {
 public:
  CleanUp(ionoscloud::container_registry::TokensApi tokens,
          ionoscloud::container_registry::RegistryId registry_id);
  CleanUp(const CleanUp&) = delete;
  CleanUp& operator=(const CleanUp&) = delete;
  /// Deletes what was promised and not yet deleted. Says on stderr what it could not delete.
  ~CleanUp();

  /// A token of this name is about to be created.
  void promise(const std::string& name) { names_.insert(name); }

  /// The token of this name is deleted.
  void keep_promise(const std::string& name) { names_.erase(name); }

 private:
  std::vector<ionoscloud::container_registry::TokenResponse> find_tokens() const;
  void remove(const ionoscloud::container_registry::TokenResponse& token) const;

  ionoscloud::container_registry::TokensApi tokens_;
  ionoscloud::container_registry::RegistryId registry_id_;
  std::set<std::string> names_;
};

}  // namespace demo
