// SPDX-License-Identifier: Apache-2.0
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// There is no fork on Windows.
std::uint64_t process_number() noexcept { return 1; }

}  // namespace v0
}  // namespace ionoscloud::container_registry
