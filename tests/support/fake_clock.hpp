// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include <ionoscloud/container_registry/timestamp.hpp>

#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Stands still until it is moved. For one thread.
class FakeClock final : public Clock {
 public:
  std::chrono::steady_clock::time_point now() override { return now_; }
  std::chrono::system_clock::time_point system_now() override {
    return Timestamp::parse("2026-11-25T20:38:18Z")->time_point() +
           std::chrono::duration_cast<std::chrono::system_clock::duration>(now_ - start);
  }

  void advance(std::chrono::steady_clock::duration time) { now_ += time; }

 private:
  static constexpr std::chrono::steady_clock::time_point start{std::chrono::hours(1000)};
  std::chrono::steady_clock::time_point now_ = start;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
