// SPDX-License-Identifier: Apache-2.0
#include "curl/body_buffer.hpp"

#include <algorithm>

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void make_room(std::string& body, std::size_t size) {
  if (body.capacity() >= size + body_padding) return;
  std::string larger;
  larger.reserve(std::max(size + body_padding, 2 * body.capacity()));
  larger.append(body);
  wipe(body);
  body.swap(larger);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
