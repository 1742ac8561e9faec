// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// As long as it lives, looking up the name `hanging.invalid` takes as long as it lives. One at a
/// time.
class HangingResolver {
 public:
  HangingResolver();
  HangingResolver(const HangingResolver&) = delete;
  HangingResolver& operator=(const HangingResolver&) = delete;
  /// Ends the DNS lookups, and waits for those that have begun.
  ~HangingResolver();

  /// Waits until a DNS lookup hangs.
  void wait_for_lookup();
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
