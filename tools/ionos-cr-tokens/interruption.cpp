// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/interruption.hpp"

#include <csignal>

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

/// Ends the waiting thread.
constexpr int over = SIGUSR1;

bool is_ignored(int signal) {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interruption::Interruption() {
  ::sigemptyset(&signals_);
  ::sigaddset(&signals_, over);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (!is_ignored(signal)) ::sigaddset(&signals_, signal);
  }
  ::pthread_sigmask(SIG_BLOCK, &signals_, &signals_before_);
  waiter_ = std::thread([this] { wait(); });
}

Interruption::~Interruption() {
  ::pthread_kill(waiter_.native_handle(), over);
  waiter_.join();
  ::pthread_sigmask(SIG_SETMASK, &signals_before_, nullptr);
}

cr::CallOptions Interruption::call_options() const {
  cr::CallOptions options;
  options.cancellation = source_.token();
  return options;
}

void Interruption::wait() {
  int signal = 0;
  ::sigwait(&signals_, &signal);
  if (signal == over) return;
  source_.cancel();
  ::sigwait(&signals_, &signal);
  if (signal == over) return;
  ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  std::raise(signal);
}

}  // namespace tool
