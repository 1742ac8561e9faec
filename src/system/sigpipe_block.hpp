// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Blocks SIGPIPE for this thread during its lifetime, and discards one that arrived meanwhile.
/// Does nothing on systems without signals.
class SigpipeBlock {
 public:
  SigpipeBlock() noexcept;
  SigpipeBlock(const SigpipeBlock&) = delete;
  SigpipeBlock& operator=(const SigpipeBlock&) = delete;
  ~SigpipeBlock();

 private:
  [[maybe_unused]] bool was_pending_;
  [[maybe_unused]] bool was_blocked_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
