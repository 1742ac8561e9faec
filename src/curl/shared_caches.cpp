// SPDX-License-Identifier: Apache-2.0
#include "curl/shared_caches.hpp"

#include <new>
#include <stdexcept>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Value>
void set(CURLSH* share, CURLSHoption option, Value value) {
  const CURLSHcode result = curl_share_setopt(share, option, value);
  if (result == CURLSHE_NOMEM) throw std::bad_alloc();
  if (result != CURLSHE_OK) {
    throw std::runtime_error(std::string("libcurl can't share its caches: ") +
                             curl_share_strerror(result));
  }
}

}  // namespace

SharedCaches::SharedCaches(Connections connections) : share_(make_share_handle()) {
  set(share_.get(), CURLSHOPT_USERDATA, static_cast<void*>(this));
  set(share_.get(), CURLSHOPT_LOCKFUNC, &SharedCaches::lock);
  set(share_.get(), CURLSHOPT_UNLOCKFUNC, &SharedCaches::unlock);
  set(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
  set(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
  if (connections == Connections::shared_in_one_thread) {
    set(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT);
  }
}

void SharedCaches::lock(CURL*, curl_lock_data data, curl_lock_access, void* self) noexcept {
  static_cast<SharedCaches*>(self)->mutexes_[data].lock();
}

void SharedCaches::unlock(CURL*, curl_lock_data data, void* self) noexcept {
  static_cast<SharedCaches*>(self)->mutexes_[data].unlock();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
