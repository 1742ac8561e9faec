// SPDX-License-Identifier: Apache-2.0
#include "api/seen_tokens.hpp"

#include <utility>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::size_t first_slots = 256;

/// The value of a hexadecimal digit in lower case, or -1.
constexpr int hex_value(char c) noexcept {
  if (ascii::is_digit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

bool SeenTokens::insert(const TokenResponse& token) {
  if (!token.id || token.id->text().empty()) {
    return others_.insert("name " + token.properties.name).second;
  }
  const Uuid uuid = read_uuid(token.id->text());
  return uuid.is_nil() ? others_.insert("id " + token.id->text()).second : insert(uuid);
}

SeenTokens::Uuid SeenTokens::read_uuid(std::string_view text) noexcept {
  constexpr std::string_view form = "00000000-0000-0000-0000-000000000000";
  if (text.size() != form.size()) return {};
  Uuid uuid;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '-') {
      if (text[i] != '-') return {};
      continue;
    }
    const int digit = hex_value(text[i]);
    if (digit < 0) return {};
    uuid.high = uuid.high << 4 | uuid.low >> 60;
    uuid.low = uuid.low << 4 | static_cast<std::uint64_t>(digit);
  }
  return uuid;
}

bool SeenTokens::insert(const Uuid& uuid) {
  // At most four fifths full, so that free slots are near.
  if (5 * (uuid_count_ + 1) > 4 * slots_.size()) grow();
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

void SeenTokens::grow() {
  std::vector<Uuid> larger(slots_.empty() ? first_slots : 2 * slots_.size());
  const std::vector<Uuid> before = std::exchange(slots_, std::move(larger));
  for (const Uuid& uuid : before) {
    if (!uuid.is_nil()) slot_of(uuid) = uuid;
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
