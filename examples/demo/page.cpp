// SPDX-License-Identifier: Apache-2.0
#include "demo/page.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>

namespace demo {
namespace {

constexpr std::string_view bold = "\033[1m";
constexpr std::string_view dim = "\033[2m";
constexpr std::string_view plain = "\033[0m";

bool wants_escapes() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr &&
         terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

Page::Page() : is_terminal_(wants_escapes()) {}

void Page::title(std::string_view text) const {
  std::cout << '\n' << on_terminal(bold) << text << on_terminal(plain) << "\n\n";
}

void Page::step(std::string_view what, std::string_view operation) {
  std::cout << '\n'
            << on_terminal(bold) << ++steps_ << "  " << std::left << std::setw(46) << what
            << on_terminal(plain) << on_terminal(dim) << operation << on_terminal(plain)
            << std::endl;
}

void Page::line(std::string_view label, std::string_view text) const {
  std::string shown(text);
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  std::cout << "   " << std::left << std::setw(10) << label << shown << std::endl;
}

std::string_view Page::on_terminal(std::string_view escape) const {
  return is_terminal_ ? escape : std::string_view();
}

}  // namespace demo
