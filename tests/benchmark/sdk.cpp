// SPDX-License-Identifier: Apache-2.0
//
// The library's side: what a user would write.

#include <chrono>
#include <deque>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>

#include "scene.hpp"
#include "side.hpp"

namespace {

namespace cr = ionoscloud::container_registry;

using benchmarks::Endpoint;
using benchmarks::List;
using benchmarks::Step;
using benchmarks::Tally;

cr::ApiClient client_of(const Endpoint& endpoint) {
  cr::Configuration configuration;
  configuration.host = endpoint.base_url;
  configuration.token = "benchmark";
  configuration.tls.ca_file = endpoint.ca_file;
  return cr::ApiClient(configuration);
}

cr::TokensApi api_of(const Endpoint& endpoint) { return cr::TokensApi(client_of(endpoint)); }

void count(const cr::TokenResponse& token, Tally& tally) {
  const cr::Timestamp expiry = token.properties.expiry_date.value_or(cr::Timestamp());
  ++tally.tokens;
  tally.checksum +=
      benchmarks::checksum_of(token.id->text(), token.properties.name,
                              (expiry - cr::Timestamp()).count(), token.properties.scopes.size());
}

Tally get_tokens(const cr::TokensApi& api, std::int64_t calls) {
  const cr::RegistryId registry = benchmarks::read_registry;
  const cr::TokenId token = benchmarks::token_id;
  Tally tally;
  for (std::int64_t i = 0; i < calls; ++i) {
    count(api.registries_tokens_find_by_id(registry, token), tally);
  }
  return tally;
}

Step get(const Endpoint& endpoint) {
  return [api = api_of(endpoint)](std::int64_t calls) { return get_tokens(api, calls); };
}

Step get_in_threads(const Endpoint& endpoint) {
  return [api = api_of(endpoint)](std::int64_t calls) {
    return benchmarks::in_threads(benchmarks::threads, calls, [&](std::size_t, std::int64_t share) {
      return get_tokens(api, share);
    });
  };
}

Step get_concurrently(const Endpoint& endpoint) {
  return [api = cr::AsyncTokensApi(client_of(endpoint))](std::int64_t calls) {
    const cr::RegistryId registry = benchmarks::read_registry;
    const cr::TokenId token = benchmarks::token_id;
    std::deque<cr::Pending<cr::TokenResponse>> in_flight;
    Tally tally;
    for (std::int64_t begun = 0; begun < calls || !in_flight.empty();) {
      if (begun < calls && in_flight.size() < benchmarks::calls_in_flight) {
        in_flight.push_back(api.registries_tokens_find_by_id(registry, token));
        ++begun;
      } else {
        count(in_flight.front().get(), tally);
        in_flight.pop_front();
      }
    }
    return tally;
  };
}

Step post(const Endpoint& endpoint) {
  cr::PostTokenInput input;
  input.properties.name = "ci-pull-0";
  input.properties.expiry_date = cr::Timestamp::parse("2026-11-24T10:00:00Z");
  input.properties.scopes = {
      {cr::ScopeType::repository, "team/app", {cr::ScopeAction::pull, cr::ScopeAction::push}}};
  return [api = api_of(endpoint), input](std::int64_t calls) {
    const cr::RegistryId registry = benchmarks::create_registry;
    Tally tally;
    for (std::int64_t i = 0; i < calls; ++i) {
      count(api.registries_tokens_post(registry, input), tally);
    }
    return tally;
  };
}

Step list(const Endpoint& endpoint, const List& list, int pages_ahead) {
  cr::ListOptions options;
  options.page_size = list.page_size;
  options.prefetch_pages = pages_ahead;
  return [api = api_of(endpoint), registry = list.registry, options](std::int64_t walks) {
    Tally tally;
    for (std::int64_t i = 0; i < walks; ++i) {
      for (const auto& token : api.registries_tokens_get_all(registry, options)) {
        count(token, tally);
      }
    }
    return tally;
  };
}

}  // namespace

int main(int argc, char** argv) {
  return benchmarks::run_side(
      argc, argv,
      {{"get", get},
       {"get_in_threads", get_in_threads},
       {"get_concurrently", get_concurrently},
       {"post", post},
       {"list_short_pages", [](const Endpoint& e) { return list(e, benchmarks::short_pages, 0); }},
       {"list_long_pages", [](const Endpoint& e) { return list(e, benchmarks::long_pages, 0); }},
       {"list_ahead", [](const Endpoint& e) {
          return list(e, benchmarks::short_pages, benchmarks::pages_ahead);
        }}});
}
