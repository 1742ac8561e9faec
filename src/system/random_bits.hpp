// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// 64 bits of the operating system's generator: nobody can foresee them, and a forked process draws
/// others than its parent. Throws `std::system_error` when there are none to be had.
[[nodiscard]] std::uint64_t random_bits();

}  // namespace v0
}  // namespace ionoscloud::container_registry
