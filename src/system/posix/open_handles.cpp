// SPDX-License-Identifier: Apache-2.0
#include "system/accepted_connections.hpp"

#include <dirent.h>

#include <charconv>
#include <cstring>
#include <memory>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const noexcept { closedir(directory); }
};

}  // namespace

std::vector<SocketHandle> open_handles() {
  std::vector<SocketHandle> handles;
  const std::unique_ptr<DIR, CloseDirectory> directory(opendir("/dev/fd"));
  while (const dirent* entry = directory ? readdir(directory.get()) : nullptr) {
    int descriptor = -1;
    const char* const name = entry->d_name;
    const auto result = std::from_chars(name, name + std::strlen(name), descriptor);
    if (result.ec == std::errc()) handles.push_back(descriptor);
  }
  return handles;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
