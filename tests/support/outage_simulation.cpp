// SPDX-License-Identifier: Apache-2.0
#include "support/outage_simulation.hpp"

#include <algorithm>
#include <memory>
#include <queue>
#include <random>
#include <utility>

#include "runtime/call.hpp"
#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Time = OutageScene::Time;
using Moment = std::chrono::steady_clock::time_point;

/// How long the service takes for a response.
constexpr Time latency{20};

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint32_t seed) : event_loop_(seed) {}
  double next() override { return std::uniform_real_distribution<double>(0.0, 1.0)(event_loop_); }

 private:
  std::mt19937 event_loop_;
};

/// Something that happens to a call: it sends a request, or a response reaches it.
struct Event {
  Moment when;
  std::size_t call;
  bool is_response;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const { return a.when > b.when; }
};

class Play {
 public:
  Play(const OutageScene& scene, std::uint32_t seed)
      : scene_(scene),
        random_(std::make_shared<SeededRandom>(seed)),
        environment_(make_client_settings(configuration()), {clock_, nullptr, random_, nullptr}),
        start_(clock_->now()),
        calls_(scene.calls.size()) {
    result_.succeeded.resize(scene.calls.size());
  }

  OutageResult run() {
    for (std::size_t i = 0; i < calls_.size(); ++i)
      events_.push({start_ + scene_.calls[i], i, false});
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      clock_->advance(event.when - clock_->now());
      event.is_response ? take_response(event.call) : send(event.call);
    }
    return std::move(result_);
  }

 private:
  static Configuration configuration() {
    Configuration configuration = CoreUnderTest::with_token();
    configuration.transport = std::make_shared<testing::FakeTransport>();
    return configuration;
  }

  void send(std::size_t index) {
    auto& call = calls_[index];
    if (!call) {
      const Operation& read = sample_operations::read;
      call = std::make_unique<Call>(environment_, read, CallRequest{"/things", ""}, options_);
    }
    call->begin_attempt();
    ++result_.requests;
    events_.push({clock_->now() + latency, index, true});
  }

  void take_response(std::size_t index) {
    const auto since = std::chrono::duration_cast<Time>(clock_->now() - start_);
    HttpExchange exchange;
    exchange.response.status = scene_.status(since, random_->next());
    exchange.progress = RequestProgress::response_begun;
    if (const auto again = calls_[index]->next_attempt(exchange)) {
      return events_.push({*again, index, false});
    }
    result_.succeeded[index] = exchange.response.status == 200;
    calls_[index].reset();
  }

  const OutageScene& scene_;
  const std::shared_ptr<FakeClock> clock_ = std::make_shared<FakeClock>();
  const std::shared_ptr<SeededRandom> random_;
  CallEnvironment environment_;
  const CallOptions options_;
  const Moment start_;
  std::vector<std::unique_ptr<Call>> calls_;
  std::priority_queue<Event, std::vector<Event>, Later> events_;
  OutageResult result_;
};

}  // namespace

std::vector<Time> at_once(std::size_t count) { return std::vector<Time>(count, Time(0)); }

std::vector<Time> steady(int rate, std::chrono::seconds length) {
  std::vector<Time> calls;
  for (Time at(0); at < length; at += Time(1000 / rate)) calls.push_back(at);
  return calls;
}

std::size_t OutageResult::successes() const {
  return static_cast<std::size_t>(std::count(succeeded.begin(), succeeded.end(), true));
}

double OutageResult::requests_a_call() const {
  return static_cast<double>(requests) / static_cast<double>(succeeded.size());
}

OutageResult play(const OutageScene& scene, std::uint32_t seed) { return Play(scene, seed).run(); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
