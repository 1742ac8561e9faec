// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <ionoscloud/container_registry/transport.hpp>
#include <memory>
#include <string>
#include <utility>

#include "curl/curl_transport.hpp"

/// @file
/// What the tests of the libcurl transport have in common.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Limits that only a failing test reaches.
inline ExchangeOptions patient() {
  ExchangeOptions options;
  options.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  options.connect_timeout = std::chrono::seconds(30);
  return options;
}

/// The same for a request that must not be sent twice.
inline ExchangeOptions patient_create() {
  ExchangeOptions options = patient();
  options.creates = true;
  return options;
}

/// A deadline that is soon over.
inline ExchangeOptions hasty() {
  ExchangeOptions options = patient();
  options.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
  return options;
}

inline HttpRequest request(HttpMethod method, std::string url, std::string body = "") {
  HttpRequest request;
  request.method = method;
  request.url = std::move(url);
  request.body = std::move(body);
  return request;
}

inline HttpRequest get(std::string url) { return request(HttpMethod::get, std::move(url)); }

/// Sends a request that must be responded to, for tests that look at what the server got.
inline void send(HttpTransport& transport, const HttpRequest& request) {
  const HttpExchange exchange = transport.exchange(request, patient());
  EXPECT_FALSE(exchange.error) << exchange.error_message;
}

inline std::shared_ptr<HttpTransport> direct_transport() { return make_curl_transport({}, {}); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
