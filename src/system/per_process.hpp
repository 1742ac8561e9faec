// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A number that differs between this process and the processes that it was forked from. It isn't
/// the process id, because each call needs it: it is in memory that the kernel clears in a forked
/// process, on systems that can do that.
[[nodiscard]] std::uint64_t process_number() noexcept;

/// Distinguishes the process that made it from those that are forked from it.
class ProcessMark {
 public:
  [[nodiscard]] bool is_of_this_process() const noexcept { return process_ == process_number(); }

 private:
  std::uint64_t process_ = process_number();
};

/// A `T` for each process, made on its first use there. A forked process makes its own and never
/// touches the one of its parent: a thread of the parent may have locked it or half changed it, and
/// its threads and connections are the parent's. Safe to use from any number of threads.
template <class T>
class PerProcess {
 public:
  PerProcess() noexcept = default;
  PerProcess(const PerProcess&) = delete;
  PerProcess& operator=(const PerProcess&) = delete;
  ~PerProcess() {
    if (own() != nullptr) delete held_.load();
  }

  /// The object of this process; null when there is none yet.
  [[nodiscard]] T* own() const noexcept {
    Held* const held = held_.load();
    return held != nullptr && held->mark.is_of_this_process() ? &held->value : nullptr;
  }

  /// The object of this process. `make` returns it if there is none yet; concurrent first uses may
  /// call it several times, and keep one result. Throws what `make` throws, and `std::bad_alloc`.
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

  /// The object of this process, made by the default constructor if there is none yet.
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
