// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "api/item_mark.hpp"
#include "api/list_pages.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Chance that goes the same way on every system.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : event_loop_(seed) {}

  /// From 0 to below `end`.
  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(event_loop_() % static_cast<std::uint64_t>(end));
  }
  bool in_thousand(int times) { return below(1000) < times; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<std::int64_t>(all.size())))];
  }

 private:
  std::mt19937_64 event_loop_;
};

/// The place in a container at an index, as the API counts.
template <class Container>
auto at_index(Container& container, std::int64_t index) {
  return container.begin() + static_cast<typename Container::difference_type>(index);
}

/// An item of a simulated list. One that is pushed goes to the end, and gets a later place.
struct SimulatedItem {
  std::int64_t number = 0;
  std::int64_t place = 0;
  bool in_capitals = false;

  /// A UUID.
  [[nodiscard]] std::string id() const;
};
using SimulatedList = std::vector<SimulatedItem>;

struct SimulatedPage {
  SimulatedList items;
  std::int64_t limit = 0;
  std::optional<std::int64_t> total;
  bool has_next = false;
};

[[nodiscard]] PageFacts facts_of(const SimulatedPage& page);
[[nodiscard]] ItemMark mark_of(const SimulatedItem& item);

/// A kind of service: how it responds to a request for a page of its list.
struct SimulatedService {
  const char* name;
  SimulatedPage (*response)(const SimulatedList& list, const PageRequest& asked, Chance& chance);
  /// Whether it serves every list whole, as long as nobody writes.
  bool is_sound = false;
};

[[nodiscard]] const std::vector<SimulatedService>& simulated_services();

}  // namespace v0
}  // namespace ionoscloud::container_registry
