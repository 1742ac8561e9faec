// SPDX-License-Identifier: Apache-2.0
#include "http/body_buffer.hpp"

#include <algorithm>

#include "base/room.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void make_body_room(std::string& body, std::size_t size) {
  const std::size_t needed = size + body_padding;
  if (body.capacity() < needed) make_room(body, std::max(needed, 2 * body.capacity()));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
