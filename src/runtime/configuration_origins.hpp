// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where the fields of a configuration came from, by their names in `describe`.
class ConfigurationOrigins {
 public:
  void add(std::string_view field, std::string source) {
    sources_.emplace_back(field, std::move(source));
  }

  /// Takes down a place that a login was looked for in.
  void look_at(std::string place) { places_.push_back(std::move(place)); }

  /// The places that a login was looked for in, the first place first.
  [[nodiscard]] const std::vector<std::string>& places() const noexcept { return places_; }

  /// Keeps what was set, to tell later what the program has changed.
  void keep(const Configuration& as_set) { as_set_ = as_set; }

  /// Who set a field, unless the program has changed it since; null then, and for a default. `get`
  /// finds the field in a configuration.
  template <class Get>
  [[nodiscard]] const std::string* source_of(std::string_view field, const Configuration& now,
                                             Get get) const {
    return get(now) == get(as_set_) ? source_of(field) : nullptr;
  }

  /// Who set a field; null for one that was left at its default.
  [[nodiscard]] const std::string* source_of(std::string_view field) const noexcept {
    for (const auto& [name, source] : sources_) {
      if (name == field) return &source;
    }
    return nullptr;
  }

 private:
  Configuration as_set_;
  std::vector<std::string> places_;
  std::vector<std::pair<std::string_view, std::string>> sources_;
};

/// Where the value of a field came from when the program hasn't set it, such as `environment
/// IONOS_API_URL`; empty when it has, and for a default.
[[nodiscard]] std::string source_of(const Configuration& configuration, std::string_view field);

}  // namespace v0
}  // namespace ionoscloud::container_registry
