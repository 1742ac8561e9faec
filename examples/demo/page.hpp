// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace demo {

/// What the demo prints: steps with aligned lines under them, bold and dim on a terminal alone.
class Page {
 public:
  Page();

  void title(std::string_view text) const;

  /// Begins a step, which shows an operation.
  void step(std::string_view what, std::string_view operation);

  /// What isn't printing ASCII comes as `?`: it is what the service sent, and a terminal may obey
  /// it.
  void line(std::string_view label, std::string_view text) const;

 private:
  [[nodiscard]] std::string_view on_terminal(std::string_view escape) const;

  bool is_terminal_;
  int steps_ = 0;
};

}  // namespace demo
