// SPDX-License-Identifier: Apache-2.0
#include "system/system_calls.hpp"

#include <stdlib.h>  // On macOS the next one needs what this includes.
#include <sys/random.h>

#include <cerrno>
#include <ctime>
#include <system_error>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  if (getentropy(&bits, sizeof bits) == 0) return bits;
  throw std::system_error(errno, std::generic_category(), "no random numbers");
}

std::chrono::nanoseconds thread_time() noexcept {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
