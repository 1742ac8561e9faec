// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A port of 127.0.0.1 where connecting hangs: somebody listens, never accepts, and the queue is
/// full.
class HangingPort {
 public:
  HangingPort();

  [[nodiscard]] std::string url() const;

 private:
  Descriptor listener_;
  std::vector<Descriptor> queued_;
  std::uint16_t port_ = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
