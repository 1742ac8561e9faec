// SPDX-License-Identifier: Apache-2.0
//
// Lists the tokens of a registry: all of them, however many pages they fill, or one page.

#include <vector>

#include <ionoscloud/container_registry.hpp>

#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

constexpr Option page_size{"--page-size", "N", "how many tokens to ask for at a time; 100"};
constexpr Option offset{"--offset", "N", "print one page alone, which skips that many tokens; 0"};
constexpr Option limit{"--limit", "N", "print one page alone, of that many tokens at most; 100"};

std::vector<cr::TokenResponse> one_page(const cr::TokensApi& tokens, const Arguments& arguments) {
  return tokens
      .registries_tokens_get(arguments[registry_id], arguments.number(offset).value_or(0),
                             arguments.number(limit).value_or(100))
      .items;
}

std::vector<cr::TokenResponse> all_pages(const cr::TokensApi& tokens, const Arguments& arguments) {
  cr::ListOptions list;
  list.page_size = arguments.number(page_size).value_or(list.page_size);
  std::vector<cr::TokenResponse> all;
  for (const cr::TokenResponse& token :
       tokens.registries_tokens_get_all(arguments[registry_id], list)) {
    all.push_back(token);
  }
  return all;
}

void list_tokens(const Arguments& arguments) {
  arguments.refuse_together({page_size, offset});
  arguments.refuse_together({page_size, limit});
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);

  const bool one = arguments.has(offset) || arguments.has(limit);
  // Printed when they have all arrived: what a script reads is the whole list or nothing.
  print_tokens(arguments, one ? one_page(tokens, arguments) : all_pages(tokens, arguments));
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {"list_tokens",
                           "Lists the tokens of a registry.",
                           {registry_id},
                           {page_size, offset, limit, json}};
  return run_program(command, argc, argv, list_tokens);
}
