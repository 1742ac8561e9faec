// SPDX-License-Identifier: Apache-2.0
#include "api/generated_name.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::size_t longest_name = 63;
constexpr std::size_t mark_length = 8;
constexpr std::size_t longest_stem = longest_name - 1 - mark_length;

/// Takes a number below `bound` out of a random one.
std::size_t take(std::uint64_t& random, std::size_t bound) noexcept {
  const std::uint64_t taken = random % bound;
  random /= bound;
  return static_cast<std::size_t>(taken);
}

/// 36⁸ is 2⁴¹: of the 64 bits enough are left for a digit's place and value. Nothing is drawn
/// again, so that a generator that is broken hangs nobody.
std::string mark_of(std::uint64_t random) {
  constexpr std::string_view characters = "0123456789abcdefghijklmnopqrstuvwxyz";
  constexpr std::size_t digits = 10;
  std::string mark;
  for (std::size_t i = 0; i < mark_length; ++i) mark += characters[take(random, characters.size())];
  if (std::none_of(mark.begin(), mark.end(), ascii::is_digit)) {
    const std::size_t place = take(random, mark_length);
    mark[place] = characters[take(random, digits)];
  }
  return mark;
}

/// Whether the byte goes on with a character of UTF-8.
bool goes_on(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

std::string_view stem_of(std::string_view name) noexcept {
  std::size_t length = std::min(name.size(), longest_stem);
  while (length > 0 && length < name.size() && goes_on(name[length])) --length;
  while (length > 0 && name[length - 1] == '-') --length;
  return name.substr(0, length);
}

std::string generated_name(std::string_view stem, Entropy& entropy) {
  return std::string(stem_of(stem)) + '-' + mark_of(entropy.next());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
