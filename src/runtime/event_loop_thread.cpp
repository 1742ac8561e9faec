// SPDX-License-Identifier: Apache-2.0
#include "runtime/event_loop_thread.hpp"

#include <system_error>
#include <utility>

#include "runtime/event_loop.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

thread_local const void* loop_of_this_thread = nullptr;

std::thread begin_thread(const std::shared_ptr<EventLoop>& loop) {
  try {
    return std::thread([loop] {
      loop_of_this_thread = loop.get();
      loop->run();
    });
  } catch (const std::system_error& error) {
    throw std::system_error(error.code(), "no thread is left");
  }
}

}  // namespace

EventLoopThread::EventLoopThread(std::unique_ptr<ConcurrentExchanges> exchanges,
                                 std::size_t most_under_way)
    : loop_(std::make_shared<EventLoop>(std::move(exchanges), most_under_way)),
      thread_(begin_thread(loop_)) {}

EventLoopThread::~EventLoopThread() {
  loop_->stop();
  if (of_this_thread() == identity()) {
    // The last handle of a client went in a callback. Nobody may hear of these calls later.
    loop_->end_all();
    thread_.detach();
  } else {
    thread_.join();
  }
}

void EventLoopThread::submit(std::unique_ptr<AsyncCall> call) { loop_->submit(std::move(call)); }

const void* EventLoopThread::of_this_thread() noexcept { return loop_of_this_thread; }

const void* EventLoopThread::identity() const noexcept { return loop_.get(); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
