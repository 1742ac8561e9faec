// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/api_response.hpp>

#include "base/wipe.hpp"
#include "json/codec.hpp"
#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

/// @file
/// From a response to a value or an exception.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether the status is a 2xx.
[[nodiscard]] bool is_success(const CallResponse& response) noexcept;

/// Throws the `ApiException` of the response's status.
[[noreturn]] void throw_api_exception(const Operation& operation, CallResponse response);

/// Throws `DecodeException`: the response is wrong at `path`, and how.
[[noreturn]] void throw_decode_exception(const Operation& operation, const CallResponse& response,
                                         const std::string& path, std::string_view problem);

/// Moves out of a response what callers may know of it.
[[nodiscard]] HttpInfo take_http_info(CallResponse& response);

/// Wipes a body that may hold a password, however its reading ends.
class BodyWiper {
 public:
  BodyWiper(const Operation& operation, std::string& body) noexcept
      : body_(operation.safety == Safety::creates_credential ? &body : nullptr) {}
  BodyWiper(const BodyWiper&) = delete;
  BodyWiper& operator=(const BodyWiper&) = delete;
  ~BodyWiper() {
    if (body_ != nullptr) wipe(*body_);
  }

 private:
  std::string* body_;
};

/// The response's value, which takes over the memory of `value`. Throws `ApiException` for a status
/// that isn't 2xx, and `DecodeException` for a body that isn't a `Model`; `check(operation,
/// response, value)` may throw a complaint of its own.
template <class Model, class Check>
[[nodiscard]] ApiResponse<Model> take_value(const Operation& operation, CallResponse response,
                                            Check check, Model value = {}) {
  if (!is_success(response)) throw_api_exception(operation, std::move(response));
  const BodyWiper wiper(operation, response.http.body);
  try {
    json::decode(response.http.body, value);
    check(operation, response, value);
    return {std::move(value), take_http_info(response)};
  } catch (const json::DecodeError& error) {
    throw_decode_exception(operation, response, error.path, error.problem);
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
