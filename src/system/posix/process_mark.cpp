// SPDX-License-Identifier: Apache-2.0
#include "system/process_mark.hpp"

#include <sys/mman.h>

#include <atomic>
#include <cstddef>
#include <new>

#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Number = std::atomic<std::uint64_t>;

/// The kernel deals in whole pages; this much lies in one.
constexpr std::size_t mapped_size = sizeof(Number);

/// A number that is 0 in each process at first; null where the kernel can't do that.
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

// Neither is a static of a function: the process may fork while another thread makes that, and the
// child would wait for it. What is mapped stays until the process ends.
Number no_number{0};
std::atomic<Number*> mapped_number{nullptr};

/// `no_number` where there is none.
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

/// The last one that was given out, here or in a process that this one was forked from.
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
