// SPDX-License-Identifier: Apache-2.0
#include "json/parsers.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <thread>
#include <utility>

#include "json/document.hpp"
#include "system/load_order.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// The least capacity of a parser, in bytes of text: more than a page of 100 tokens. A parser only
/// touches as much of its memory as its texts need.
constexpr std::size_t least_capacity = 128 * 1024;

/// The greatest capacity of a kept parser: more than a page of 1000 tokens.
constexpr std::size_t most_kept_capacity = 1024 * 1024;

/// The parsers that aren't in use, for all threads. No thread-local objects: where those are
/// emulated, as with MinGW, they may be destroyed before the last destructors of a thread read.
class KeptParsers {
 public:
  constexpr KeptParsers() noexcept = default;

  [[nodiscard]] Parser take() noexcept {
    Parser parser;
    find([&](Slot& slot) {
      if (slot.load(std::memory_order_relaxed) != nullptr) parser.reset(slot.exchange(nullptr));
      return parser != nullptr;
    });
    return parser;
  }

  void keep(Parser parser) noexcept {
    find([&](Slot& slot) {
      simdjson::ondemand::parser* none = nullptr;
      const bool kept = slot.compare_exchange_strong(none, parser.get());
      if (kept) static_cast<void>(parser.release());
      return kept;
    });
  }

 private:
  using Slot = std::atomic<simdjson::ondemand::parser*>;

  /// Visits the slots until one is right. Each thread begins at another slot.
  template <class IsRight>
  void find(IsRight is_right) noexcept {
    const std::size_t first = std::hash<std::thread::id>()(std::this_thread::get_id());
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (is_right(slots_[(first + i) % slots_.size()])) return;
    }
  }

  std::array<Slot, 64> slots_{};
};

// Has a constant initializer and no destructor, so that it is always usable.
KeptParsers kept_parsers;

/// The static objects of simdjson, which detect the processor and are used whenever a parser
/// allocates memory. simdjson makes them on first use, so they would be destroyed before older
/// objects of the program, whose destructors may still read. Threads may even read until the
/// process ends; from the destruction of the objects on, reading fails.
class StaticObjects {
 public:
  StaticObjects() noexcept { static_cast<void>(simdjson::get_active_implementation()->name()); }
  StaticObjects(const StaticObjects&) = delete;
  StaticObjects& operator=(const StaticObjects&) = delete;
  ~StaticObjects() {
    uses_ += gone;
    // A use takes some microseconds. A use of the parent never ends in a forked process.
    for (int i = 0; i < 100 && uses_ > gone; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  /// Keeps the objects alive during its lifetime.
  class Use {
   public:
    Use() {
      if (++uses_ <= gone) return;
      --uses_;
      fail(JsonPath(), "can't be read any more: the process is ending");
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { --uses_; }
  };

 private:
  static constexpr int gone = 1'000'000;
  // Has a constant initializer and no destructor, so that it is always usable.
  static inline std::atomic<int> uses_{0};
};

IONOSCLOUD_CR_BEFORE_THE_PROGRAM const StaticObjects static_objects;

void reserve(simdjson::ondemand::parser& parser, std::size_t size) {
  if (parser.capacity() >= size && parser.capacity() > 0) return;
  const bool kept = size > least_capacity && size <= most_kept_capacity;
  const StaticObjects::Use use;
  check(parser.allocate(kept ? most_kept_capacity : std::max(least_capacity, size)), JsonPath());
}

}  // namespace

Parser take_parser(std::size_t size) {
  Parser parser = kept_parsers.take();
  if (!parser) parser = std::make_unique<simdjson::ondemand::parser>();
  reserve(*parser, size);
  return parser;
}

void keep_parser(Parser parser) noexcept {
  if (parser->capacity() <= most_kept_capacity) kept_parsers.keep(std::move(parser));
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
