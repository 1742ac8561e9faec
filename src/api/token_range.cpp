// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/token_range.hpp>

#include <utility>

#include "api/token_range_source.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

TokenRange::TokenRange(std::unique_ptr<Source> source) noexcept : source_(std::move(source)) {}
TokenRange::TokenRange(TokenRange&&) noexcept = default;
TokenRange& TokenRange::operator=(TokenRange&&) noexcept = default;
TokenRange::~TokenRange() = default;

TokenRange::iterator TokenRange::begin() { return iterator(*source_); }

TokenRange::iterator TokenRange::end() noexcept { return {}; }

std::optional<std::vector<TokenResponse>> TokenRange::next_page() { return source_->next_page(); }

TokenRange::iterator::iterator(Source& source) : source_(&source), token_(source.next_item()) {}

TokenRange::iterator& TokenRange::iterator::operator++() {
  token_ = source_->next_item();
  return *this;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
