// SPDX-License-Identifier: Apache-2.0
// Fault matrix: statuses, redirects among them.
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/raw_server.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::Combine;
using testing::ValuesIn;

/// Who is sent again after a status.
enum class Again { nobody, readers, all_but_creators, everybody };

struct Status {
  int status;
  Execution execution;
  Again again;

  [[nodiscard]] bool is_sent_again(const TestedOperation& operation) const {
    if (again == Again::readers) return operation.method == HttpMethod::get;
    if (again == Again::all_but_creators) return !operation.creates();
    return again == Again::everybody;
  }
  friend std::ostream& operator<<(std::ostream& out, const Status& row) {
    return out << row.status;
  }
};

std::vector<Status> statuses() {
  std::vector<Status> all;
  all.push_back({304, Execution::unknown, Again::nobody});
  for (int status :
       {300, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 425, 431, 501}) {
    all.push_back({status, Execution::none, Again::nobody});
  }
  all.push_back({429, Execution::none, Again::everybody});
  all.push_back({500, Execution::unknown, Again::readers});
  for (int status : {502, 503, 504}) {
    all.push_back({status, Execution::unknown, Again::all_but_creators});
  }
  for (int status : {505, 507, 599, 600, 999}) {
    all.push_back({status, Execution::unknown, Again::nobody});
  }
  return all;
}

class StatusOf : public testing::TestWithParam<std::tuple<Status, TestedOperation>> {
 protected:
  const Status& status_ = std::get<0>(GetParam());
  const TestedOperation& operation_ = std::get<1>(GetParam());
  const int attempts_ = status_.is_sent_again(operation_) ? 3 : 1;
  const Outcome exception_{"Api(" + std::to_string(status_.status) + ")", status_.execution,
                           attempts_};

  const std::string refusal_ =
      raw_response(status_.status, error_json(status_.status, "code", "in words").dump());
};

TEST_P(StatusOf, EveryAttemptIsAnException) {
  const RawServer server([this](RawConnection& client) {
    while (client.read_request()) client.send(refusal_);
  });

  EXPECT_EQ(outcome_of(operation_, tokens_at(server.url())), exception_);
  EXPECT_EQ(server.requests().size(), static_cast<std::size_t>(attempts_));
}

TEST_P(StatusOf, TheFirstAttemptIsRepeatedWhereItMayBe) {
  const RawServer server(once([this](RawConnection& client) {
    client.read_request();
    client.send(refusal_);
    serve(client);
  }));

  const Outcome outcome = outcome_of(operation_, tokens_at(server.url()));

  EXPECT_EQ(outcome, attempts_ == 1 ? exception_ : success);
  EXPECT_EQ(server.requests().size(), attempts_ == 1 ? 1U : 2U);
}

INSTANTIATE_TEST_SUITE_P(As, StatusOf, Combine(ValuesIn(statuses()), ValuesIn(tested_operations())),
                         [](const auto& test) {
                           return std::to_string(std::get<0>(test.param).status) + "_" +
                                  std::get<1>(test.param).name;
                         });

class Redirect : public testing::TestWithParam<std::tuple<int, TestedOperation>> {
 protected:
  Outcome outcome(const std::string& location) const {
    const auto& [status, operation] = GetParam();
    const std::string redirect = raw_response(status, "", "Location: " + location + "\r\n");
    const RawServer server([&](RawConnection& client) {
      while (client.read_request()) client.send(redirect);
    });
    Outcome outcome = outcome_of(operation, tokens_at(server.url()));
    EXPECT_EQ(server.requests().size(), 1U);
    return outcome;
  }

  const int status_ = std::get<0>(GetParam());
  /// Who is sent to look elsewhere by a 303 may have been served.
  const Outcome exception_{"Api(" + std::to_string(status_) + ")",
                           status_ == 303 ? Execution::unknown : Execution::none, 1};
};

TEST_P(Redirect, ToTheSameHostIsNotFollowed) { EXPECT_EQ(outcome("/elsewhere"), exception_); }

TEST_P(Redirect, ToAnotherHostShowsItNothing) {
  const RawServer other(serve);

  EXPECT_EQ(outcome(other.url()), exception_);
  EXPECT_EQ(other.connections(), 0U);
}

INSTANTIATE_TEST_SUITE_P(With, Redirect,
                         Combine(testing::Values(301, 302, 303, 307, 308),
                                 ValuesIn(tested_operations())),
                         [](const auto& test) {
                           return std::to_string(std::get<0>(test.param)) + "_" +
                                  std::get<1>(test.param).name;
                         });

class Empty2xx : public testing::TestWithParam<TestedOperation> {
 protected:
  Outcome outcome(const std::string& bytes) const {
    const RawServer server([&](RawConnection& client) {
      while (client.read_request()) client.send(bytes);
    });
    Outcome outcome = outcome_of(GetParam(), tokens_at(server.url()));
    EXPECT_EQ(server.requests().size(), 1U);
    return outcome;
  }

  const Outcome expected_ =
      GetParam().reads_response() ? Outcome{"Decode", Execution::executed, 1} : success;
};

TEST_P(Empty2xx, A200WithoutABody) { EXPECT_EQ(outcome(raw_response(200, "")), expected_); }

TEST_P(Empty2xx, A204WithABody) {
  EXPECT_EQ(outcome("HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nbody"), expected_);
}

TEST_P(Empty2xx, A204WithoutABody) {
  EXPECT_EQ(outcome("HTTP/1.1 204 No Content\r\n\r\n"), expected_);
}

INSTANTIATE_TEST_SUITE_P(Of, Empty2xx, ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
