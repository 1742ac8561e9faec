// SPDX-License-Identifier: Apache-2.0
#include "faults/outcome.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;
using testing::Not;

/// With this in the environment every test that calls this fails and shows all that it has, so
/// that the outputs of failing tests can be searched for secrets.
bool all_is_to_be_shown() { return std::getenv("IONOSCLOUD_CR_SHOW_OUTCOMES") != nullptr; }

Outcome seen(const char* name, const std::string& kind, const Exception& exception) {
  const std::string text = exception.what();
  EXPECT_THAT(text, Not(HasSubstr(std::string(secret_marker))));
  EXPECT_TRUE(std::none_of(text.begin(), text.end(), [](unsigned char c) {
    return c < 0x20 || c == 0x7f;
  })) << text;
  if (all_is_to_be_shown()) {
    ADD_FAILURE() << text << '\n'
                  << testing::PrintToString(exception) << '\n'
                  << (exception.salvaged() ? testing::PrintToString(*exception.salvaged()) : "");
  }
  return {std::string(name) + kind, exception.execution(), exception.attempts()};
}

std::string in_brackets(const std::string& text) { return "(" + text + ")"; }

}  // namespace

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  return out << outcome.what << ", " << to_string(outcome.execution) << ", " << outcome.attempts
             << " attempts";
}

Outcome outcome_of(const std::function<void()>& call) {
  try {
    call();
    return success;
  } catch (const ApiException& error) {
    return seen("Api", in_brackets(std::to_string(error.status())), error);
  } catch (const TransportException& error) {
    return seen("Transport", in_brackets(to_string(error.kind())), error);
  } catch (const TimeoutException& error) {
    return seen("Timeout", in_brackets(to_string(error.limit())), error);
  } catch (const CancelledException& error) {
    return seen("Cancelled", "", error);
  } catch (const DecodeException& error) {
    return seen("Decode", "", error);
  } catch (const Exception& error) {
    return seen("another exception: ", error.what(), error);
  }
}

Outcome outcome_of(const TestedOperation& operation, const Tokens& tokens,
                   const CallOptions& options) {
  return outcome_of([&] { operation.call(tokens, options); });
}

int attempts_of(const TestedOperation& operation, Execution execution) {
  return operation.creates() && execution != Execution::none ? 1 : 3;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
