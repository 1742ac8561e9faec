// SPDX-License-Identifier: Apache-2.0
//
// The tokens of a container registry, on the command line.

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry/version.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/complaint.hpp"
#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/help_formatter.hpp"
#include "ionos-cr-tokens/standard_output.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"

using namespace tool;

namespace {

constexpr char name[] = "ionos-cr-tokens";

constexpr char footer[] = R"(
The login is read from IONOS_TOKEN, or from IONOS_USERNAME and IONOS_PASSWORD, or from a profile
file: the one that IONOS_CONFIG_FILE names, or ~/.ionos/config, or the login of ionosctl;
IONOS_API_URL names another host than the service's own.

Exit codes: 0 done, 1 done, but the result couldn't be read or written, 2 wrong usage or
configuration, 3 the service refused, 4 no response, 5 not found, 6 it may have been done, 7 not
confirmed, 130 interrupted.)";

void add_commands(CLI::App& program) {
  program.formatter(std::make_shared<HelpFormatter>());
  program.set_version_flag("--version",
                           name + (" " + std::string(ionoscloud::container_registry::version())),
                           "print the version and do nothing");
  program.set_help_flag("-h,--help", "print this and do nothing");
  for (const auto add : {add_list, add_show, add_create, add_update, add_put, add_delete}) {
    add(program);
  }
  program.require_subcommand(0, 1);
  program.footer(footer);
}

/// What follows an option that there isn't may be meant for it, and be secret, as in `--token`: of
/// such options only the names are repeated.
std::string complaint_about(const std::vector<std::string>& unexpected) {
  std::string all;
  std::string options;
  for (const std::string& argument : unexpected) {
    all += " " + argument;
    if (argument.size() < 2 || argument[0] != '-') continue;
    const bool is_long = argument[1] == '-';
    options += " " + argument.substr(0, is_long ? argument.find('=') : 2);
  }
  return "not expected:" + (options.empty() ? all : options);
}

void run(CLI::App& program, int argc, const char* const* argv) {
  try {
    program.parse(argc, argv);
    if (program.get_subcommands().empty()) {
      throw Failure(ExitCode::wrong_usage, "say what to do, as in ionos-cr-tokens list");
    }
  } catch (const CLI::CallForHelp&) {
    print(program.help());
  } catch (const CLI::CallForVersion& version) {
    print(std::string(version.what()) + "\n");
  } catch (const CLI::ExtrasError&) {
    throw Failure(ExitCode::wrong_usage, complaint_about(program.remaining(true)));
  } catch (const CLI::ParseError& error) {
    throw Failure(ExitCode::wrong_usage, error.what());
  }
}

std::string see_help(const CLI::App& program) {
  std::string command = name;
  for (const CLI::App* chosen : program.get_subcommands()) command += " " + chosen->get_name();
  return "see " + command + " --help";
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("The tokens of an IONOS Cloud container registry", name);
  try {
    hold_places_of_closed_streams();
    read_text_as_utf8();
    add_commands(program);
    run(program, argc, argv);
    return static_cast<int>(ExitCode::done);
  } catch (...) {
    return complain(name, see_help(program));
  }
}
