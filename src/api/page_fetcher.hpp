// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/pending.hpp>

#include "api/begin_call.hpp"
#include "api/list_pages.hpp"
#include "runtime/client_core.hpp"
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Fetches the pages of a list, and asks ahead for those that will be wanted next.
template <class Page, class Walk>
class PageFetcher final : public ListPages<Page, Walk> {
 public:
  using Request = typename Walk::Request;
  using Items = decltype(Page::items);
  /// Makes the call for a page, which takes over the memory of the items, and nothing that is in
  /// it.
  using CallFor = std::function<ApiCall<Page>(const Request& request, Items memory)>;

  PageFetcher(std::shared_ptr<ClientCore> core, CallFor call_for, CallOptions options)
      : core_(std::move(core)), call_for_(std::move(call_for)), options_(std::move(options)) {}
  /// Ends the calls that nobody wants any more.
  ~PageFetcher() override { drop_asked(); }

  /// Throws as the operation does.
  [[nodiscard]] Page fetch(const Request& request) override {
    if (has_asked_for(request)) {
      Pending<Page> page = std::move(asked_.front().page);
      asked_.pop_front();
      return page.get();
    }
    drop_asked();
    return run(*core_, call_for(request), options_).value;
  }

  void ask_ahead(const Walk& walk) noexcept override {
    if (!asks_ahead_ || !core_->can_ask_ahead()) return;
    try {
      const std::vector<Request> wanted = walk.ahead();
      keep_asked(wanted);
      asked_in_ = ProcessMark();
      while (asks_ahead_ && asked_.size() < wanted.size()) {
        const Request& next = wanted[asked_.size()];
        ApiCall<Page> call = call_for(next);
        asks_ahead_ = begin_on_event_loop(*core_, call.operation).event_loop != nullptr;
        if (asks_ahead_) asked_.push_back({next, begin_call(*core_, std::move(call), options_)});
      }
    } catch (const std::exception&) {
      asks_ahead_ = false;
    }
  }

  void reuse(Items items) noexcept override { memory_ = std::move(items); }

 private:
  struct Asked {
    Request request;
    Pending<Page> page;
  };

  [[nodiscard]] ApiCall<Page> call_for(const Request& request) {
    return call_for_(request, std::exchange(memory_, {}));
  }

  [[nodiscard]] bool has_asked_for(const Request& request) const noexcept {
    return !asked_.empty() && asked_.front().request == request && core_->can_ask_ahead() &&
           asked_in_.is_of_this_process();
  }

  void keep_asked(const std::vector<Request>& wanted) noexcept {
    std::size_t kept = 0;
    while (kept < asked_.size() && kept < wanted.size() && asked_[kept].request == wanted[kept]) {
      ++kept;
    }
    drop_asked(kept);
  }

  void drop_asked(std::size_t kept = 0) noexcept {
    while (asked_.size() > kept) {
      asked_.back().page.cancel();
      asked_.pop_back();
    }
  }

  const std::shared_ptr<ClientCore> core_;
  const CallFor call_for_;
  const CallOptions options_;
  /// Not where there is no thread, descriptor or memory to be had. The list can be read without:
  /// each page is asked for in its turn, and what still keeps it from coming is told then.
  bool asks_ahead_ = true;
  std::deque<Asked> asked_;
  /// Where they were asked. In a fork of that process nothing comes of it any more.
  ProcessMark asked_in_;
  Items memory_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
