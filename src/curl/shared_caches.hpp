// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <mutex>

#include "curl/handles.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What handles have in common: resolved names and TLS sessions, so that a second connection needs
/// neither a DNS lookup nor a full handshake. It must outlive the handles that use it.
class SharedCaches {
 public:
  /// Whether kept connections are in common too, and apart from those of the multi handle. Between
  /// threads that isn't safe in every libcurl, and would take a lock on each call.
  enum class Connections { not_shared, shared_in_one_thread };

  explicit SharedCaches(Connections connections = Connections::not_shared);
  SharedCaches(const SharedCaches&) = delete;
  SharedCaches& operator=(const SharedCaches&) = delete;

  [[nodiscard]] CURLSH* get() const noexcept { return share_.get(); }

 private:
  static void lock(CURL* easy, curl_lock_data data, curl_lock_access access, void* self) noexcept;
  static void unlock(CURL* easy, curl_lock_data data, void* self) noexcept;

  std::array<std::mutex, CURL_LOCK_DATA_LAST> mutexes_;
  ShareHandle share_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
