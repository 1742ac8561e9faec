// SPDX-License-Identifier: Apache-2.0
#include "system/per_process.hpp"

#include <sys/mman.h>

#include <atomic>
#include <cstddef>
#include <new>

#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Number = std::atomic<std::uint64_t>;

/// The kernel maps whole pages; this is the used part of one.
constexpr std::size_t mapped_size = sizeof(Number);

/// Maps a number that is 0 at the start of each process; null where the kernel can't do that.
Number* map_number() noexcept {
#ifdef MADV_WIPEONFORK
  void* memory =
      mmap(nullptr, mapped_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  if (madvise(memory, mapped_size, MADV_WIPEONFORK) == 0) return new (memory) Number(0);
  munmap(memory, mapped_size);
#endif
  return nullptr;
}

// No function-local statics: if the process forks while another thread initializes one, the child
// waits for ever. The mapping stays until the process ends.
Number no_number{0};
std::atomic<Number*> mapped_number{nullptr};

/// `no_number` where nothing can be mapped.
Number& number_of_this_process() noexcept {
  Number* known = mapped_number.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  Number* const own = map_number();
  if (mapped_number.compare_exchange_strong(known, own != nullptr ? own : &no_number)) {
    return own != nullptr ? *own : no_number;
  }
  if (own != nullptr) munmap(own, mapped_size);
  return *known;
}

/// The last number that was used, here or in a process that this one was forked from.
std::atomic<std::uint64_t> last_number{0};

}  // namespace

std::uint64_t process_number() noexcept {
  Number& number = number_of_this_process();
  if (&number == &no_number) return process_id();
  std::uint64_t known = number.load(std::memory_order_acquire);
  if (known != 0) return known;
  const std::uint64_t own = ++last_number;
  return number.compare_exchange_strong(known, own) ? own : known;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
