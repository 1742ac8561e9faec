// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Overwrites memory in a way that the optimizer may not drop.
void wipe(void* memory, std::size_t size) noexcept;

/// Overwrites the whole capacity of `text`, what it held before included, and leaves it empty.
void wipe(std::string& text) noexcept;

/// Gives `text` a capacity of at least `bytes`, as `reserve` does, and wipes the memory that it
/// leaves: the text may hold a password.
void reserve_wiping(std::string& text, std::size_t bytes);

/// How many bytes a parser may read beyond the end of a text, within its string's capacity.
constexpr std::size_t parser_padding = 64;

/// Gives `text` a capacity for `size` bytes and the padding. A capacity that must grow at least
/// doubles, so that a text that grows piece by piece is rarely copied.
void grow_wiping(std::string& text, std::size_t size);

}  // namespace v0
}  // namespace ionoscloud::container_registry
