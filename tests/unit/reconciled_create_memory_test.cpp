// SPDX-License-Identifier: Apache-2.0
#include <new>
#include <optional>

#include "support/allocations.hpp"
#include "support/reconciled_create_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ReconciledCreateOutOfMemory = ReconciledCreateTest;

INSTANTIATE_TEST_SUITE_P(Forms, ReconciledCreateOutOfMemory,
                         ::testing::Values(Form::sync, Form::async), name_of);

TEST_P(ReconciledCreateOutOfMemory, EndsWhereverThatIs) {
  naming = TokenNaming::generated;
  constexpr int more_than_it_takes = 600;
  for (int successes = 0; successes < more_than_it_takes; ++successes) {
    std::optional<FailingAllocation> failing;
    // On the thread that makes the calls, behind the response that is lost.
    registry->next("POST", [&](SmallRegistry& self, const HttpRequest& request) {
      HttpExchange lost = SmallRegistry::lose_response(self, request);
      failing.emplace(successes);
      return lost;
    });
    try {
      const ReconciledToken token = create();
      EXPECT_TRUE(is_there(token.id->text()));
    } catch (const std::bad_alloc&) {
    } catch (const UnsettledCreateException&) {
    }
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
