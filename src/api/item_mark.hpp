// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A UUID, or nil.
struct Uuid {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  [[nodiscard]] bool is_nil() const noexcept { return high == 0 && low == 0; }
  friend bool operator==(const Uuid& lhs, const Uuid& rhs) noexcept {
    return lhs.high == rhs.high && lhs.low == rhs.low;
  }

  /// The UUID that `text` is, if it is one in the usual form, digits in any case; nil otherwise.
  [[nodiscard]] static Uuid read(std::string_view text) noexcept;
};

/// What tells an item of a list from all others. Nearly always a UUID, which needs no allocation.
class ItemKey {
 public:
  /// The key of no item.
  ItemKey() noexcept = default;

  [[nodiscard]] static ItemKey of_id(std::string_view id);
  /// For items without an id. No id is taken for a name.
  [[nodiscard]] static ItemKey of_name(std::string_view name);

  [[nodiscard]] bool is_uuid() const noexcept { return text_.empty(); }
  [[nodiscard]] const Uuid& uuid() const noexcept { return uuid_; }
  /// Of any key that isn't a UUID.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  friend bool operator==(const ItemKey& lhs, const ItemKey& rhs) noexcept {
    return lhs.uuid_ == rhs.uuid_ && lhs.text_ == rhs.text_;
  }

 private:
  Uuid uuid_;
  std::string text_;
};

/// An item at a place of its list: its key, and a number made of what the list is sorted by. An
/// item that goes elsewhere in the list gets another mark.
struct ItemMark {
  ItemKey key;
  std::int64_t place = 0;

  friend bool operator==(const ItemMark& lhs, const ItemMark& rhs) noexcept {
    return lhs.key == rhs.key && lhs.place == rhs.place;
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
