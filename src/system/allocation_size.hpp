// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#if defined(__APPLE__)
#include <malloc/malloc.h>
#elif defined(__FreeBSD__)
#include <malloc_np.h>
#else
#include <malloc.h>
#endif

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The usable size of memory from `malloc`, in bytes: as large as requested, or larger.
[[nodiscard]] inline std::size_t allocation_size(void* memory) noexcept {
#if defined(__APPLE__)
  return malloc_size(memory);
#elif defined(_WIN32)
  return _msize(memory);
#else
  return malloc_usable_size(memory);
#endif
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
