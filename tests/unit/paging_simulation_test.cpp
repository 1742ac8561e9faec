// SPDX-License-Identifier: Apache-2.0
// Lists that are read while others write, from many kinds of service: what is there all the time is
// passed exactly once, or there is an exception; and every walk ends.
// IONOSCLOUD_CR_PAGING_RUNS=36000 makes so many runs drawn by chance, instead of a few of each
// kind.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "api/list_reader.hpp"
#include "api/operations.hpp"
#include "support/paging_transport.hpp"
#include "support/responses.hpp"
#include "support/simulated_world.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// More than any list has, but the endless ones.
constexpr std::int64_t most_items = 6'000;

using Numbers = std::vector<std::int64_t>;
using NextPage = std::function<std::optional<Numbers>()>;

/// How a walk came out: `whole`, what it threw in short, or which promise it broke.
struct Outcome {
  std::string what = "whole";
  std::size_t fresh_pages = 0;
};

std::string in_short(const DecodeException& error) {
  const std::string message = error.what();
  for (const char* problem : {"does not page", "gives none", "changes faster", "is longer"}) {
    if (message.find(problem) != message.npos) return problem;
  }
  return message;
}

/// The walk may ask for so many pages; each may have some ahead of it, which are asked for in vain.
std::size_t most_requests(const SimulationCase& run, std::size_t fresh_pages) {
  return (17 + 3 * fresh_pages) * (1 + static_cast<std::size_t>(run.prefetch));
}

Outcome read(SimulatedWorld& world, const SimulationCase& run, const NextPage& next_page) {
  Outcome outcome;
  try {
    while (const std::optional<Numbers> page = next_page()) {
      ++outcome.fresh_pages;
      for (const std::int64_t number : *page) world.pass(number);
      world.write();
    }
    if (!world.broken_promise().empty()) outcome.what = world.broken_promise();
  } catch (const DecodeException& error) {
    outcome.what = in_short(error);
  }
  if (world.requests() > most_requests(run, outcome.fresh_pages)) outcome.what = "TOO MANY";
  return outcome;
}

ListOptions options_of(const SimulationCase& run) {
  ListOptions list;
  list.page_size = run.page_size;
  list.max_items = most_items;
  list.prefetch_pages = run.prefetch;
  return list;
}

/// The library's reader, with a simulated service for its pages.
Outcome read_pages(const SimulationCase& run) {
  SimulatedWorld world(run);
  ListReader<SimulatedPage, ListWalk> reader(
      std::make_unique<SimulatedPages>(world),
      ListWalk(operations::registries_tokens_get, options_of(run)));
  return read(world, run, [&]() -> std::optional<Numbers> {
    const std::optional<SimulatedList> page = reader.next_page();
    if (!page) return std::nullopt;
    Numbers numbers;
    for (const SimulatedItem& item : *page) numbers.push_back(item.number);
    return numbers;
  });
}

/// A token as JSON text, around its id and its creation date.
struct TokenForm {
  std::string before, between, behind;
};

TokenForm token_form() {
  nlohmann::json token = token_json("THE ID", "any");
  token["metadata"]["createdDate"] = "THE DATE";
  const std::string text = token.dump();
  const std::size_t date = text.find("THE DATE");
  const std::size_t id = text.find("THE ID");
  return {text.substr(0, id), text.substr(id + 6, date - id - 6), text.substr(date + 8)};
}

/// Written by hand: there are many of them.
HttpResponse response_of(const SimulatedPage& page, const PagingTransport::Asked& asked) {
  static const TokenForm form = token_form();
  std::string items;
  for (const SimulatedItem& item : page.items) {
    const Timestamp created = Timestamp() + std::chrono::seconds(item.place);
    items += items.empty() ? "" : ",";
    items += form.before + item.id() + form.between + created.to_string() + form.behind;
  }
  nlohmann::json body = page_json({"ITEMS"}, asked.offset, page.limit, page.total.value_or(0));
  body["count"] = page.items.size();
  if (page.has_next) body["_links"]["next"] = "more";
  const std::string text = body.dump();
  const std::string_view mark = "\"ITEMS\"";
  return {200, {}, std::string(text).replace(text.find(mark), mark.size(), items)};
}

/// The whole library, with a simulated service behind its transport.
Outcome read_tokens(const SimulationCase& run) {
  SimulatedWorld world(run);
  const auto transport = std::make_shared<PagingTransport>();
  transport->response = [&](const PagingTransport::Asked& asked) {
    return response_of(world.take(*world.ask({asked.offset, asked.limit})), asked);
  };
  Configuration configuration;
  configuration.token = "any";
  configuration.retry = RetryPolicy::none();
  configuration.transport = transport;
  TokenRange range =
      TokensApi(ApiClient(configuration)).registries_tokens_get_all("r", options_of(run));
  return read(world, run, [&]() -> std::optional<Numbers> {
    const auto page = range.next_page();
    if (!page) return std::nullopt;
    Numbers numbers;
    for (const TokenResponse& token : *page) {
      numbers.push_back(std::stoll(token.id->text().substr(24), nullptr, 16));
    }
    return numbers;
  });
}

/// Sizes around which something changes: a page's, the least and the most that is asked for.
std::int64_t draw_items(std::int64_t page_size, Chance& chance) {
  switch (chance.below(3)) {
    case 0:
      return chance.one_of(
          Numbers{0, 1, 2, 3, page_size - 1, page_size, page_size + 1, 2 * page_size});
    case 1:
      return chance.one_of(Numbers{10, 11, 16, 17, 49, 50, 51, 99, 100, 101, 999, 1000, 1001});
    default:
      return chance.below(chance.below(2) == 0 ? 300 : 2501);
  }
}

SimulationCase draw(const SimulatedService& service, const SimulatedWriter& writer,
                    Chance& chance) {
  const std::int64_t page_size = chance.one_of(Numbers{1, 2, 99, 100, 1000});
  const int prefetch = chance.one_of(std::vector<int>{0, 0, 1, 1, 4, 64});
  return {service,   writer,
          page_size, draw_items(page_size, chance),
          prefetch,  static_cast<std::uint64_t>(chance.below(1'000'000'000))};
}

/// What must not be, whatever the service and the writers.
bool is_broken(const SimulationCase& run, const Outcome& outcome) {
  for (const char* broken : {"MISSED", "TWICE", "TOO MANY"}) {
    if (outcome.what == broken) return true;
  }
  return run.service.is_sound && run.writer.likely == 0 && outcome.what != "whole";
}

/// How many runs came out how, by the kind of service.
class Tally {
 public:
  void add(const SimulationCase& run, const Outcome& outcome) {
    ++counts_[run.service.name][outcome.what];
    if (is_broken(run, outcome)) {
      ADD_FAILURE() << outcome.what << "; " << run;
      ++broken_;
    }
  }
  [[nodiscard]] int broken() const { return broken_; }
  void print() const {
    for (const auto& [service, outcomes] : counts_) {
      std::cout << service << ':';
      for (const auto& [outcome, count] : outcomes)
        std::cout << ' ' << outcome << ' ' << count << ';';
      std::cout << '\n';
    }
  }

 private:
  std::map<std::string, std::map<std::string, int>> counts_;
  int broken_ = 0;
};

/// Enough to see what is wrong.
constexpr int most_broken = 10;

TEST(PagingSimulation, MissesNothingAndPassesNothingTwice) {
  Chance chance(1);
  Tally tally;
  if (const char* const runs = std::getenv("IONOSCLOUD_CR_PAGING_RUNS")) {
    for (int i = std::atoi(runs); i > 0 && tally.broken() < most_broken; --i) {
      const SimulationCase run =
          draw(chance.one_of(simulated_services()), chance.one_of(simulated_writers()), chance);
      tally.add(run, read_pages(run));
    }
    return tally.print();
  }
  for (const SimulatedService& service : simulated_services()) {
    for (const SimulatedWriter& writer : simulated_writers()) {
      for (int i = 0; i < 2 && tally.broken() < most_broken; ++i) {
        const SimulationCase run = draw(service, writer, chance);
        tally.add(run, read_pages(run));
      }
    }
  }
}

TEST(PagingSimulation, HoldsForTokensOverATransport) {
  Chance chance(2);
  Tally tally;
  for (const SimulatedService& service : simulated_services()) {
    if (std::string(service.name) == "endless") continue;  // Thousands of tokens, and nothing else.
    for (int i = 0; i < 4 && tally.broken() < most_broken; ++i) {
      SimulationCase run = draw(service, chance.one_of(simulated_writers()), chance);
      run.prefetch = 0;
      run.items %= 150;
      tally.add(run, read_tokens(run));
    }
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
