// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examples {

/// An argument that has to be there.
struct Operand {
  std::string_view name;
  std::string_view help;
};

/// An argument that may be there: `--name VALUE` or `--name=VALUE`.
struct Option {
  std::string_view name;
  /// What stands for the value in the help; empty for a flag, which has none.
  std::string_view value;
  std::string_view help;
};

/// A program, as its `--help` tells it.
struct Command {
  std::string_view name;
  std::string_view purpose;
  std::vector<Operand> operands;
  std::vector<Option> options;
};

inline constexpr Option help{"--help", "", "print this and do nothing"};

[[nodiscard]] std::string help_text(const Command& command);

/// What a program was called with. All that doesn't fit its command throws `Failure` with
/// `ExitCode::wrong_usage`.
class Arguments {
 public:
  /// With `--help` among the words, operands may be missing.
  Arguments(const Command& command, int argc, const char* const* argv);

  [[nodiscard]] const std::string& operator[](const Operand& operand) const;

  [[nodiscard]] bool has(const Option& option) const;

  /// The value of an option that may be given once.
  [[nodiscard]] std::optional<std::string> value(const Option& option) const;

  /// The value of such an option as a whole number.
  [[nodiscard]] std::optional<std::int64_t> number(const Option& option) const;

  /// The values of an option that may be given any number of times.
  [[nodiscard]] std::vector<std::string> values(const Option& option) const;

  /// Refuses more than one of these options.
  void refuse_together(const std::vector<Option>& options) const;

 private:
  std::vector<std::pair<Operand, std::string>> operands_;
  std::vector<std::pair<Option, std::string>> options_;
};

}  // namespace examples
