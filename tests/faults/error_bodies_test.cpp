// SPDX-License-Identifier: Apache-2.0
// Fault matrix: the bodies of errors. The class of the exception is that of the status, whatever
// the body is.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/caught.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct ErrorBody {
  std::string name;
  std::string body;
  /// The first complaint that can be read; empty for none.
  std::string message;

  friend std::ostream& operator<<(std::ostream& out, const ErrorBody& row) {
    return out << row.name;
  }
};

std::vector<ErrorBody> error_bodies() {
  return {
      {"Documented",
       R"({"httpStatus":409,"messages":[{"errorCode":"taken","message":"the name is in use"}]})",
       "the name is in use"},
      {"MessagesNull", R"({"httpStatus":409,"messages":null})", ""},
      {"MessagesAbsent", R"({"httpStatus":409})", ""},
      {"MessagesOneText", R"({"httpStatus":409,"messages":"the name is in use"})",
       "the name is in use"},
      {"OfAGateway", R"({"msg":"no route"})", "no route"},
      {"Html", "<html><title>Conflict</title></html>", "Conflict"},
      {"HtmlWithoutATitle", "<html><body>Conflict</body></html>", ""},
      {"Text", "the name is in use\r\nby another", "the name is in use"},
      {"TextHoldingTheToken", "hunter2-token is no good", "[redacted] is no good"},
      {"ProblemDetails", R"({"title":"Conflict","status":409,"detail":"the name is in use"})",
       "Conflict: the name is in use"},
      {"Empty", "", ""},
      {"Binary", std::string("\x00\x01\x7f\x80\xff", 5), ""},
      {"SixteenMebibytes", std::string(16 * 1024 * 1024, 'x'), ""},
      {"InvalidUtf8", "{\"messages\":[{\"message\":\"\xff\xfe\"}]}", ""},
      {"Deep", std::string(100'000, '['), ""},
      {"HoldingTheToken", R"({"messages":[{"message":"hunter2-token is no good"}]})",
       "[redacted] is no good"},
      {"HoldingLineBreaks", R"({"messages":[{"message":"a\r\nb\u0000c\u001b[31m"}]})",
       std::string("a\r\nb\0c\x1b[31m", 11)},
  };
}

class ErrorBodyOf : public testing::TestWithParam<ErrorBody> {
 protected:
  ConflictException conflict(const RawServer& server) const {
    return caught<ConflictException>([&] {
      static_cast<void>(tokens_at(server.url()).waiting.registries_tokens_find_by_id("reg", "tok"));
    });
  }

  static RawServer::Script responding(const std::string& body) {
    return [body](RawConnection& client) {
      while (client.read_request()) client.send(raw_response(409, body));
    };
  }
};

TEST_P(ErrorBodyOf, AnyKindIsKeptWholeButForTheLogin) {
  const RawServer server(responding(GetParam().body));
  std::string kept = GetParam().body;
  const std::string token = "hunter2-token";
  if (kept.find(token) != kept.npos) kept.replace(kept.find(token), token.size(), "[redacted]");

  // Not by EXPECT_EQ, which would print 16 MiB.
  EXPECT_TRUE(conflict(server).body() == kept);
}

TEST_P(ErrorBodyOf, AnyKindIsReadAsFarAsItCanBe) {
  const RawServer server(responding(GetParam().body));

  const ConflictException error = conflict(server);

  EXPECT_EQ(error.messages().empty() ? "" : error.messages()[0].message, GetParam().message);
}

TEST_P(ErrorBodyOf, AnyKindLeavesTheLineClean) {
  const RawServer server(responding(GetParam().body));

  for (const TestedOperation& operation : tested_operations()) {
    const Outcome outcome = outcome_of(operation, tokens_at(server.url()));

    EXPECT_EQ(outcome, (Outcome{"Api(409)", Execution::none, 1})) << operation;
  }
}

INSTANTIATE_TEST_SUITE_P(With, ErrorBodyOf, testing::ValuesIn(error_bodies()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
