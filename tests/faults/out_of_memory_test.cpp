// SPDX-License-Identifier: Apache-2.0
// Fault matrix: memory that runs out, wherever in a call that is.
#include <gtest/gtest.h>

#include <new>

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
    const FailingAllocation failing(successes);
    try {
      GetParam().call(tokens_, {});
    } catch (const std::bad_alloc&) {
    }
    return failing.has_failed();
  }

  const RawServer server_{serve};
  const Tokens tokens_ = tokens_at(server_.url());
};

TEST_P(OutOfMemory, AnywhereSpoilsNothingAndSendsNothingTwice) {
  for (int successes = 0;; ++successes) {
    const std::size_t before = server_.requests().size();
    const bool failed = fails(successes);
    EXPECT_LE(server_.requests().size(), before + 1);
    if (!failed) break;

    EXPECT_EQ(outcome_of(GetParam(), tokens_), success) << successes;
  }
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
