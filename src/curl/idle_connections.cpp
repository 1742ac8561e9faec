// SPDX-License-Identifier: Apache-2.0
#include "curl/idle_connections.hpp"

#include "curl/easy_options.hpp"
#include "curl/handles.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

curl_socket_t open_none(void*, curlsocktype, curl_sockaddr*) noexcept { return CURL_SOCKET_BAD; }

}  // namespace

void close_idle_connections(CURLM* multi, CURLSH* share) {
  // libcurl looks for old connections when another is asked for, and at no other time. This one
  // doesn't come about.
  const EasyHandle asking = make_easy_handle();
  set_option(asking.get(), CURLOPT_SHARE, share);
  set_option(asking.get(), CURLOPT_URL, "http://127.0.0.1:1");
  set_option(asking.get(), CURLOPT_PROXY, "");
  set_option(asking.get(), CURLOPT_NOSIGNAL, 1L);
  set_option(asking.get(), CURLOPT_OPENSOCKETFUNCTION, &open_none);
  set_option(asking.get(), CURLOPT_MAXAGE_CONN, 1L);
  if (curl_multi_add_handle(multi, asking.get()) != CURLM_OK) return;
  int running = 0;
  curl_multi_perform(multi, &running);
  curl_multi_remove_handle(multi, asking.get());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
