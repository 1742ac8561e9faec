// SPDX-License-Identifier: Apache-2.0
#include "base/wipe.hpp"

#include <algorithm>
#include <cstring>

namespace ionoscloud::container_registry {
inline namespace v0 {

void wipe(void* memory, std::size_t size) noexcept {
  // The optimizer can't know which function this is, so it can't drop the call.
  static void* (*const volatile overwrite)(void*, int, std::size_t) = std::memset;
  overwrite(memory, 0, size);
}

void wipe(std::string& text) noexcept {
  // Within the capacity, so nothing is allocated.
  text.resize(text.capacity());
  wipe(text.data(), text.size());
  text.clear();
}

void reserve_wiping(std::string& text, std::size_t bytes) {
  if (text.capacity() >= bytes) return;
  std::string larger;
  larger.reserve(bytes);
  larger.append(text);
  text.swap(larger);
  wipe(larger);
}

void grow_wiping(std::string& text, std::size_t size) {
  const std::size_t needed = size + parser_padding;
  if (text.capacity() < needed) reserve_wiping(text, std::max(needed, 2 * text.capacity()));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
