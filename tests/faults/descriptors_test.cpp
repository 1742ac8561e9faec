// SPDX-License-Identifier: Apache-2.0
// A process that may open no more files: nothing is sent, and the exception says so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/no_files_left.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;

class WithoutDescriptors : public testing::TestWithParam<TestedOperation> {
 protected:
  /// What the call says that fails so.
  static std::string message_of(const Tokens& tokens) {
    try {
      GetParam().call(tokens, {});
      return "";
    } catch (const TransportException& error) {
      EXPECT_EQ(error.execution(), Execution::none);
      EXPECT_EQ(error.kind(), TransportError::connect);
      return error.what();
    }
  }

  // Nobody listens there: a server of this process would need descriptors too.
  const Configuration configuration_ = configuration_for("http://127.0.0.1:1");
};

TEST_P(WithoutDescriptors, TheFirstCallOfAClientFails) {
  const NoFilesLeft none;
  const Tokens tokens(configuration_);

  EXPECT_THAT(message_of(tokens), HasSubstr("no file descriptor is left"));
}

TEST_P(WithoutDescriptors, AnotherCallFails) {
  const Tokens tokens(configuration_);
  EXPECT_EQ(outcome_of(GetParam(), tokens).what, "Transport(connect)");
  const NoFilesLeft none;

  EXPECT_THAT(message_of(tokens), HasSubstr("no file descriptor is left"));
}

TEST_P(WithoutDescriptors, ACallIsMadeWhenThereAreSomeAgain) {
  std::optional<NoFilesLeft> none{std::in_place};
  const Tokens tokens(configuration_);
  static_cast<void>(message_of(tokens));
  none.reset();

  EXPECT_THAT(message_of(tokens), Not(HasSubstr("descriptor")));
}

INSTANTIATE_TEST_SUITE_P(Of, WithoutDescriptors, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
