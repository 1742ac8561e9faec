// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
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

/// For what nobody else may draw as well: other than `Random`, no process and no fork of one ever
/// has the same numbers as another.
class Entropy {
 public:
  virtual ~Entropy() = default;
  /// A number of 64 random bits. Throws a `std::exception` when there is none to be had.
  [[nodiscard]] virtual std::uint64_t next() = 0;
};

/// All of them must be safe to use from any number of threads.
struct RuntimeServices {
  std::shared_ptr<Clock> clock;
  std::shared_ptr<Sleeper> sleeper;
  std::shared_ptr<Random> random;
  std::shared_ptr<Entropy> entropy;
};

/// The machine's own.
[[nodiscard]] RuntimeServices system_services();

}  // namespace v0
}  // namespace ionoscloud::container_registry
