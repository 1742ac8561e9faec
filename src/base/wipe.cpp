// SPDX-License-Identifier: Apache-2.0
#include "base/wipe.hpp"

#include <cstring>

namespace ionoscloud::container_registry {
inline namespace v0 {

void wipe(void* memory, std::size_t size) noexcept {
  // Whom it calls the optimizer can't know, nor therefore that nobody will look.
  static void* (*const volatile overwrite)(void*, int, std::size_t) = std::memset;
  overwrite(memory, 0, size);
}

void wipe(std::string& text) noexcept {
  // Within the capacity, so nothing is allocated: the room behind the text becomes its own.
  text.resize(text.capacity());
  wipe(text.data(), text.size());
  text.clear();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
