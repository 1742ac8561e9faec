// SPDX-License-Identifier: Apache-2.0
// Makes <stdlib.h> declare rand_s.
#define _CRT_RAND_S

#include "system/system_calls.hpp"

#include <stdlib.h>
#include <windows.h>

#include <ratio>
#include <system_error>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The unit of the system's times.
using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 10'000'000>>;

Ticks ticks_of(FILETIME time) noexcept {
  return Ticks(std::int64_t{time.dwHighDateTime} << 32 | time.dwLowDateTime);
}

}  // namespace

std::uint64_t random_bits() {
  // Unlike rand, rand_s asks the operating system, for 32 bits at a time.
  unsigned int high = 0;
  unsigned int low = 0;
  int error = rand_s(&high);
  if (error == 0) error = rand_s(&low);
  if (error == 0) return std::uint64_t{high} << 32 | low;
  throw std::system_error(error, std::generic_category(), "no random numbers");
}

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
