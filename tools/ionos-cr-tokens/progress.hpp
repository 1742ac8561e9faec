// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace tool {

/// A line on stderr that tells how far a long listing has come, and goes away in the end. Nothing
/// where stderr isn't a terminal.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void show(std::size_t tokens);

 private:
  bool is_terminal_;
  bool is_shown_ = false;
};

}  // namespace tool
