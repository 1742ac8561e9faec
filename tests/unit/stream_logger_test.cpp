// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <clocale>
#include <locale>
#include <memory>
#include <sstream>
#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>

#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class StreamLog : public ::testing::Test {
 protected:
  TokensApi tokens(LogLevel level) {
    Configuration configuration;
    configuration.token = "hunter2-token";
    configuration.transport = transport_;
    configuration.retry.base_delay = std::chrono::milliseconds(0);
    configuration.observer = std::make_shared<StreamLogger>(out_, level);
    return TokensApi(ApiClient(configuration));
  }

  /// Creates a token, and gets one that doesn't exist.
  void make_calls(LogLevel level) {
    const TokensApi api = tokens(level);
    transport_->respond(201, token_json("tok-7", "ci-pull", "hunter2-password").dump());
    PostTokenInput input;
    input.properties.name = "ci-pull";
    static_cast<void>(api.registries_tokens_post("reg-7", input));
    transport_->respond(503, "hunter2-token is no good", {{"X-RequestId", "id\r\n7"}});
    transport_->respond(404);
    EXPECT_THROW(static_cast<void>(api.registries_tokens_find_by_id("reg-7", "tok-7")),
                 NotFoundException);
  }

  std::string text() const { return out_.str(); }

  std::ostringstream out_;
  const std::shared_ptr<testing::FakeTransport> transport_ =
      std::make_shared<testing::FakeTransport>();
};

TEST_F(StreamLog, IsSilentWhenOff) {
  make_calls(LogLevel::off);

  EXPECT_EQ(text(), "");
}

TEST_F(StreamLog, HasALineForEachCall) {
  make_calls(LogLevel::debug);

  EXPECT_THAT(text(), HasSubstr("Z registries_tokens_post #1: 201 after "));
  EXPECT_THAT(text(), HasSubstr(" registries_tokens_find_by_id #2: 404 after "));
}

TEST_F(StreamLog, SaysWhatMayHaveBeenExecutedWhenACallFails) {
  make_calls(LogLevel::debug);

  EXPECT_THAT(text(), HasSubstr("2 attempts, perhaps executed\n"));
}

TEST_F(StreamLog, HasALineForEachAttemptThatFailed) {
  make_calls(LogLevel::debug);

  EXPECT_THAT(text(), HasSubstr(" #2 attempt 1: 503 after "));
  EXPECT_THAT(text(), HasSubstr(", again in 0 ms, request id\\x0d\\x0a7\n"));
  EXPECT_THAT(text(), Not(HasSubstr("#1 attempt")));
}

TEST_F(StreamLog, HasALineForEachEventWhenItTraces) {
  make_calls(LogLevel::trace);

  EXPECT_THAT(text(), HasSubstr("#1: POST /registries/{registryId}/tokens\n"));
  EXPECT_THAT(text(), HasSubstr("#1 attempt 1: 201 after "));
  EXPECT_THAT(text(), HasSubstr(" bytes sent, "));
}

TEST_F(StreamLog, HoldsNoSecretAndNoId) {
  make_calls(LogLevel::trace);

  for (const char* hidden : {"hunter2", "reg-7", "tok-7", "ci-pull"}) {
    EXPECT_THAT(text(), Not(HasSubstr(hidden)));
  }
}

/// Numbers in the German format.
struct Grouping : std::numpunct<char> {
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
  char do_decimal_point() const override { return ','; }
};

/// Sets the locale of C and C++ during its lifetime.
class LocalNumbers {
 public:
  LocalNumbers() : before_(std::locale::global(std::locale(std::locale::classic(), new Grouping))) {
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "nl_NL.UTF-8"}) {
      if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
    }
  }
  LocalNumbers(const LocalNumbers&) = delete;
  LocalNumbers& operator=(const LocalNumbers&) = delete;
  ~LocalNumbers() {
    std::setlocale(LC_NUMERIC, "C");
    std::locale::global(before_);
  }

 private:
  const std::locale before_;
};

TEST_F(StreamLog, HasTheSameNumbersInEachLocale) {
  const LocalNumbers numbers;
  out_.imbue(std::locale());
  out_.width(500);
  StreamLogger logger(out_, LogLevel::trace);
  AttemptFinished event{};
  event.call.operation = "registries_tokens_get";
  event.call.number = 1234567;
  event.status = 200;
  event.elapsed = std::chrono::microseconds(1234567890);
  event.response_bytes = 7654321;
  event.phases = ExchangePhases{};

  logger.on_attempt_finished(event);

  EXPECT_THAT(text(),
              HasSubstr("Z registries_tokens_get #1234567 attempt 0: 200 after 1234567.9 ms, "
                        "0 bytes sent, 7654321 received (DNS lookup 0.0 ms, "));
  EXPECT_EQ(text().find("  "), std::string::npos);
}

TEST_F(StreamLog, NeverFailsACall) {
  out_.exceptions(std::ios::badbit);
  const TokensApi api = tokens(LogLevel::trace);
  transport_->respond(204);
  try {
    out_.setstate(std::ios::badbit);
  } catch (const std::ios::failure&) {
  }

  EXPECT_NO_THROW(api.registries_tokens_delete("reg-7", "tok-7"));
}

TEST(LogLevelNames, AreReadInAnyCase) {
  EXPECT_EQ(parse_log_level("off"), LogLevel::off);
  EXPECT_EQ(parse_log_level("Debug"), LogLevel::debug);
  EXPECT_EQ(parse_log_level("TRACE"), LogLevel::trace);
}

TEST(LogLevelNames, AreReadWithSpaceAndQuotesAroundThem) {
  EXPECT_EQ(parse_log_level(" debug\r\n"), LogLevel::debug);
  EXPECT_EQ(parse_log_level("'trace'"), LogLevel::trace);
}

TEST(LogLevelNames, HaveNoOtherValues) {
  for (const char* text : {"", "info", "de bug", "2"}) {
    EXPECT_EQ(parse_log_level(text), std::nullopt);
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
