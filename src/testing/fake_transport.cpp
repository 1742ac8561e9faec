// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/testing/fake_transport.hpp>

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "testing/lock_free_list.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {
namespace {

HttpExchange failure(TransportError error, RequestProgress progress, std::string message) {
  HttpExchange exchange;
  exchange.error = error;
  exchange.error_message = std::move(message);
  exchange.progress = progress;
  return exchange;
}

/// Waits until the deadline or the cancellation.
class Hang final : public CancellationListener {
 public:
  HttpExchange wait(const ExchangeOptions& options, RequestProgress progress) {
    const CancellationRegistration registration(options.cancellation, *this);
    std::unique_lock lock(mutex_);
    const bool cancelled =
        changed_.wait_until(lock, options.deadline, [this] { return cancelled_; });
    return cancelled ? failure(TransportError::cancelled, progress, "cancelled while hanging")
                     : failure(TransportError::timed_out, progress, "hung until the deadline");
  }

  void on_cancel() noexcept override {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool cancelled_ = false;
};

}  // namespace

struct FakeTransport::State {
  /// The outcome of one request.
  struct Outcome {
    HttpExchange exchange;
    bool hangs = false;
  };

  void add(Outcome outcome) { outcomes.add(std::move(outcome)); }

  LockFreeList<Outcome> outcomes;
  LockFreeList<HttpRequest> requests;
};

FakeTransport::FakeTransport() : state_(std::make_unique<State>()) {}

FakeTransport::~FakeTransport() = default;

void FakeTransport::respond(HttpResponse response) {
  State::Outcome outcome;
  outcome.exchange.response = std::move(response);
  outcome.exchange.progress = RequestProgress::response_begun;
  state_->add(std::move(outcome));
}

void FakeTransport::respond(int status, std::string body, Headers headers) {
  respond(HttpResponse{status, std::move(headers), std::move(body)});
}

void FakeTransport::fail(TransportError error, RequestProgress progress, std::string message) {
  state_->add({failure(error, progress, std::move(message)), false});
}

void FakeTransport::break_off(HttpResponse arrived, TransportError error) {
  HttpExchange exchange = failure(error, RequestProgress::response_begun, "the response broke off");
  exchange.response = std::move(arrived);
  state_->add({std::move(exchange), false});
}

void FakeTransport::hang(RequestProgress progress) {
  State::Outcome outcome;
  outcome.exchange.progress = progress;
  outcome.hangs = true;
  state_->add(std::move(outcome));
}

std::vector<HttpRequest> FakeTransport::requests() const {
  std::vector<HttpRequest> requests;
  state_->requests.for_each([&](const HttpRequest& request) { requests.push_back(request); });
  return requests;
}

std::size_t FakeTransport::request_count() const { return state_->requests.size(); }

std::size_t FakeTransport::outcomes_left() const { return state_->outcomes.left(); }

HttpExchange FakeTransport::exchange(const HttpRequest& request, const ExchangeOptions& options) {
  state_->requests.add(request);
  State::Outcome* const outcome = state_->outcomes.take();
  if (outcome == nullptr) {
    throw std::logic_error("FakeTransport has no outcome left for " +
                           std::string(to_string(request.method)) + " " + request.url);
  }
  if (outcome->hangs) return Hang().wait(options, outcome->exchange.progress);
  return std::move(outcome->exchange);
}

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
