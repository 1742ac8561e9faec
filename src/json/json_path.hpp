// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// The path of a value in a document: one step from the value around it. The steps form a chain on
/// the stack of the code that walks the document; only an error turns them into text.
class JsonPath {
 public:
  /// The document itself.
  JsonPath() = default;

  /// A member of the object at `parent`, by its name in JSON.
  JsonPath(const JsonPath& parent, std::string_view member) : parent_(&parent), member_(member) {}

  /// An element of the list at `parent`.
  JsonPath(const JsonPath& parent, std::size_t index) : parent_(&parent), index_(index) {}

  /// With the names in JSON: `$.items[3].properties.expiryDate`.
  [[nodiscard]] std::string json_path() const;

  /// With the names in C++: `items[3].properties.expiry_date`.
  [[nodiscard]] std::string cpp_path() const;

 private:
  const JsonPath* parent_ = nullptr;
  std::string_view member_;
  std::size_t index_ = 0;
};

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
