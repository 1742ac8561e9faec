// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <simdjson.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// Finds the tokens of a text. Keeps their offsets, and no part of the text.
using Parser = std::unique_ptr<simdjson::ondemand::parser>;

/// A parser for a text of that size: a kept one, or a new one. Throws `std::bad_alloc`, and
/// `DecodeError` when the process is exiting and has destroyed simdjson's static objects.
[[nodiscard]] Parser take_parser(std::size_t size);

/// Keeps a parser for the next text, in any thread.
void keep_parser(Parser parser) noexcept;

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
