// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Watches a block of memory, one at a time, and looks into it in the moment when it is freed by
/// this thread: the only moment at which the memory of a destroyed object may still be read.
class FreedMemory {
 public:
  FreedMemory(const void* block, std::size_t size);
  FreedMemory(const FreedMemory&) = delete;
  FreedMemory& operator=(const FreedMemory&) = delete;
  ~FreedMemory();

  /// Whether it was freed and held nothing but zeros then.
  [[nodiscard]] bool was_wiped() const;
};

/// Looks for a text, one at a time, in all memory that this thread frees.
class FreedText {
 public:
  /// `text` must outlive this.
  explicit FreedText(std::string_view text);
  FreedText(const FreedText&) = delete;
  FreedText& operator=(const FreedText&) = delete;
  ~FreedText();

  /// Whether a block held it when it was freed.
  [[nodiscard]] bool was_found() const;
};

/// Lets one allocation of this thread fail: the one after `successes` more.
class FailingAllocation {
 public:
  explicit FailingAllocation(int successes);
  FailingAllocation(const FailingAllocation&) = delete;
  FailingAllocation& operator=(const FailingAllocation&) = delete;
  ~FailingAllocation();

  /// Whether it came to that.
  [[nodiscard]] bool has_failed() const;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
