// SPDX-License-Identifier: Apache-2.0
#include "api/seen_items.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::size_t first_slots = 256;

/// As much room as is made ahead: two and a half megabytes.
constexpr std::size_t most_expected_slots = 128 * 1024;

/// At most four fifths of the slots are taken, so that free ones are near.
constexpr bool are_enough(std::size_t slots, std::size_t count) noexcept {
  return 5 * count <= 4 * slots;
}

}  // namespace

SeenItems::SeenItems() : key_{random_bits(), random_bits()} {}

void SeenItems::expect(std::int64_t count) {
  std::size_t slots = std::max(first_slots, slots_.size());
  while (slots < most_expected_slots &&
         !are_enough(slots, static_cast<std::size_t>(std::max<std::int64_t>(count, 0)))) {
    slots *= 2;
  }
  if (slots > slots_.size()) grow(slots);
}

bool SeenItems::knows(const ItemKey& key) const noexcept { return find(key) != nullptr; }

bool SeenItems::knows(const ItemMark& mark) const noexcept {
  const Place* const place = find(mark.key);
  return place != nullptr && *place == fold(mark.place);
}

std::size_t SeenItems::count_new(const std::vector<ItemMark>& items) const {
  std::vector<ItemMark> others;
  std::copy_if(items.begin(), items.end(), std::back_inserter(others),
               [this](const ItemMark& item) { return !knows(item.key); });
  SeenItems unknown;
  unknown.note(others);
  return unknown.size();
}

std::vector<bool> SeenItems::note(const std::vector<ItemMark>& items) {
  std::vector<bool> is_new(items.size());
  std::map<std::string, Place> others;
  std::size_t uuids = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemKey& key = items[i].key;
    if (key.is_uuid()) {
      ++uuids;
    } else {
      is_new[i] = !knows(key) && others.try_emplace(key.text()).second;
    }
  }
  reserve(uuid_count_ + uuids);

  // There is room for all of them: from here on nothing throws.
  others_.merge(others);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemKey& key = items[i].key;
    const Place place = fold(items[i].place);
    if (key.is_uuid()) {
      is_new[i] = insert(key.uuid(), place);
    } else {
      others_.find(key.text())->second = place;
    }
  }
  return is_new;
}

SeenItems::Place SeenItems::fold(std::int64_t place) noexcept {
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
  return static_cast<Place>(static_cast<std::uint64_t>(place) * spread >> 32);
}

const SeenItems::Place* SeenItems::find(const ItemKey& key) const noexcept {
  if (!key.is_uuid()) {
    const auto found = others_.find(key.text());
    return found == others_.end() ? nullptr : &found->second;
  }
  if (uuid_count_ == 0) return nullptr;
  const std::size_t slot = slot_of(key.uuid());
  return slots_[slot].is_nil() ? nullptr : &places_[slot];
}

std::size_t SeenItems::slot_of(const Uuid& uuid) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t index = static_cast<std::size_t>(sip_hash(key_, uuid.high, uuid.low)) & mask;
  while (!slots_[index].is_nil() && !(slots_[index] == uuid)) index = (index + 1) & mask;
  return index;
}

bool SeenItems::insert(const Uuid& uuid, Place place) noexcept {
  const std::size_t slot = slot_of(uuid);
  const bool is_new = slots_[slot].is_nil();
  slots_[slot] = uuid;
  places_[slot] = place;
  uuid_count_ += is_new ? 1 : 0;
  return is_new;
}

void SeenItems::reserve(std::size_t uuids) {
  std::size_t slots = std::max(first_slots, slots_.size());
  while (!are_enough(slots, uuids)) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

void SeenItems::grow(std::size_t slots) {
  std::vector<Uuid> uuids(slots);
  std::vector<Place> places(slots);
  uuids.swap(slots_);
  places.swap(places_);
  for (std::size_t i = 0; i < uuids.size(); ++i) {
    if (uuids[i].is_nil()) continue;
    const std::size_t slot = slot_of(uuids[i]);
    slots_[slot] = uuids[i];
    places_[slot] = places[i];
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
