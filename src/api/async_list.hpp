// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/async_list_range.hpp>

#include "api/list_reader.hpp"
#include "api/steps.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How far a list has been read whose pages are fetched on the event loop.
template <class Page, class Walk>
struct AsyncListState {
  using CallFor = std::function<ApiCall<Page>(const typename Walk::Request& request,
                                              decltype(Page::items) memory)>;

  AsyncListState(CallFor with_call_for, Walk with_walk)
      : call_for(std::move(with_call_for)), walk(std::move(with_walk)) {}

  const CallFor call_for;
  Walk walk;
  /// Whether a page is being fetched, which has the walk to itself.
  std::atomic<bool> is_under_way{false};
};

/// Fetches pages until one has something new, or the list is over.
template <class Page, class Walk>
class NextPage final : public Steps {
 public:
  using Result = std::optional<std::vector<ItemOf<Page>>>;
  using State = AsyncListState<Page, Walk>;

  NextPage(const std::shared_ptr<CallEnvironment>&, std::shared_ptr<State> state,
           CallOptions options)
      : state_(std::move(state)), options_(std::move(options)) {}

  [[nodiscard]] std::optional<Request> next() noexcept override {
    if (page_ || error_ || state_->walk.has_ended()) return std::nullopt;
    try {
      asked_ = state_->walk.next();
      ApiCall<Page> call = state_->call_for(asked_, {});
      read_ = std::move(call.read);
      return Request{call.operation, std::move(call.request), options_};
    } catch (...) {
      error_ = std::current_exception();
    }
    return std::nullopt;
  }

  void take(CallResponse response) noexcept override {
    try {
      ApiResponse<Page> page = read_(std::move(response));
      http_ = std::move(page.http);
      auto& items = page.value.items;
      const auto marks = marks_of(items);
      const auto is_new = state_->walk.accept(asked_, facts_of(page.value), marks);
      keep_new(items, is_new);
      if (!items.empty()) page_ = std::move(items);
    } catch (...) {
      error_ = std::current_exception();
    }
  }

  void take(std::exception_ptr error) noexcept override { error_ = std::move(error); }

  [[nodiscard]] ApiResponse<Result> result() {
    state_->is_under_way = false;
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
    return {std::move(page_), std::move(http_)};
  }

 private:
  const std::shared_ptr<State> state_;
  const CallOptions options_;
  typename Walk::Request asked_;
  std::function<ApiResponse<Page>(CallResponse)> read_;
  HttpInfo http_;
  Result page_;
  std::exception_ptr error_;
};

/// A list whose pages are fetched on the event loop.
template <class Page, class Walk>
class AsyncList final : public AsyncListSource<ItemOf<Page>> {
 public:
  using State = AsyncListState<Page, Walk>;

  AsyncList(std::shared_ptr<ClientCore> core, const Operation& operation,
            typename State::CallFor call_for, Walk walk, CallOptions options)
      : core_(std::move(core)),
        operation_(operation),
        state_(std::make_shared<State>(std::move(call_for), std::move(walk))),
        options_(std::move(options)) {}

  [[nodiscard]] Pending<std::optional<std::vector<ItemOf<Page>>>> next_page() override {
    if (state_->is_under_way.exchange(true)) {
      throw std::logic_error("the page before is still under way");
    }
    try {
      return begin_steps<NextPage<Page, Walk>>(*core_, operation_, options_, state_);
    } catch (...) {
      state_->is_under_way = false;
      throw;
    }
  }

 private:
  const std::shared_ptr<ClientCore> core_;
  const Operation& operation_;
  const std::shared_ptr<State> state_;
  const CallOptions options_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
