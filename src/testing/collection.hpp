// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "testing/rejection.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Resources of one kind, oldest first. Each has a unique id and a unique name.
template <class Resource>
class Collection {
 public:
  /// `missing` is the message of a rejection for an unknown id.
  explicit Collection(std::string_view missing) : missing_(missing) {}

  /// Rejects a name that is in use. The id must be new.
  Resource& add(const std::string& id, const std::string& name, Resource resource) {
    if (has_name(name)) throw Rejection(409, "the name is already in use");
    const std::uint64_t number = ++last_number_;
    names_.insert(name);
    numbers_by_id_.emplace(id, number);
    return kept_.emplace(number, Kept{name, std::move(resource)}).first->second.resource;
  }

  [[nodiscard]] bool has_name(const std::string& name) const { return names_.count(name) > 0; }
  [[nodiscard]] bool has(const std::string& id) const { return numbers_by_id_.count(id) > 0; }

  /// Rejects an unknown id.
  [[nodiscard]] Resource& at(const std::string& id) { return kept_.at(number_of(id)).resource; }

  /// Rejects an unknown id.
  void remove(const std::string& id) {
    const auto removed = kept_.find(number_of(id));
    names_.erase(removed->second.name);
    numbers_by_id_.erase(id);
    kept_.erase(removed);
  }

  [[nodiscard]] std::size_t size() const { return kept_.size(); }

  /// At most `limit` resources, from index `offset` on.
  [[nodiscard]] std::vector<const Resource*> slice(std::size_t offset, std::size_t limit) const {
    std::vector<const Resource*> some;
    if (offset >= kept_.size()) return some;
    auto next = std::next(kept_.begin(), static_cast<std::ptrdiff_t>(offset));
    for (; next != kept_.end() && some.size() < limit; ++next) {
      some.push_back(&next->second.resource);
    }
    return some;
  }

 private:
  struct Kept {
    std::string name;
    Resource resource;
  };

  [[nodiscard]] std::uint64_t number_of(const std::string& id) const {
    const auto number = numbers_by_id_.find(id);
    if (number == numbers_by_id_.end()) throw Rejection(404, missing_);
    return number->second;
  }

  std::string missing_;
  /// In the order of their creation.
  std::map<std::uint64_t, Kept> kept_;
  std::unordered_map<std::string, std::uint64_t> numbers_by_id_;
  std::unordered_set<std::string> names_;
  std::uint64_t last_number_ = 0;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
