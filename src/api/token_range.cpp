// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/token_range.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "api/operations.hpp"
#include "api/token_range_source.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

[[noreturn]] void refuse_page(std::string_view problem) {
  ExceptionDetails details =
      call_failure({operations::registries_tokens_get, "", 1, Execution::executed}, problem);
  details.status = 200;
  details.json_path = "$.items";
  throw_with<DecodeException>(std::move(details));
}

}  // namespace

TokenRange::Source::Source(std::shared_ptr<ClientCore> core, RegistryId registry_id,
                           const ListOptions& list, CallOptions options)
    : list_(list), fetcher_(std::move(core), std::move(registry_id), list, std::move(options)) {}

const TokenResponse* TokenRange::Source::next_token() {
  while (read_ == page_.size() && !ended_) fetch_page();
  return read_ < page_.size() ? &page_[read_++] : nullptr;
}

std::optional<std::vector<TokenResponse>> TokenRange::Source::next_page() {
  while (read_ == page_.size() && !ended_) fetch_page();
  if (read_ == page_.size()) return std::nullopt;
  page_.erase(page_.begin(), page_.begin() + static_cast<std::ptrdiff_t>(read_));
  read_ = 0;
  return std::exchange(page_, {});
}

void TokenRange::Source::fetch_page() {
  const std::int64_t before = offset_;
  accept(fetcher_.fetch(offset_));
  const std::int64_t stride = offset_ - before;
  if (!ended_ && stride > 0) {
    fetcher_.ask_ahead(offset_, stride, std::min(total_, list_.max_tokens));
  }
}

void TokenRange::Source::accept(TokensResponse page) {
  const auto size = static_cast<std::int64_t>(page.items.size());
  if (received_ + size > list_.max_tokens) {
    refuse_page("the list is longer than list.max_tokens (" + std::to_string(list_.max_tokens) +
                "), if it ends at all");
  }
  seen_.expect(std::min(page.total, list_.max_tokens));
  std::vector<TokenResponse> fresh = without_seen(std::move(page.items));

  // A service that ignores the offset says the same page for ever. When that page was the whole
  // list, by its own total, nothing is missing.
  const bool stuck = fresh.empty() && offset_ >= furthest_;
  if (stuck && size > 0 && page.total != static_cast<std::int64_t>(seen_.size())) {
    refuse_page("the page at offset " + std::to_string(offset_) +
                " repeats tokens of earlier pages and has no other, although the total is " +
                std::to_string(page.total) + ": the service does not page");
  }

  // When the list has become shorter, what is left may have moved up, past what was asked for
  // already; so go back as far.
  const std::int64_t total = std::max<std::int64_t>(page.total, 0);
  const std::int64_t gone = std::clamp<std::int64_t>(total_ - total, 0, offset_);
  ended_ = gone == 0 && (size == 0 || stuck || is_last(page, size));
  furthest_ = std::max(furthest_, offset_ + size);
  offset_ = gone == 0 ? offset_ + size : offset_ - gone;
  received_ += size;
  total_ = total;
  // The page before is whole until there is another: iterators are still at its last token.
  fetcher_.reuse(std::exchange(page_, std::move(fresh)));
  read_ = 0;
}

std::vector<TokenResponse> TokenRange::Source::without_seen(std::vector<TokenResponse> tokens) {
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                              [this](const TokenResponse& token) { return !seen_.insert(token); }),
               tokens.end());
  return tokens;
}

/// A full page is never the last, whatever the total says. A short one is, unless the service knows
/// of more. What is full the service may decide, by a limit of its own.
bool TokenRange::Source::is_last(const TokensResponse& page, std::int64_t size) const noexcept {
  const std::int64_t full =
      page.limit > 0 ? std::min(page.limit, list_.page_size) : list_.page_size;
  const bool more_by_link = page.links.next && !page.links.next->empty();
  return size < full && page.total <= offset_ + size && !more_by_link;
}

TokenRange::TokenRange(std::unique_ptr<Source> source) noexcept : source_(std::move(source)) {}
TokenRange::TokenRange(TokenRange&&) noexcept = default;
TokenRange& TokenRange::operator=(TokenRange&&) noexcept = default;
TokenRange::~TokenRange() = default;

TokenRange::iterator TokenRange::begin() { return iterator(*source_); }

TokenRange::iterator TokenRange::end() noexcept { return {}; }

std::optional<std::vector<TokenResponse>> TokenRange::next_page() { return source_->next_page(); }

TokenRange::iterator::iterator(Source& source) : source_(&source), token_(source.next_token()) {}

TokenRange::iterator& TokenRange::iterator::operator++() {
  token_ = source_->next_token();
  return *this;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
