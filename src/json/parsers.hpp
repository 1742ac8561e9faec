// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <simdjson.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// What finds the tokens of a text. Holds where they begin, and nothing of the text.
using Parser = std::unique_ptr<simdjson::ondemand::parser>;

/// A parser for a text of that size: one that is kept, or a new one. Throws
/// `std::bad_alloc`, and `DecodeError` when the process has come so far in its end that there are
/// none.
[[nodiscard]] Parser take_parser(std::size_t size);

/// Keeps a parser for the next text, of whatever thread.
void keep_parser(Parser parser) noexcept;

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
