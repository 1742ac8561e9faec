// SPDX-License-Identifier: Apache-2.0
#include "runtime/evidence.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

void PrintTo(Execution execution, std::ostream* out) {
  constexpr const char* names[] = {"none", "unknown", "executed"};
  *out << names[static_cast<int>(execution)];
}

namespace {

constexpr Operation get = {"get", HttpMethod::get, "/x", Safety::safe};
constexpr Operation head = {"head", HttpMethod::head, "/x", Safety::safe};
constexpr Operation patch = {"patch", HttpMethod::patch, "/x", Safety::idempotent};
constexpr Operation del = {"delete", HttpMethod::del, "/x", Safety::idempotent};
constexpr Operation post = {"post", HttpMethod::post, "/x", Safety::creates_credential};
constexpr Operation put = {"put", HttpMethod::put, "/x", Safety::creates_credential};

HttpExchange response(int status) {
  HttpExchange exchange;
  exchange.response.status = status;
  exchange.progress = RequestProgress::response_begun;
  return exchange;
}

HttpExchange failure(TransportError error, RequestProgress progress) {
  HttpExchange exchange;
  exchange.error = error;
  exchange.progress = progress;
  return exchange;
}

/// One thing that can happen to an attempt, and which operations are tried again then.
struct Row {
  std::string what;
  HttpExchange exchange;
  bool reads_repeat;      // GET, HEAD
  bool changes_repeat;    // PATCH, DELETE
  bool creations_repeat;  // POST, PUT
  Execution execution;
};

std::vector<Row> table() {
  std::vector<Row> rows;

  for (const auto error :
       {TransportError::resolve, TransportError::connect, TransportError::send,
        TransportError::receive, TransportError::protocol, TransportError::timed_out}) {
    const std::string number = std::to_string(static_cast<int>(error));
    rows.push_back({"nothing sent, error " + number, failure(error, RequestProgress::nothing_sent),
                    true, true, true, Execution::none});
    rows.push_back({"maybe sent, error " + number, failure(error, RequestProgress::maybe_sent),
                    true, true, false, Execution::unknown});
    rows.push_back({"response begun, error " + number,
                    failure(error, RequestProgress::response_begun), true, true, false,
                    Execution::unknown});
  }
  // These would end the same way.
  for (const auto error : {TransportError::proxy, TransportError::tls, TransportError::pin,
                           TransportError::cancelled}) {
    rows.push_back({"settled, error " + std::to_string(static_cast<int>(error)),
                    failure(error, RequestProgress::nothing_sent), false, false, false,
                    Execution::none});
  }
  rows.push_back({"cancelled after sending",
                  failure(TransportError::cancelled, RequestProgress::maybe_sent), false, false,
                  false, Execution::unknown});
  rows.push_back({"response too large",
                  failure(TransportError::too_large, RequestProgress::response_begun), false, false,
                  false, Execution::unknown});

  rows.push_back({"429", response(429), true, true, true, Execution::none});
  rows.push_back({"500", response(500), true, false, false, Execution::unknown});
  for (const int status : {502, 503, 504}) {
    rows.push_back(
        {std::to_string(status), response(status), true, true, false, Execution::unknown});
  }
  for (const int status :
       {300, 301, 302, 305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411,
        412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 425, 426, 428, 431, 451, 499, 501}) {
    rows.push_back(
        {std::to_string(status), response(status), false, false, false, Execution::none});
  }
  for (const int status : {0, 99, 100, 199, 303, 304, 306, 399, 505, 507, 511, 599, 600, 999}) {
    rows.push_back(
        {std::to_string(status), response(status), false, false, false, Execution::unknown});
  }
  return rows;
}

TEST(Evidence, SaysWhoIsRepeated) {
  for (const Row& row : table()) {
    EXPECT_EQ(classify(row.exchange, get, false).repeatable, row.reads_repeat) << row.what;
    EXPECT_EQ(classify(row.exchange, head, false).repeatable, row.reads_repeat) << row.what;
    EXPECT_EQ(classify(row.exchange, patch, false).repeatable, row.changes_repeat) << row.what;
    EXPECT_EQ(classify(row.exchange, del, false).repeatable, row.changes_repeat) << row.what;
    EXPECT_EQ(classify(row.exchange, post, false).repeatable, row.creations_repeat) << row.what;
    EXPECT_EQ(classify(row.exchange, put, false).repeatable, row.creations_repeat) << row.what;
  }
}

TEST(Evidence, SaysWhatMayHaveBeenDone) {
  for (const Row& row : table()) {
    for (const Operation& operation : {get, head, patch, del, post, put}) {
      EXPECT_EQ(classify(row.exchange, operation, false).execution, row.execution)
          << operation.name << " " << row.what;
    }
  }
}

TEST(Evidence, IsASuccessForNothingInTheTable) {
  for (const Row& row : table()) {
    EXPECT_FALSE(classify(row.exchange, get, false).success) << row.what;
  }
}

TEST(Evidence, TakesEvery2xxForASuccess) {
  for (int status = 200; status < 300; ++status) {
    const Evidence evidence = classify(response(status), post, false);

    EXPECT_TRUE(evidence.success) << status;
    EXPECT_EQ(evidence.execution, Execution::executed) << status;
    EXPECT_FALSE(evidence.repeatable) << status;
  }
}

TEST(Evidence, TakesABroken2xxForExecutedButNotForASuccess) {
  HttpExchange exchange = failure(TransportError::receive, RequestProgress::response_begun);
  exchange.response.status = 200;

  const Evidence evidence = classify(exchange, post, false);

  EXPECT_FALSE(evidence.success);
  EXPECT_FALSE(evidence.repeatable);
  EXPECT_EQ(evidence.execution, Execution::executed);
}

TEST(Evidence, RepeatsAnUnclearPutWhereThePolicySaysSo) {
  for (const Row& row : table()) {
    EXPECT_EQ(classify(row.exchange, put, true).repeatable, row.changes_repeat) << row.what;
  }
}

TEST(Evidence, RepeatsNoUnclearPostWhateverThePolicySays) {
  for (const Row& row : table()) {
    EXPECT_EQ(classify(row.exchange, post, true).repeatable, row.creations_repeat) << row.what;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
