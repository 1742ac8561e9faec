// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "api/item_mark.hpp"
#include "base/sip_hash.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Remembers which items of a list have been seen, and where each was last. A list may have a
/// million of them, nearly always with UUIDs, which are kept in 16 bytes each, their places in
/// another 4, and without an allocation for each.
///
/// Nobody can choose keys that make it slow: where a UUID goes depends on a secret of this table
/// alone, and all other keys are in a balanced tree.
class SeenItems {
 public:
  SeenItems();

  /// Makes room for so many items, within reason: it is the service that says how many.
  void expect(std::int64_t count);

  /// Whether an item of that key has been noted, wherever it was.
  [[nodiscard]] bool knows(const ItemKey& key) const noexcept;

  /// Whether an item of that key was there when it was last noted.
  [[nodiscard]] bool knows(const ItemMark& mark) const noexcept;

  /// How many different items of a page haven't been noted.
  [[nodiscard]] std::size_t count_new(const std::vector<ItemMark>& items) const;

  /// Notes the items of a page, all or, when it throws, none. Returns for each whether it is new:
  /// whether none of the same key has been noted before it.
  std::vector<bool> note(const std::vector<ItemMark>& items);

  /// How many different items have been noted.
  [[nodiscard]] std::size_t size() const noexcept { return uuid_count_ + others_.size(); }

 private:
  /// A place in 32 bits. It may be taken for another of the same item once in 2³² times.
  using Place = std::uint32_t;

  [[nodiscard]] static Place fold(std::int64_t place) noexcept;
  /// The place of an item that has been noted, or nothing.
  [[nodiscard]] const Place* find(const ItemKey& key) const noexcept;
  /// Where `uuid` is in the table, or where it belongs.
  [[nodiscard]] std::size_t slot_of(const Uuid& uuid) const noexcept;
  bool insert(const Uuid& uuid, Place place) noexcept;
  void reserve(std::size_t uuids);
  void grow(std::size_t slots);

  SipKey key_;
  /// A hash table with open addressing, its size a power of two. Nil marks what is free.
  std::vector<Uuid> slots_;
  /// By slot.
  std::vector<Place> places_;
  std::size_t uuid_count_ = 0;
  /// All that isn't a UUID.
  std::map<std::string, Place> others_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
