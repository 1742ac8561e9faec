// SPDX-License-Identifier: Apache-2.0
#include "curl/keep_alive.hpp"

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Many services close what was idle for five seconds.
constexpr std::chrono::seconds longest_idle_for_create(3);
/// Firewalls forget what was idle for a minute, and tell nobody.
constexpr std::chrono::seconds longest_idle(30);

/// The end of a connection that is closed behind a response comes right behind it.
constexpr std::chrono::milliseconds moment(20);
constexpr std::chrono::milliseconds at_once(0);

/// Then the service is given another chance.
constexpr std::chrono::minutes memory(1);

}  // namespace

bool KeepAlive::is_good_for(bool creates, curl_socket_t socket,
                            Clock::time_point idle_since) noexcept {
  const Clock::duration idle = Clock::now() - idle_since;
  if (creates) return idle < longest_idle_for_create && lasts_for_create(socket);
  return idle < longest_idle && stays_quiet(socket, at_once);
}

bool KeepAlive::lasts_for_create(curl_socket_t socket) noexcept {
  if (service_ == Service::keeps_connections) return stays_quiet(socket, at_once);
  if (is_closing_connections()) return false;
  const bool lasts = stays_quiet(socket, moment);
  if (lasts) {
    service_ = Service::keeps_connections;
  } else {
    note_loss();
  }
  return lasts;
}

bool KeepAlive::is_closing_connections() noexcept {
  if (service_ != Service::closes_connections) return false;
  if (Clock::now().time_since_epoch() < closing_until_.load()) return true;
  service_ = Service::unknown;
  return false;
}

void KeepAlive::note_loss() noexcept {
  closing_until_ = Clock::now().time_since_epoch() + memory;
  service_ = Service::closes_connections;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
