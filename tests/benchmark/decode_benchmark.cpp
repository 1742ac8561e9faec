// SPDX-License-Identifier: Apache-2.0
//
// How fast JSON becomes models and models become JSON, and what nlohmann/json takes for the same.

#include <benchmark/benchmark.h>

#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/nlohmann.hpp>

#include "json/codec.hpp"
#include "responses.hpp"

namespace {

namespace cr = ionoscloud::container_registry;

std::string token() { return benchmarks::token_json(0, ""); }
std::string short_page() { return benchmarks::page_json(benchmarks::short_pages, 0); }
std::string long_page() { return benchmarks::page_json(benchmarks::long_pages, 0); }

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

template <class Model>
void decode(benchmark::State& state, std::string (*make)()) {
  std::string text = make();
  for (auto _ : state) benchmark::DoNotOptimize(cr::json::decode<Model>(text));
  count_bytes(state, text);
}

/// Into a model that holds another page already, as a list does.
void decode_next_page(benchmark::State& state, std::string (*make)()) {
  std::string text = make();
  auto page = cr::json::decode<cr::TokensResponse>(text);
  for (auto _ : state) cr::json::decode(text, page);
  benchmark::DoNotOptimize(page);
  count_bytes(state, text);
}

template <class Model>
void decode_with_nlohmann(benchmark::State& state, std::string (*make)()) {
  const std::string text = make();
  for (auto _ : state) {
    benchmark::DoNotOptimize(nlohmann::json::parse(text).get<Model>());
  }
  count_bytes(state, text);
}

cr::PatchTokenInput patch() {
  cr::PatchTokenInput patch;
  patch.status = cr::TokenStatus::disabled;
  patch.expiry_date = cr::null;
  patch.scopes = std::vector<cr::Scope>{
      {cr::ScopeType::repository, "team/app", {cr::ScopeAction::pull, cr::ScopeAction::push}},
      {cr::ScopeType::repository, "team/base-images", {cr::ScopeAction::pull}}};
  return patch;
}

void encode_patch(benchmark::State& state) {
  const cr::PatchTokenInput input = patch();
  for (auto _ : state) {
    benchmark::DoNotOptimize(cr::json::encode(input, cr::SecretText::exposed));
  }
  count_bytes(state, cr::json::encode(input, cr::SecretText::exposed));
}

void encode_patch_with_nlohmann(benchmark::State& state) {
  const cr::PatchTokenInput input = patch();
  for (auto _ : state) benchmark::DoNotOptimize(nlohmann::json(input).dump());
  count_bytes(state, nlohmann::json(input).dump());
}

}  // namespace

int main(int argc, char** argv) {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("decode/token", decode<cr::TokenResponse>, token);
  RegisterBenchmark("decode/page_of_100", decode<cr::TokensResponse>, short_page);
  RegisterBenchmark("decode/page_of_1000", decode<cr::TokensResponse>, long_page);
  RegisterBenchmark("decode/next_page_of_100", decode_next_page, short_page);
  RegisterBenchmark("decode/next_page_of_1000", decode_next_page, long_page);
  RegisterBenchmark("encode/patch", encode_patch);
  RegisterBenchmark("nlohmann/decode/token", decode_with_nlohmann<cr::TokenResponse>, token);
  RegisterBenchmark("nlohmann/decode/page_of_100", decode_with_nlohmann<cr::TokensResponse>,
                    short_page);
  RegisterBenchmark("nlohmann/decode/page_of_1000", decode_with_nlohmann<cr::TokensResponse>,
                    long_page);
  RegisterBenchmark("nlohmann/encode/patch", encode_patch_with_nlohmann);

  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
