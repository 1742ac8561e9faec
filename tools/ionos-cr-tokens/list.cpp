// SPDX-License-Identifier: Apache-2.0
//
// Lists the tokens of a registry: all of them, however many pages they fill, or one page.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/output.hpp"
#include "ionos-cr-tokens/progress.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

struct Options {
  ConnectionOptions connection;
  std::optional<std::int64_t> page_size;
  std::optional<std::int64_t> offset;
  std::optional<std::int64_t> limit;
  OutputOptions output;
};

std::vector<cr::TokenResponse> one_page(const Connection& connection, const Options& options) {
  const Interruption interruption;
  return connection.tokens
      .registries_tokens_get(connection.registry, options.offset.value_or(0),
                             options.limit.value_or(100), interruption.call_options())
      .items;
}

std::vector<cr::TokenResponse> all_pages(const Connection& connection, const Options& options) {
  const Interruption interruption;
  Progress progress;
  cr::ListOptions list;
  list.page_size = options.page_size.value_or(list.page_size);
  cr::TokenRange range = connection.tokens.registries_tokens_get_all(connection.registry, list,
                                                                     interruption.call_options());
  std::vector<cr::TokenResponse> all;
  while (const auto page = range.next_page()) {
    const bool is_long = !all.empty();
    all.insert(all.end(), page->begin(), page->end());
    if (is_long) progress.show(all.size());
  }
  return all;
}

void list(const Options& options) {
  const Connection connection = connect(options.connection);
  const bool one = options.offset || options.limit;
  // Printed when they have all arrived: what a script reads is the whole list or nothing.
  print_tokens(options.output,
               one ? one_page(connection, options) : all_pages(connection, options));
}

}  // namespace

void add_list(CLI::App& program) {
  CLI::App& command = *program.add_subcommand("list", "List the tokens of a registry");
  const auto options = std::make_shared<Options>();
  add_connection_options(command, options->connection);
  CLI::Option* page_size = command
                               .add_option("--page-size", options->page_size,
                                           "how many tokens to ask for at a time; 100")
                               ->type_name("N");
  command.add_option("--offset", options->offset, "one page alone, which skips that many; 0")
      ->excludes(page_size)
      ->type_name("N");
  command.add_option("--limit", options->limit, "one page alone, of that many at most; 100")
      ->excludes(page_size)
      ->type_name("N");
  add_output_options(command, options->output, "print the ids alone");
  command.callback([options] { list(*options); });
}

}  // namespace tool
