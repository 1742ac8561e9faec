// SPDX-License-Identifier: Apache-2.0
// Fault matrix: memory that runs out, wherever in a call that is.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <string>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/allocations.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class OutOfMemory : public testing::TestWithParam<TestedOperation> {
 protected:
  /// Makes the call with one allocation failing after so many. Returns whether one failed.
  bool fails(int successes) const {
    CallOptions options;
    options.headers.add("X-Successes", std::to_string(successes));
    const FailingAllocation failing(successes);
    try {
      GetParam().call(tokens_, options);
    } catch (const std::bad_alloc&) {
    }
    return failing.has_failed();
  }

  /// How often the server got that call so far, which may have been let go of on its way.
  std::ptrdiff_t times_sent(int successes) const {
    const std::string header = "X-Successes: " + std::to_string(successes) + "\r\n";
    const std::vector<std::string> requests = server_.requests();
    return std::count_if(requests.begin(), requests.end(), [&](const std::string& request) {
      return request.find(header) != request.npos;
    });
  }

  const RawServer server_{serve};
  const Tokens tokens_ = tokens_at(server_.url());
};

TEST_P(OutOfMemory, AnywhereSpoilsNothingAndSendsNothingTwice) {
  int successes = 0;
  for (; fails(successes); ++successes) {
    EXPECT_EQ(outcome_of(GetParam(), tokens_), success) << successes;
  }

  EXPECT_EQ(times_sent(successes), 1);
  while (successes-- > 0) EXPECT_LE(times_sent(successes), 1) << successes;
}

TEST_P(OutOfMemory, OnTheFirstCallSpoilsNothing) {
  for (int successes = 0;; ++successes) {
    const Tokens tokens = tokens_at(server_.url());
    const FailingAllocation failing(successes);
    try {
      GetParam().call(tokens, {});
    } catch (const std::bad_alloc&) {
    }
    if (!failing.has_failed()) break;

    EXPECT_EQ(outcome_of(GetParam(), tokens), success) << successes;
  }
}

INSTANTIATE_TEST_SUITE_P(In, OutOfMemory, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
