// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How much processor time the calling thread has had. Unlike a clock, it doesn't go on while
/// others have the processor. Asks the kernel.
[[nodiscard]] std::chrono::nanoseconds thread_time() noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
