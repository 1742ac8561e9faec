// SPDX-License-Identifier: Apache-2.0
#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void wipe(void* memory, std::size_t size) noexcept {
  volatile unsigned char* byte = static_cast<volatile unsigned char*>(memory);
  while (size-- > 0) *byte++ = 0;
}

void wipe(std::string& text) noexcept {
  // Within the capacity, so nothing is allocated: the room behind the text becomes its own.
  text.resize(text.capacity());
  wipe(text.data(), text.size());
  text.clear();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
