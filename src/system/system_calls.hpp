// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#ifdef _WIN32
#include <process.h>
#else
#include <unistd.h>
#endif

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The system's number of this process. A kernel call, on some systems; `ProcessMark` is faster.
[[nodiscard]] inline std::uint64_t process_id() noexcept {
#ifdef _WIN32
  return static_cast<std::uint64_t>(_getpid());
#else
  return static_cast<std::uint64_t>(getpid());
#endif
}

/// 64 bits from the operating system's random number generator: they can't be predicted, and a
/// forked process gets other ones than its parent. Throws `std::system_error` when the system has
/// none.
[[nodiscard]] std::uint64_t random_bits();

/// How much processor time the calling thread has used. Unlike a clock, it doesn't advance while
/// other threads have the processor. A kernel call.
[[nodiscard]] std::chrono::nanoseconds thread_time() noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
