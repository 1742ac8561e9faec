// SPDX-License-Identifier: Apache-2.0
#pragma once

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

}  // namespace v0
}  // namespace ionoscloud::container_registry
