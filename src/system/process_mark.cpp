// SPDX-License-Identifier: Apache-2.0
#include "system/process_mark.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The kernel deals in whole pages; this much lies in one.
constexpr std::size_t mark_size = 1;

/// A byte that is 1 here and 0 in forked processes; null where the kernel can't do that.
char* make_mark() noexcept {
#ifdef MADV_WIPEONFORK
  void* memory =
      mmap(nullptr, mark_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  if (madvise(memory, mark_size, MADV_WIPEONFORK) == 0) {
    auto* mark = static_cast<char*>(memory);
    *mark = 1;
    return mark;
  }
  munmap(memory, mark_size);
#endif
  return nullptr;
}

}  // namespace

ProcessMark::ProcessMark() noexcept : process_(getpid()), mark_(make_mark()) {}

ProcessMark::~ProcessMark() {
  if (mark_ != nullptr) munmap(const_cast<char*>(mark_), mark_size);
}

bool ProcessMark::is_of_this_process() const noexcept {
  return mark_ != nullptr ? *mark_ != 0 : process_ == getpid();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
