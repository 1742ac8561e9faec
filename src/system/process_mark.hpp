// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A number that differs between this process and the processes that it was forked from. It isn't
/// the process id, because each call needs it: it is in memory that the kernel clears in a forked
/// process, on systems that can do that.
[[nodiscard]] std::uint64_t process_number() noexcept;

/// Distinguishes the process that made it from those that are forked from it.
class ProcessMark {
 public:
  [[nodiscard]] bool is_of_this_process() const noexcept { return process_ == process_number(); }

 private:
  std::uint64_t process_ = process_number();
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
