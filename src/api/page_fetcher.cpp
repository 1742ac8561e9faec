// SPDX-License-Identifier: Apache-2.0
#include "api/page_fetcher.hpp"

#include <exception>
#include <utility>

#include "api/begin_call.hpp"
#include "api/list_walk.hpp"
#include "api/operations.hpp"
#include "api/token_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Whether there is a thread, and a descriptor for it, to ask ahead by.
bool has_engine(ClientCore& core) {
  return begin_on_engine(core, operations::registries_tokens_get).engine != nullptr;
}

}  // namespace

PageFetcher::PageFetcher(std::shared_ptr<ClientCore> core, RegistryId registry_id,
                         CallOptions options)
    : core_(std::move(core)), registry_id_(std::move(registry_id)), options_(std::move(options)) {}

PageFetcher::~PageFetcher() { drop_asked(); }

TokensResponse PageFetcher::fetch(const PageRequest& request) {
  if (has_asked_for(request)) {
    Pending<TokensResponse> page = std::move(asked_.front().page);
    asked_.pop_front();
    return page.get();
  }
  drop_asked();
  return run(*core_, call_for(request), options_).value;
}

void PageFetcher::ask_ahead(const ListWalk& walk) noexcept {
  if (!asks_ahead_ || !core_->can_ask_ahead()) return;
  try {
    const std::vector<PageRequest> wanted = walk.ahead();
    keep_asked(wanted);
    asked_in_ = ProcessMark();
    if (asked_.size() < wanted.size()) asks_ahead_ = has_engine(*core_);
    while (asks_ahead_ && asked_.size() < wanted.size()) {
      const PageRequest& next = wanted[asked_.size()];
      asked_.push_back({next, begin_call(*core_, call_for(next), options_)});
    }
  } catch (const std::exception&) {
    asks_ahead_ = false;
  }
}

ApiCall<TokensResponse> PageFetcher::call_for(const PageRequest& request) {
  return token_calls::get_of_list(registry_id_, request.offset, request.limit,
                                  std::exchange(memory_, {}));
}

bool PageFetcher::has_asked_for(const PageRequest& request) const noexcept {
  return !asked_.empty() && asked_.front().request == request && core_->can_ask_ahead() &&
         asked_in_.is_of_this_process();
}

void PageFetcher::keep_asked(const std::vector<PageRequest>& wanted) noexcept {
  std::size_t kept = 0;
  while (kept < asked_.size() && kept < wanted.size() && asked_[kept].request == wanted[kept]) {
    ++kept;
  }
  drop_asked(kept);
}

void PageFetcher::drop_asked(std::size_t kept) noexcept {
  while (asked_.size() > kept) {
    asked_.back().page.cancel();
    asked_.pop_back();
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
