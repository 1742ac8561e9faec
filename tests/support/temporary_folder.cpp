// SPDX-License-Identifier: Apache-2.0
#include "support/temporary_folder.hpp"

#include <fstream>
#include <random>
#include <system_error>

namespace ionoscloud::container_registry {
inline namespace v0 {

TemporaryFolder::TemporaryFolder() {
  const auto all = std::filesystem::temp_directory_path();
  do path_ = all / ("container-registry-" + std::to_string(std::random_device()()));
  while (!std::filesystem::create_directory(path_));
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(std::string_view name, std::string_view content) const {
  const std::string path = file(name);
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
