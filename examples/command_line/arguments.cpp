// SPDX-License-Identifier: Apache-2.0
#include "command_line/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "command_line/failure.hpp"

namespace examples {
namespace {

[[noreturn]] void refuse(const std::string& line) { throw Failure(ExitCode::wrong_usage, line); }

std::string spelled(const Option& option) {
  std::string text(option.name);
  if (!option.value.empty()) text.append(" ").append(option.value);
  return text;
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const Option& find_option(const Command& command, std::string_view name) {
  if (name == help.name) return help;
  const auto found = std::find_if(command.options.begin(), command.options.end(),
                                  [&](const Option& option) { return option.name == name; });
  if (found == command.options.end()) refuse("there is no option " + std::string(name));
  return *found;
}

}  // namespace

std::string help_text(const Command& command) {
  std::vector<std::pair<std::string, std::string_view>> rows;
  for (const Operand& operand : command.operands) rows.emplace_back(operand.name, operand.help);
  for (const Option& option : command.options) rows.emplace_back(spelled(option), option.help);
  rows.emplace_back(spelled(help), help.help);
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.first.size());

  std::ostringstream text;
  text << "usage: " << command.name;
  for (const Operand& operand : command.operands) text << ' ' << operand.name;
  text << " [OPTION]...\n\n" << command.purpose << "\n\n";
  for (const auto& [name, meaning] : rows) {
    text << "  " << name << std::string(width - name.size() + 2, ' ') << meaning << '\n';
  }
  text << R"(
The login is read from IONOS_TOKEN, or from IONOS_USERNAME and IONOS_PASSWORD; IONOS_API_URL names
another host than the service's own.

Exit codes: 0 done, 1 the result couldn't be written, 2 wrong usage or configuration, 3 the service
refused, 4 the service couldn't be reached or its answer not be read.
)";
  return text.str();
}

Arguments::Arguments(const Command& command, int argc, const char* const* argv) {
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  std::vector<std::string_view> operands;
  bool options_ended = false;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (options_ended || !is_option(*word)) {
      operands.push_back(*word);
    } else if (*word == "--") {
      options_ended = true;
    } else {
      const std::size_t equals = word->find('=');
      const Option& option = find_option(command, word->substr(0, equals));
      const bool is_flag = option.value.empty();
      if (equals != std::string_view::npos) {
        if (is_flag) refuse(std::string(option.name) + " has no value");
        options_.emplace_back(option, word->substr(equals + 1));
      } else if (is_flag) {
        options_.emplace_back(option, "");
      } else {
        if (++word == words.end()) refuse("a value is missing: " + spelled(option));
        options_.emplace_back(option, *word);
      }
    }
  }

  if (has(help)) return;
  for (std::size_t i = 0; i < command.operands.size(); ++i) {
    const Operand& operand = command.operands[i];
    if (i >= operands.size()) refuse(std::string(operand.name) + " is missing");
    operands_.emplace_back(operand, operands[i]);
  }
  if (operands.size() > operands_.size()) {
    refuse("too many arguments: \"" + std::string(operands[operands_.size()]) + "\"");
  }
}

const std::string& Arguments::operator[](const Operand& operand) const {
  return std::find_if(operands_.begin(), operands_.end(),
                      [&](const auto& given) { return given.first.name == operand.name; })
      ->second;
}

bool Arguments::has(const Option& option) const { return !values(option).empty(); }

std::optional<std::string> Arguments::value(const Option& option) const {
  std::vector<std::string> given = values(option);
  if (given.size() > 1) refuse(std::string(option.name) + " is given more than once");
  if (given.empty()) return std::nullopt;
  return std::move(given.front());
}

std::optional<std::int64_t> Arguments::number(const Option& option) const {
  const std::optional<std::string> text = value(option);
  if (!text) return std::nullopt;
  std::int64_t number = 0;
  const char* end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, number);
  if (error != std::errc() || rest != end) {
    refuse(std::string(option.name) + " needs a whole number, unlike \"" + *text + "\"");
  }
  return number;
}

std::vector<std::string> Arguments::values(const Option& option) const {
  std::vector<std::string> found;
  for (const auto& [given, text] : options_) {
    if (given.name == option.name) found.push_back(text);
  }
  return found;
}

void Arguments::refuse_together(const std::vector<Option>& options) const {
  const Option* first = nullptr;
  for (const Option& option : options) {
    if (!has(option)) continue;
    if (first != nullptr) {
      refuse(std::string(first->name) + " and " + std::string(option.name) +
             " can't be given together");
    }
    first = &option;
  }
}

}  // namespace examples
