// SPDX-License-Identifier: Apache-2.0
#include "workload.hpp"

#include "scene.hpp"

namespace benchmarks {

const std::vector<Workload>& workloads() {
  constexpr auto token = Response::token;
  constexpr auto plain = Protocol::plain;
  constexpr auto tls = Protocol::tls;
  constexpr auto one_core = Placement::one_core;
  constexpr auto rate = Figure::rate;
  constexpr auto any = std::nullopt;
  static const std::vector<Workload> all = {
      {"W1", "GET one token", "get", token, plain, one_core, 1, 40'000, rate, 0.92, 1.12, any},
      {"W2", "GET one token, TLS", "get", token, tls, one_core, 1, 30'000, rate, 0.90, any, any},
      {"W3", "POST a token", "post", Response::created_token, plain, one_core, 1, 30'000, rate,
       0.92, any, any},
      {"W4", "list 10 000 tokens by 100", "list_short_pages", Response::list_by_100, plain,
       one_core, 1, 80, rate, 0.38, any, 15},
      {"W4-long", "list 100 000 tokens by 1000", "list_long_pages", Response::list_by_1000, plain,
       one_core, 1, 8, rate, 0.38, any, 15},
      {"W4a", "list ahead, 20 ms away", "list_ahead", Response::list_by_100, plain, one_core,
       1 + pages_ahead, 1, rate, 3.5, any, any, "list_short_pages", std::chrono::milliseconds(20)},
      {"W5", "64 GETs in flight", "get_concurrently", token, plain, one_core, calls_in_flight,
       40'000, rate, 0.92, any, any},
      {"W5-TLS", "64 GETs in flight, HTTP/2", "get_concurrently", token, tls, one_core, 1, 20'000,
       rate, 0.88, any, any},
      {"W6", "GET on 8 threads", "get_in_threads", token, plain, Placement::all_cores, threads,
       60'000, rate, 0.90, any, any},
      {"W7", "start to first response", "get", token, plain, one_core, 1, 50, Figure::start_up, 1.3,
       any, any},
  };
  return all;
}

}  // namespace benchmarks
