// SPDX-License-Identifier: Apache-2.0
#include "system/thread_time.hpp"

#include <windows.h>

#include <cstdint>
#include <ratio>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// As the system counts.
using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;

Ticks ticks_of(FILETIME time) noexcept {
  return Ticks(std::int64_t{time.dwHighDateTime} << 32 | time.dwLowDateTime);
}

}  // namespace

std::chrono::nanoseconds thread_time() noexcept {
  FILETIME begun{};
  FILETIME ended{};
  FILETIME in_kernel{};
  FILETIME in_program{};
  GetThreadTimes(GetCurrentThread(), &begun, &ended, &in_kernel, &in_program);
  return ticks_of(in_kernel) + ticks_of(in_program);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
