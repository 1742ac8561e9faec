// SPDX-License-Identifier: Apache-2.0
#include "system/thread_time.hpp"

#include <ctime>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::chrono::nanoseconds thread_time() noexcept {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
