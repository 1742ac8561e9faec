// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>

#include <ionoscloud/container_registry/cancellation.hpp>

/// @file
/// What the runtime takes from the machine, so that its tests can bring their own.

namespace ionoscloud::container_registry {
inline namespace v0 {

class Clock {
 public:
  virtual ~Clock() = default;
  /// For deadlines and waits.
  [[nodiscard]] virtual std::chrono::steady_clock::time_point now() = 0;
  /// For dates that the service names.
  [[nodiscard]] virtual std::chrono::system_clock::time_point system_now() = 0;
};

class Sleeper {
 public:
  virtual ~Sleeper() = default;
  /// Returns at `time`, or as soon as `cancellation` is cancelled.
  virtual void sleep_until(std::chrono::steady_clock::time_point time,
                           const CancellationToken& cancellation) = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  /// A number from 0 to 1, 1 excluded.
  [[nodiscard]] virtual double next() = 0;
};

/// All three must be safe to use from any number of threads.
struct RuntimeServices {
  std::shared_ptr<Clock> clock;
  std::shared_ptr<Sleeper> sleeper;
  std::shared_ptr<Random> random;
};

/// The machine's own.
[[nodiscard]] RuntimeServices system_services();

}  // namespace v0
}  // namespace ionoscloud::container_registry
