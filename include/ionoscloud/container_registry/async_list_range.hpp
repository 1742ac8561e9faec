// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/list_range.hpp>
#include <ionoscloud/container_registry/pending.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where an `AsyncListRange` gets its pages from. For the library's own use.
template <class Item>
class AsyncListSource {
 public:
  AsyncListSource() = default;
  AsyncListSource(const AsyncListSource&) = delete;
  AsyncListSource& operator=(const AsyncListSource&) = delete;
  virtual ~AsyncListSource() = default;

  /// Begins to fetch the next page.
  [[nodiscard]] virtual Pending<std::optional<std::vector<Item>>> next_page() = 0;
};

/// All items of a list, a page at a time, for which no thread waits. What is passed, and when a
/// walk ends with an exception, is as in `ListRange`.
///
///     auto pages = async_tokens.registries_tokens_get_all(registry);
///     while (auto page = co_await pages.next_page()) …                       // or .get()
///
/// Can be moved and not copied. One object must not be used by several threads at once. It may go
/// while a page is under way, which comes all the same.
template <class Item>
class AsyncListRange {
 public:
  /// For the library's own use; see the functions that return one.
  explicit AsyncListRange(std::unique_ptr<AsyncListSource<Item>> source) noexcept
      : source_(std::move(source)) {}

  /// Begins to fetch the next page: those of its items that weren't passed before, one at least, or
  /// nothing at the end of the list. A page that isn't taken from its `Pending` is lost. After an
  /// exception it asks for the same page again.
  ///
  /// @throws std::logic_error when the page before is still under way
  [[nodiscard]] Pending<std::optional<std::vector<Item>>> next_page() {
    return source_->next_page();
  }

 private:
  std::unique_ptr<AsyncListSource<Item>> source_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
