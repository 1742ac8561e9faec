// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The number of this process, which none of those has that it was forked from. It isn't the
/// system's own, as every call asks for it: it lies in memory which the kernel empties in a forked
/// process, where the kernel can do that.
[[nodiscard]] std::uint64_t process_number() noexcept;

/// Tells the process that made it from those that are forked from it.
class ProcessMark {
 public:
  [[nodiscard]] bool is_of_this_process() const noexcept { return process_ == process_number(); }

 private:
  std::uint64_t process_ = process_number();
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
