// SPDX-License-Identifier: Apache-2.0
#include "support/allocations.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

namespace {

struct Watch {
  const void* block = nullptr;
  std::size_t size = 0;
  bool freed = false;
  bool wiped = false;
};

thread_local Watch watch;

/// A text that is looked for in all blocks that this thread frees; none while it is empty.
struct Search {
  std::string_view text;
  bool found = false;
};

thread_local Search search;

/// How many allocations of this thread are still to succeed before one fails; none fails below 0.
thread_local int successes_left = -1;

bool is_to_fail() noexcept {
  if (successes_left < 0) return false;
  return successes_left-- == 0;
}

/// Before each block lies its size.
constexpr std::size_t header = alignof(std::max_align_t);
static_assert(header >= sizeof(std::size_t));

void* allocate(std::size_t size) noexcept {
  // Blank: what earlier owners have left in memory is not what later ones leave in it.
  auto* const memory = is_to_fail() ? nullptr : static_cast<char*>(std::calloc(1, header + size));
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, &size, sizeof size);
  return memory + header;
}

void* allocate_or_throw(std::size_t size) {
  void* const memory = allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void release(void* memory) noexcept {
  if (memory == nullptr) return;
  auto* const block = static_cast<char*>(memory);
  if (!search.text.empty()) {
    std::size_t size = 0;
    std::memcpy(&size, block - header, sizeof size);
    search.found = search.found || std::search(block, block + size, search.text.begin(),
                                               search.text.end()) != block + size;
  }
  if (memory == watch.block && !watch.freed) {
    const auto* const bytes = static_cast<const volatile unsigned char*>(memory);
    watch.freed = true;
    watch.wiped = std::all_of(bytes, bytes + watch.size, [](unsigned char b) { return b == 0; });
  }
  std::free(block - header);
}

}  // namespace

// The program's own, as the standard allows. All forms, so that each block goes back to where it
// came from.
void* operator new(std::size_t size) { return allocate_or_throw(size); }
void* operator new[](std::size_t size) { return allocate_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }

namespace ionoscloud::container_registry {
inline namespace v0 {

FreedMemory::FreedMemory(const void* block, std::size_t size) {
  watch = {block, size, false, false};
}

FreedMemory::~FreedMemory() { watch = {}; }

bool FreedMemory::was_wiped() const { return watch.freed && watch.wiped; }

FreedText::FreedText(std::string_view text) { search = {text, false}; }

FreedText::~FreedText() { search = {}; }

bool FreedText::was_found() const { return search.found; }

FailingAllocation::FailingAllocation(int successes) { successes_left = successes; }

FailingAllocation::~FailingAllocation() { successes_left = -1; }

bool FailingAllocation::has_failed() const { return successes_left == -1; }

}  // namespace v0
}  // namespace ionoscloud::container_registry
