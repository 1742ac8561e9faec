// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Always the same number.
class FixedRandom final : public Random {
 public:
  explicit FixedRandom(double number) : number_(number) {}
  double next() override { return number_; }

 private:
  double number_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
