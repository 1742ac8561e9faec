// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <random>
#include <string>

#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A service that does most of what it is asked for, and commits every fault of the matrix in
/// between. Safe to use from any number of connections.
class FaultyService {
 public:
  /// Serves one connection.
  void operator()(RawConnection& client);

  /// How many creates came a second time although the service had not refused the first.
  [[nodiscard]] std::size_t duplicates() const;

 private:
  enum class Fault {
    none,
    broken,
    status,
    throttled,
    fin_while_idle,
    bytes_while_idle,
    reset,
    silence
  };

  [[nodiscard]] Fault next_fault();
  [[nodiscard]] std::size_t pick(std::size_t count);
  /// Returns whether the connection goes on.
  bool respond_with(Fault fault, RawConnection& client, const std::string& request);
  void count_create(const std::string& request, bool refused);

  mutable std::mutex mutex_;
  std::mt19937 random_{20261126};
  /// How often a create of this body may have been carried out.
  std::map<std::string, int> creates_;
  std::size_t duplicates_ = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
