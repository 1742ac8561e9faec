// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Keeps SIGPIPE from this thread as long as it lives, and swallows one that came meanwhile.
class SigpipeBlock {
 public:
  SigpipeBlock() noexcept;
  SigpipeBlock(const SigpipeBlock&) = delete;
  SigpipeBlock& operator=(const SigpipeBlock&) = delete;
  ~SigpipeBlock();

 private:
  sigset_t before_;
  bool was_pending_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
