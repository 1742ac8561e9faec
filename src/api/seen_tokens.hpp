// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <ionoscloud/container_registry/models/token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Remembers which tokens have been seen. A list may have a million of them, nearly always with
/// UUIDs for ids, which are kept in 16 bytes each and without an allocation for each.
class SeenTokens {
 public:
  /// Adds a token. Returns whether it is new: whether none of the same id has been added, or of the
  /// same name where there is no id.
  bool insert(const TokenResponse& token);

  /// Makes room for so many tokens, within reason: it is the service that says how many.
  void expect(std::int64_t count);

  /// How many different tokens have been added.
  [[nodiscard]] std::size_t size() const noexcept { return uuid_count_ + others_.size(); }

 private:
  struct Uuid {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    [[nodiscard]] bool is_nil() const noexcept { return high == 0 && low == 0; }
    friend bool operator==(const Uuid& lhs, const Uuid& rhs) noexcept {
      return lhs.high == rhs.high && lhs.low == rhs.low;
    }
  };

  /// The UUID that `text` is, if it is one in the usual form, digits in lower case; nil otherwise.
  [[nodiscard]] static Uuid read_uuid(std::string_view text) noexcept;
  bool insert(const Uuid& uuid);
  /// Where `uuid` is in the table, or where it belongs.
  [[nodiscard]] Uuid& slot_of(const Uuid& uuid) noexcept;
  void grow(std::size_t slots);

  /// A hash table with open addressing, its size a power of two. Nil marks what is free.
  std::vector<Uuid> slots_;
  std::size_t uuid_count_ = 0;
  /// All that isn't such a UUID.
  std::unordered_set<std::string> others_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
