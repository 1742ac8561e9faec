// SPDX-License-Identifier: Apache-2.0
#include "json/room.hpp"

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

void make_room(std::string& text, std::size_t bytes) {
  if (text.capacity() >= bytes) return;
  std::string larger;
  larger.reserve(bytes);
  larger.append(text);
  text.swap(larger);
  wipe(larger);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
