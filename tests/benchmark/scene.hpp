// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// @file
/// What the server has, as both sides and the benchmark itself know it.

namespace benchmarks {

inline constexpr const char* read_registry = "7bb32a5b-fc0b-4b5a-a1c6-1e8c8c8b2a10";
inline constexpr const char* create_registry = "3f0c1f8e-5d0b-4a39-9f43-6a1fd1b2c9e7";
inline constexpr const char* token_id = "c51cfa5d-27b8-4d0c-8e11-000000000000";

/// What is sent to create a token; the library writes the same.
inline constexpr const char* create_body =
    R"({"properties":{"name":"ci-pull-0","expiryDate":"2026-11-24T10:00:00Z",)"
    R"("scopes":[{"type":"repository","name":"team/app","actions":["pull","push"]}]}})";

/// The password in the response to that.
inline constexpr const char* created_password = "uJ4mX0vQ2rT8sZ6bN1cL9kWd3gYh5PfE";

/// A list and how it is fetched: each page begins with the last token of the one before.
struct List {
  const char* registry;
  std::int64_t tokens;
  std::int64_t page_size;

  [[nodiscard]] constexpr std::int64_t stride() const { return page_size - 1; }
};
inline constexpr List short_pages{"9d8f7a66-1c6e-4f0b-8a55-0c54d1f0a100", 10'000, 100};
inline constexpr List long_pages{"9d8f7a66-1c6e-4f0b-8a55-0c54d1f01000", 100'000, 1'000};

/// How many threads, calls at once and pages ahead there are where there are any.
inline constexpr int threads = 8;
inline constexpr int calls_in_flight = 64;
inline constexpr int pages_ahead = 4;

}  // namespace benchmarks
