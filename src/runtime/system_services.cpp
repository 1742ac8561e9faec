// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>

#include "runtime/services.hpp"
#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class SystemClock final : public Clock {
 public:
  std::chrono::steady_clock::time_point now() override { return std::chrono::steady_clock::now(); }
  std::chrono::system_clock::time_point system_now() override {
    return std::chrono::system_clock::now();
  }
};

class SystemSleeper final : public Sleeper {
 public:
  void sleep_until(std::chrono::steady_clock::time_point time,
                   const CancellationToken& cancellation) override {
    Alarm timer;
    const CancellationRegistration registration(cancellation, timer);
    timer.wait_until(time);
  }

 private:
  class Alarm final : public CancellationListener {
   public:
    void on_cancel() noexcept override {
      const std::lock_guard<std::mutex> lock(mutex_);
      rung_ = true;
      condition_.notify_all();
    }

    void wait_until(std::chrono::steady_clock::time_point time) {
      std::unique_lock<std::mutex> lock(mutex_);
      condition_.wait_until(lock, time, [this] { return rung_; });
    }

   private:
    std::mutex mutex_;
    std::condition_variable condition_;
    bool rung_ = false;
  };
};

class SystemRandom final : public Random {
 public:
  // As many bits as a double keeps. Waits are long, and rare enough to ask the system for each.
  double next() override { return static_cast<double>(random_bits() >> 11) * 0x1p-53; }
};

class SystemEntropy final : public Entropy {
 public:
  std::uint64_t next() override { return random_bits(); }
};

}  // namespace

RuntimeServices system_services() {
  return {std::make_shared<SystemClock>(), std::make_shared<SystemSleeper>(),
          std::make_shared<SystemRandom>(), std::make_shared<SystemEntropy>()};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
