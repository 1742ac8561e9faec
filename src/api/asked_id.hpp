// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "api/responses.hpp"
#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

/// @file
/// Whether a response is about the resource that was asked for.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether two ids are those of one resource. UUIDs, which are 8-4-4-4-12 hexadecimal digits, are
/// compared without the case of their letters; all others byte by byte.
[[nodiscard]] bool is_same_id(std::string_view lhs, std::string_view rhs) noexcept;

/// Throws `DecodeException` when the response has another id than the one that was asked for. It
/// may have none.
template <class Model, class Id>
void check_id(const Operation& operation, const CallResponse& response, const Model& model,
              const Id& asked) {
  if (!model.id || is_same_id(model.id->text(), asked.text())) return;
  throw_decode_exception(operation, response, "$.id", "is not the id that was asked for");
}

/// A check of a call's response: `check_id` with `asked`.
template <class Id>
[[nodiscard]] auto is_about(const Id& asked) {
  return [asked](const Operation& operation, const CallResponse& response, const auto& model) {
    check_id(operation, response, model, asked);
  };
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
