// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The chance in the waits of one call. Each number may be anything from 0 to 1. But the third is
/// what the second leaves of 1, the fifth what the fourth leaves, and so on. Where each wait may be
/// twice as long as the one before, two together so take half of what the longer one may, at least:
/// no call uses up its attempts on short waits before a restart is over.
class Jitter {
 public:
  /// The next number.
  [[nodiscard]] double draw(Random& random) {
    ++draws_;
    const bool makes_up = draws_ > 1 && draws_ % 2 == 1;
    last_ = makes_up ? 1.0 - last_ : random.next();
    return last_;
  }

 private:
  int draws_ = 0;
  double last_ = 0.0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
