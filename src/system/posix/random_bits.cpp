// SPDX-License-Identifier: Apache-2.0
#include "system/random_bits.hpp"

#include <stdlib.h>  // On macOS the next one needs what this includes.
#include <sys/random.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  if (getentropy(&bits, sizeof bits) == 0) return bits;
  throw std::system_error(errno, std::generic_category(), "no random numbers");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
