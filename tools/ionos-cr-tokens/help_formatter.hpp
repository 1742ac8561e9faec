// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace tool {

/// Shows of an option its name, what stands for its value, and what it does. CLI11's own formatter
/// adds what else it knows, and breaks the columns by it.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(40);
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string value = option->get_positional() ? "" : option->get_type_name();
    return value.empty() ? "" : " " + value;
  }
};

}  // namespace tool
