// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>
#include <ionoscloud/container_registry/tls_options.hpp>

#include <type_traits>

#include "curl/certificate_pins.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What all handles of a transport are made with.
struct TransferSettings {
  TlsOptions tls;
  ProxyOptions proxy;
  CertificatePins pins;
  /// Whether several exchanges may share a connection, where the server speaks HTTP/2 over TLS.
  bool multiplexed = false;
  /// In bytes.
  long receive_buffer = 256L * 1024;
};

/// Throws unless `result`, of setting `option`, is good: `std::bad_alloc`, or `std::runtime_error`
/// when libcurl was built without what the option needs.
void check_option(CURLcode result, CURLoption option);

/// Sets an option of a handle. Throws as `check_option` does.
template <class Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  // libcurl takes its arguments as C does, and trusts that each has the width it expects.
  constexpr bool narrow =
      std::is_enum_v<Value> || (std::is_integral_v<Value> && sizeof(Value) < sizeof(long));
  using Passed = std::conditional_t<narrow, long, Value>;
  check_option(curl_easy_setopt(easy, option, static_cast<Passed>(value)), option);
}

/// Sets all options that are the same for every call.
void set_lasting_options(CURL* easy, const TransferSettings& settings);

}  // namespace v0
}  // namespace ionoscloud::container_registry
