// SPDX-License-Identifier: Apache-2.0
#include "base/room.hpp"

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void make_room(std::string& text, std::size_t bytes) {
  if (text.capacity() >= bytes) return;
  std::string larger;
  larger.reserve(bytes);
  larger.append(text);
  text.swap(larger);
  wipe(larger);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
