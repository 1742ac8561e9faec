// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/deletion.hpp>

#include "api/responses.hpp"
#include "json/codec.hpp"
#include "runtime/call_failure.hpp"
#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// An operation with its arguments, ready to be sent: what it sends, and how its response is read.
/// Arguments that can't work were refused when it was made.
template <class T>
struct ApiCall {
  const Operation& operation;
  CallRequest request;
  /// Throws an `Exception` when the response is a refusal or can't be read.
  std::function<ApiResponse<T>(CallResponse)> read;
};

/// Makes the call on this thread.
template <class T>
[[nodiscard]] ApiResponse<T> run(ClientCore& core, ApiCall<T> call, const CallOptions& options) {
  return call.read(core.call(call.operation, std::move(call.request), options));
}

/// The operation's path with its parameters filled in, each as one segment, in their order. Throws
/// `InvalidArgumentException` for one that is empty, `.` or `..`, which no encoding makes a
/// segment, or that can't be an id; the message has the parameter's name: `registry_id` for
/// `{registryId}`.
[[nodiscard]] std::string make_target(const Operation& operation,
                                      std::initializer_list<std::string_view> arguments);

/// The query of a request. Values are encoded; what the caller didn't set isn't sent.
class Query {
 public:
  Query& add(std::string_view name, std::string_view value);
  Query& add(std::string_view name, std::int64_t value);

  /// With its question mark, if there is anything in it.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

/// The body that the argument named `argument` makes. Throws `InvalidArgumentException`. No input
/// holds a secret.
template <class Model>
[[nodiscard]] std::string body_of(const Operation& operation, std::string_view argument,
                                  const Model& model) {
  try {
    return json::encode(model, SecretText::exposed);
  } catch (const json::EncodeError& error) {
    throw_invalid_argument(operation, std::string(argument) + "." + error.path, error.problem);
  }
}

/// A call whose response has a `Model` in its body. `check(operation, response, model)` may throw
/// that the response isn't about what was asked.
template <class Model, class Check>
[[nodiscard]] ApiCall<Model> call_for(const Operation& operation, CallRequest request,
                                      Check check) {
  return {operation, std::move(request),
          [&operation, check = std::move(check)](CallResponse response) {
            return take_value<Model>(operation, std::move(response), check);
          }};
}

template <class Model>
[[nodiscard]] ApiCall<Model> call_for(const Operation& operation, CallRequest request) {
  return call_for<Model>(operation, std::move(request),
                         [](const Operation&, const CallResponse&, const Model&) {});
}

/// A call for one page of a list, which takes over the memory of `page` and nothing that is in it.
template <class Page, class Check>
[[nodiscard]] ApiCall<Page> page_for(const Operation& operation, CallRequest request, Page page,
                                     Check check) {
  return {operation, std::move(request),
          [&operation, check = std::move(check),
           page = std::move(page)](CallResponse response) mutable {
            return take_value(operation, std::move(response), check, std::move(page));
          }};
}

/// A call that deletes what stands at `target`. A 404 to a request that is sent again may be due to
/// the first one.
[[nodiscard]] ApiCall<Deletion> deletion(const Operation& operation, std::string target);

}  // namespace v0
}  // namespace ionoscloud::container_registry
