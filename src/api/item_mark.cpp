// SPDX-License-Identifier: Apache-2.0
#include "api/item_mark.hpp"

#include <array>
#include <cstddef>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr unsigned char no_digit = 0x80;

/// The values of the hexadecimal digits, by character.
constexpr std::array<unsigned char, 256> digit_values = [] {
  std::array<unsigned char, 256> values{};
  for (auto& value : values) value = no_digit;
  for (unsigned char i = 0; i < 10; ++i) values['0' + i] = i;
  for (unsigned char i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = 10 + i;
  return values;
}();

/// Reads digits, and sets the bit of `no_digit` in `wrong` where there are others.
template <std::size_t count>
std::uint64_t read_digits(const char* text, unsigned& wrong) noexcept {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned digit = digit_values[static_cast<unsigned char>(text[i])];
    wrong |= digit;
    number = number << 4 | digit;
  }
  return number;
}

}  // namespace

Uuid Uuid::read(std::string_view text) noexcept {
  constexpr std::string_view form = "00000000-0000-0000-0000-000000000000";
  if (text.size() != form.size()) return {};
  const char* const at = text.data();
  if (at[8] != '-' || at[13] != '-' || at[18] != '-' || at[23] != '-') return {};
  unsigned wrong = 0;
  Uuid uuid;
  uuid.high = read_digits<8>(at, wrong) << 32 | read_digits<4>(at + 9, wrong) << 16 |
              read_digits<4>(at + 14, wrong);
  uuid.low = read_digits<4>(at + 19, wrong) << 48 | read_digits<12>(at + 24, wrong);
  return (wrong & no_digit) == 0 ? uuid : Uuid{};
}

ItemKey ItemKey::of_id(std::string_view id) {
  ItemKey key;
  key.uuid_ = Uuid::read(id);
  if (key.uuid_.is_nil()) key.text_.append("id ").append(id);
  return key;
}

ItemKey ItemKey::of_name(std::string_view name) {
  ItemKey key;
  key.text_.append("name ").append(name);
  return key;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
