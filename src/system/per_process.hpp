// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <utility>

#include "system/process_mark.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A `T` for each process: made when the process first asks for it, and not the one of a process
/// that it was forked from. That one is left alone for good. A thread that isn't here may have
/// locked it or half changed it, and what it holds in the system is the parent's: its threads, its
/// connections. Safe to use from any number of threads.
template <class T>
class PerProcess {
 public:
  PerProcess() noexcept = default;
  PerProcess(const PerProcess&) = delete;
  PerProcess& operator=(const PerProcess&) = delete;
  ~PerProcess() {
    if (own() != nullptr) delete held_.load();
  }

  /// That of this process; null when it has none yet.
  [[nodiscard]] T* own() const noexcept {
    Held* const held = held_.load();
    return held != nullptr && held->mark.is_of_this_process() ? &held->value : nullptr;
  }

  /// That of this process, which `make` returns if there is none yet: once, but for threads that
  /// ask at the same time. Throws what `make` throws, and `std::bad_alloc`.
  template <class Make>
  [[nodiscard]] T& get(Make make) {
    if (T* const value = own()) return *value;
    auto fresh = std::make_unique<Held>(make);
    Held* held = held_.load();
    while (held == nullptr || !held->mark.is_of_this_process()) {
      if (held_.compare_exchange_weak(held, fresh.get())) return fresh.release()->value;
    }
    return held->value;
  }

  /// That of this process, made by `T`'s default constructor.
  [[nodiscard]] T& get() {
    return get([] { return T(); });
  }

 private:
  struct Held {
    template <class Make>
    explicit Held(Make& make) : value(make()) {}
    const ProcessMark mark;
    T value;
  };

  std::atomic<Held*> held_{nullptr};
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
