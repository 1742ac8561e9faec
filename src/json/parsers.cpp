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

/// How long a text a parser can read at least: a page of 100 tokens and more. Of the memory of a
/// parser only as much is touched as its texts need.
constexpr std::size_t least_capacity = 128 * 1024;

/// How long a text the parsers that are kept can read: a page of 1000 tokens and more.
constexpr std::size_t most_kept_capacity = 1024 * 1024;

/// The parsers that aren't in use. They are anybody's and no thread's own: where a thread's objects
/// are emulated, as with MinGW, they may be gone when the thread's last destructors read.
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

  /// Asks each, until one is right. Threads begin apart from each other.
  template <class IsRight>
  void find(IsRight is_right) noexcept {
    const std::size_t first = std::hash<std::thread::id>()(std::this_thread::get_id());
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (is_right(slots_[(first + i) % slots_.size()])) return;
    }
  }

  std::array<Slot, 64> slots_{};
};

// Without a constructor that runs, or a destructor: always there.
KeptParsers kept_parsers;

/// The static objects of simdjson, which know the processor and are asked whenever a parser needs
/// memory. simdjson makes them when they are first needed, and so they would go before the
/// program's own, whose destructors may still read. Threads may even read until the process is no
/// more; they are refused when the objects go.
class StaticObjects {
 public:
  StaticObjects() noexcept { static_cast<void>(simdjson::get_active_implementation()->name()); }
  StaticObjects(const StaticObjects&) = delete;
  StaticObjects& operator=(const StaticObjects&) = delete;
  ~StaticObjects() {
    uses_ += gone;
    // A use takes some microseconds. One that a forked process has from its parent never ends.
    for (int i = 0; i < 100 && uses_ > gone; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  /// Keeps them from going.
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
  // Without a constructor or a destructor: always there.
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
