// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Keeps SIGPIPE from this thread as long as it lives, and swallows one that came meanwhile. Does
/// nothing where there are no signals.
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
