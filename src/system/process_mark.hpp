// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Tells the process that made it from those that are forked from it. Every call asks, so that it
/// reads memory which the kernel empties in a forked process, where the kernel can do that, rather
/// than ask the kernel for the process's number.
class ProcessMark {
 public:
  ProcessMark() noexcept;
  ProcessMark(const ProcessMark&) = delete;
  ProcessMark& operator=(const ProcessMark&) = delete;
  ~ProcessMark();

  [[nodiscard]] bool is_of_this_process() const noexcept;

 private:
  const pid_t process_;
  /// Not 0 in this process, and 0 in those forked from it. Null where there is no such memory.
  const volatile char* mark_ = nullptr;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
