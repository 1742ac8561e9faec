// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/list_pages.hpp"
#include "api/list_walk.hpp"
#include "support/simulated_services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What others do to a list while it is read, and its reader too.
struct SimulatedWriter {
  const char* name;
  /// How likely it writes at each turn, in a thousand, and how much at most.
  int likely;
  std::int64_t most_at_once;
  /// How often it replaces, deletes, inserts in front, inserts anywhere, appends, and pushes.
  std::array<int, 6> weights;
  /// How likely the reader deletes what it was given, in a thousand.
  int reader_deletes;
};

[[nodiscard]] const std::vector<SimulatedWriter>& simulated_writers();

struct SimulationCase {
  SimulatedService service;
  SimulatedWriter writer;
  std::int64_t page_size;
  std::int64_t items;
  int prefetch;
  std::uint64_t seed;
};
std::ostream& operator<<(std::ostream& stream, const SimulationCase& run);

/// A list, the service that has it, and those who write while it is read. A page is one moment of
/// the list: any between being asked for and being taken.
class SimulatedWorld {
 public:
  struct Asked {
    PageRequest request;
    std::optional<SimulatedPage> page;
  };

  explicit SimulatedWorld(const SimulationCase& run);

  [[nodiscard]] std::shared_ptr<Asked> ask(const PageRequest& request);
  [[nodiscard]] SimulatedPage take(Asked& asked);
  /// The reader was given this item.
  void pass(std::int64_t number);
  /// A turn of the writer.
  void write();

  [[nodiscard]] std::size_t requests() const noexcept { return requests_; }
  /// Nothing when all that was there all the time has been passed, and nothing twice.
  [[nodiscard]] std::string broken_promise() const;

 private:
  enum class Deed { replace, remove, insert_in_front, insert_anywhere, append, push };

  [[nodiscard]] Deed draw_deed();
  void respond(Asked& asked);
  void remove_one();
  void forget(const SimulatedItem& item);
  void insert(std::int64_t at);
  void push_one();

  const SimulationCase run_;
  Chance chance_;
  SimulatedList list_;
  std::int64_t next_number_;
  /// By number: what has been there all the time, and how often each was passed.
  std::vector<bool> constant_;
  std::vector<int> passed_;
  std::vector<std::shared_ptr<Asked>> waiting_;
  std::size_t requests_ = 0;
};

/// Pages of a simulated world, asked for ahead as the library's own are.
class SimulatedPages final : public ListPages<SimulatedPage, ListWalk> {
 public:
  explicit SimulatedPages(SimulatedWorld& world) : world_(world) {}

  [[nodiscard]] SimulatedPage fetch(const PageRequest& request) override;
  void ask_ahead(const ListWalk& walk) noexcept override;
  void reuse(SimulatedList) noexcept override {}

 private:
  SimulatedWorld& world_;
  std::vector<std::shared_ptr<SimulatedWorld::Asked>> asked_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
