// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Calls of one client that read, and the service that they go to. Times count from the start.
struct OutageScene {
  using Time = std::chrono::milliseconds;

  /// When each call begins.
  std::vector<Time> calls;
  /// What the service responds at a time; `chance` is a random number from 0 to 1.
  std::function<int(Time, double chance)> status;
};

/// `count` calls at once.
[[nodiscard]] std::vector<OutageScene::Time> at_once(std::size_t count);

/// `rate` calls a second for `length`.
[[nodiscard]] std::vector<OutageScene::Time> steady(int rate, std::chrono::seconds length);

/// What became of the calls.
struct OutageResult {
  /// For each call, in the order of the scene.
  std::vector<bool> succeeded;
  std::size_t requests = 0;

  [[nodiscard]] std::size_t successes() const;
  [[nodiscard]] double requests_a_call() const;
};

/// Plays the scene with the library's own `Call`, which decides all; with a clock that leaps and
/// chance that is the same for each seed.
[[nodiscard]] OutageResult play(const OutageScene& scene, std::uint32_t seed);

}  // namespace v0
}  // namespace ionoscloud::container_registry
