// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How a transfer ended, as libcurl tells it.
struct TransferEnd {
  CURLcode code;
  /// libcurl's own words about it, perhaps none.
  std::string_view detail;
  /// How far the request got.
  RequestProgress progress;
  /// Whether the connection was made for this transfer.
  bool new_connection;
  /// Whether the process could open no file or socket then.
  bool no_descriptor_left = false;
  /// The status that a proxy responded to CONNECT with; 0 without one.
  long connect_status = 0;
  /// What a SOCKS proxy said: libcurl's `CURLproxycode`.
  long socks_error = 0;
};

/// The end of the transfer of `easy` that has failed with `code`.
[[nodiscard]] TransferEnd transfer_end(CURL* easy, CURLcode code, std::string_view detail,
                                       RequestProgress progress) noexcept;

/// The same in the transport's terms.
struct Failure {
  TransportError error;
  /// One line for people.
  std::string message;
  RequestProgress progress;
};

/// Translates the end of a transfer that failed.
[[nodiscard]] Failure failure_of(const TransferEnd& end);

}  // namespace v0
}  // namespace ionoscloud::container_registry
