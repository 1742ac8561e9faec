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
  /// How many items to ask for at a time. More than 0. Below 16 or above 1000 for the first page
  /// alone: the pages behind it are asked for with a limit between.
  std::int64_t page_size = 100;
  /// How many items to pass, before the list is taken for endless. Repeated ones aren't passed, and
  /// don't count. More than 0.
  std::int64_t max_items = 1'000'000;
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
/// What is there from the first page to the last is passed exactly once, whoever creates, deletes
/// or replaces tokens meanwhile; you too may delete what you were given. What comes or goes
/// meanwhile may or may not be passed. So it is as long as the service keeps one order, and each of
/// its pages is one moment of the list. No token is passed twice, in any case; one without an id
/// goes by its name.
///
/// Pages overlap by one token, which shows that they continue each other; one that doesn't is
/// thrown away, and tokens before it are asked for again. `DecodeException` ends a walk that can't
/// be whole: the service ignores the offset, says that there is more and gives none, passes more
/// than `ListOptions::max_items`, or has a list that changes faster than it is read. Any exception
/// of `registries_tokens_get` may come from `begin()`, `++` and `next_page()`. No token is lost by
/// an exception: when the range is used again, it asks for what it couldn't have.
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
