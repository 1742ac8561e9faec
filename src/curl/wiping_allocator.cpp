// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/wiping_allocator.hpp>

#include <curl/curl.h>

#include <atomic>
#include <cstdlib>
#include <cstring>

#include "base/wipe.hpp"
#include "curl/handles.hpp"
#include "system/allocation_size.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Whether libcurl has asked for memory here.
std::atomic<bool> is_asked{false};

void* allocate(std::size_t size) {
  if (!is_asked.load(std::memory_order_relaxed)) is_asked = true;
  return std::malloc(size);
}

void* allocate_zeros(std::size_t count, std::size_t size) {
  if (!is_asked.load(std::memory_order_relaxed)) is_asked = true;
  return std::calloc(count, size);
}

/// Whoever allocated it: some of libcurl's memory is older than its setting up.
void release(void* memory) {
  if (memory != nullptr) wipe(memory, allocation_size(memory));
  std::free(memory);
}

/// Not realloc, which leaves what it moves behind.
void* reallocate(void* memory, std::size_t size) {
  if (memory == nullptr) return allocate(size);
  const std::size_t before = allocation_size(memory);
  if (size <= before) return memory;
  void* const larger = allocate(size);
  if (larger == nullptr) return nullptr;
  std::memcpy(larger, memory, before);
  release(memory);
  return larger;
}

char* duplicate(const char* text) {
  const std::size_t size = std::strlen(text) + 1;
  void* const copy = allocate(size);
  return copy == nullptr ? nullptr : static_cast<char*>(std::memcpy(copy, text, size));
}

bool give_to_libcurl() {
  if (curl_global_init_mem(CURL_GLOBAL_DEFAULT, allocate, release, reallocate, duplicate,
                           allocate_zeros) != CURLE_OK) {
    return false;
  }
  // A libcurl that was set up before says that all is well, and keeps the functions that it has.
  static_cast<void>(make_url_handle());
  if (is_asked) return true;
  curl_global_cleanup();
  return false;
}

}  // namespace

bool use_wiping_allocator() {
  static const bool is_used = give_to_libcurl();
  return is_used;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
