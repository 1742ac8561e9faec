// SPDX-License-Identifier: Apache-2.0
// Makes <stdlib.h> declare rand_s.
#define _CRT_RAND_S

#include "system/random_bits.hpp"

#include <stdlib.h>

#include <system_error>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::uint64_t random_bits() {
  // Unlike rand, rand_s asks the operating system, for 32 bits at a time.
  unsigned int high = 0;
  unsigned int low = 0;
  int error = rand_s(&high);
  if (error == 0) error = rand_s(&low);
  if (error == 0) return std::uint64_t{high} << 32 | low;
  throw std::system_error(error, std::generic_category(), "no random numbers");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
