// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How a list is fetched.
struct ListOptions {
  /// How many tokens to ask for at a time. More than 0.
  std::int64_t page_size = 100;
  /// How many tokens to accept in all, repeated ones too, before the list is taken for endless.
  /// More than 0.
  std::int64_t max_tokens = 1'000'000;
  /// How many pages to ask for ahead, while the one before them is being read. They are held in
  /// memory until they are read, and asked for only where the service's own total says that they
  /// are there; a thread of the client's fetches them. From 0, which asks for each page when its
  /// turn comes, to 64. With a transport of your own it is always 0.
  int prefetch_pages = 1;
};

/// All tokens of a registry, fetched page by page while they are read. An input range: it can be
/// walked once, by one thread.
///
///     for (const cr::TokenResponse& token : tokens.registries_tokens_get_all(registry)) …
///
/// The list ends when the service has no more, and nowhere else. Tokens that come or go meanwhile
/// may or may not be in it, but none is passed twice; and none is missed because others before it
/// go, so that tokens may be deleted while they are read. A service that answers the same page
/// again, an empty page that should not be empty, or more than `ListOptions::max_tokens` ends the
/// walk with `DecodeException`; any other exception of `registries_tokens_get` may come from
/// `begin()`, `++` and `next_page()`. After an exception the range asks for the same page again
/// when it is used again.
class IONOSCLOUD_CR_EXPORT TokenRange {
 public:
  class Source;
  class iterator;

  /// For the library's own use; see `TokensApi::registries_tokens_get_all`.
  explicit TokenRange(std::unique_ptr<Source> source) noexcept;
  /// @{
  /// Iterators go on with the range that was moved to.
  TokenRange(TokenRange&&) noexcept;
  TokenRange& operator=(TokenRange&&) noexcept;
  /// @}
  ~TokenRange();

  /// The next token that hasn't been read. Fetches the first page.
  [[nodiscard]] iterator begin();

  /// The end of the list.
  [[nodiscard]] iterator end() noexcept;

  /// Fetches the next page and gives its tokens, or nothing at the end of the list. What an
  /// iterator of this range has left of the page before is given first, without fetching anything;
  /// iterators can't be used any more then.
  [[nodiscard]] std::optional<std::vector<TokenResponse>> next_page();

 private:
  std::unique_ptr<Source> source_;
};

/// Walks a `TokenRange`. Copies move on together, as those of any input iterator.
class IONOSCLOUD_CR_EXPORT TokenRange::iterator {
 public:
  /// @{
  /// What `std::iterator_traits` asks for.
  using iterator_category = std::input_iterator_tag;
  using value_type = TokenResponse;
  using difference_type = std::ptrdiff_t;
  using pointer = const TokenResponse*;
  using reference = const TokenResponse&;
  /// @}

  /// The end of any list.
  iterator() noexcept = default;

  /// The token, valid until the iterator moves on.
  [[nodiscard]] reference operator*() const noexcept { return *token_; }
  /// A member of the token, valid as long.
  [[nodiscard]] pointer operator->() const noexcept { return token_; }

  /// Moves on, fetching the next page when this one is at its end. When that throws, it stays where
  /// it is; to move on once more fetches that page again.
  iterator& operator++();
  /// As `++i`, but gives no copy: the token before is gone.
  void operator++(int) { ++*this; }

  /// @{
  /// Equal at the same token, and at the end.
  friend bool operator==(const iterator& lhs, const iterator& rhs) noexcept {
    return lhs.token_ == rhs.token_;
  }
  friend bool operator!=(const iterator& lhs, const iterator& rhs) noexcept {
    return !(lhs == rhs);
  }
  /// @}

 private:
  friend class TokenRange;
  explicit iterator(Source& source);

  Source* source_ = nullptr;
  const TokenResponse* token_ = nullptr;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
