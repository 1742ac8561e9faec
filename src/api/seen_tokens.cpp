// SPDX-License-Identifier: Apache-2.0
#include "api/seen_tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::size_t first_slots = 256;

/// As much room as is made ahead: two megabytes.
constexpr std::size_t most_expected_slots = 128 * 1024;

/// At most four fifths of the slots are taken, so that free ones are near.
constexpr bool are_enough(std::size_t slots, std::size_t count) noexcept {
  return 5 * count <= 4 * slots;
}

constexpr unsigned char no_digit = 0x80;

/// The values of the hexadecimal digits in lower case, by character.
constexpr std::array<unsigned char, 256> digit_values = [] {
  std::array<unsigned char, 256> values{};
  for (auto& value : values) value = no_digit;
  for (unsigned char i = 0; i < 10; ++i) values['0' + i] = i;
  for (unsigned char i = 0; i < 6; ++i) values['a' + i] = 10 + i;
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

bool SeenTokens::insert(const TokenResponse& token) {
  if (!token.id || token.id->text().empty()) {
    return others_.insert("name " + token.properties.name).second;
  }
  const Uuid uuid = read_uuid(token.id->text());
  return uuid.is_nil() ? others_.insert("id " + token.id->text()).second : insert(uuid);
}

void SeenTokens::expect(std::int64_t count) {
  std::size_t slots = std::max(first_slots, slots_.size());
  while (slots < most_expected_slots &&
         !are_enough(slots, static_cast<std::size_t>(std::max<std::int64_t>(count, 0)))) {
    slots *= 2;
  }
  if (slots > slots_.size()) grow(slots);
}

SeenTokens::Uuid SeenTokens::read_uuid(std::string_view text) noexcept {
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

bool SeenTokens::insert(const Uuid& uuid) {
  if (!are_enough(slots_.size(), uuid_count_ + 1)) grow(std::max(first_slots, 2 * slots_.size()));
  Uuid& slot = slot_of(uuid);
  if (slot == uuid) return false;
  slot = uuid;
  ++uuid_count_;
  return true;
}

SeenTokens::Uuid& SeenTokens::slot_of(const Uuid& uuid) noexcept {
  // Odd numbers without a pattern. What they spread ends up in the upper half.
  constexpr std::uint64_t spread_high = 0x9E3779B97F4A7C15;
  constexpr std::uint64_t spread_low = 0xC2B2AE3D27D4EB4F;
  const std::uint64_t hash = uuid.high * spread_high ^ uuid.low * spread_low;
  const std::size_t mask = slots_.size() - 1;
  std::size_t index = static_cast<std::size_t>(hash >> 32) & mask;
  while (!slots_[index].is_nil() && !(slots_[index] == uuid)) index = (index + 1) & mask;
  return slots_[index];
}

void SeenTokens::grow(std::size_t slots) {
  const std::vector<Uuid> before = std::exchange(slots_, std::vector<Uuid>(slots));
  for (const Uuid& uuid : before) {
    if (!uuid.is_nil()) slot_of(uuid) = uuid;
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
