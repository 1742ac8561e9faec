// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

#include <thread>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/cancellation.hpp>

namespace tool {

/// While it lives, Ctrl-C, SIGTERM and SIGHUP cancel calls instead of ending the program; the
/// second one ends it. What the program was started to ignore stays ignored. To be made by the only
/// thread, so that the library's threads leave these signals alone, too.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  /// Options of a call that is to be cancelled.
  [[nodiscard]] ionoscloud::container_registry::CallOptions call_options() const;

 private:
  void wait();

  ionoscloud::container_registry::CancellationSource source_;
  sigset_t signals_{};
  sigset_t signals_before_{};
  std::thread waiter_;
};

}  // namespace tool
