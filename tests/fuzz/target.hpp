// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What makes a fuzz target: each has a file of its own with one function, which libFuzzer or
/// `replay.cpp` calls with one input after another.
namespace fuzz {

/// Gives `input` to what is tested, and checks what must hold whatever the input is.
void run(std::string_view input);

/// Ends the process when a property doesn't hold, so that whoever made the input keeps it.
inline void require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "Does not hold: %s\n", property);
  std::abort();
}

/// An input that stands for several texts, with `|` between them: people can write and read it.
class Pieces {
 public:
  explicit Pieces(std::string_view input) : rest_(input) {}

  [[nodiscard]] bool empty() const noexcept { return rest_.empty(); }

  /// The next text. Beyond the last one, all are empty.
  [[nodiscard]] std::string_view next(char mark = '|') noexcept {
    const std::string_view piece = rest_.substr(0, rest_.find(mark));
    rest_.remove_prefix(std::min(piece.size() + 1, rest_.size()));
    return piece;
  }

  /// All that is left.
  [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
