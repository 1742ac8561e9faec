// SPDX-License-Identifier: Apache-2.0
// Fault matrix: heads that are refused, and bodies that are coded. A refusal is told by its status
// all the same, and a created token's password isn't lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/caught.hpp"
#include "support/coded.hpp"
#include "support/libcurl_version.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Head {
  std::string name;
  /// The lines between the status line and the body.
  std::string lines;
  /// From which version of libcurl on the library doesn't see it.
  unsigned int hidden_from = std::numeric_limits<unsigned int>::max();
};

std::string length_line(std::size_t length) {
  return "Content-Length: " + std::to_string(length) + "\r\n";
}

/// Heads for a body of that length, each with something that the library refuses.
std::vector<Head> refused_heads(std::size_t length) {
  const std::string right = length_line(length);
  std::string many_lines;
  for (int i = 0; i < 1000; ++i) many_lines += "A: 1\r\n";
  std::vector<Head> heads = {{"FoldedLine", "A: 1\r\n folded\r\n" + right, libcurl::unfolds_lines},
                             {"SpaceBeforeTheColon", "A : 1\r\n" + right},
                             {"BareCr", "A: 1\rB: 2\r\n" + right, libcurl::refuses_bare_cr},
                             {"TwoLengths", length_line(5) + right, libcurl::refuses_two_lengths},
                             {"ListOfLengths", "Content-Length: " + std::to_string(length) + ", " +
                                                   std::to_string(length) + "\r\n"},
                             {"ManyLines", many_lines + right},
                             {"LongLine", "A: " + std::string(70 * 1024, 'x') + "\r\n" + right},
                             {"UnknownCoding", "Content-Encoding: br\r\n" + right},
                             {"UnknownCodings", "Content-Encoding: gzip, zstd\r\n" + right},
                             {"CodingThatWasNotDone", "Content-Encoding: gzip\r\n" + right}};
  heads.erase(std::remove_if(heads.begin(), heads.end(),
                             [](const Head& head) { return libcurl_is_from(head.hidden_from); }),
              heads.end());
  return heads;
}

std::string response_with(int status, const std::string& lines, const std::string& body) {
  return "HTTP/1.1 " + std::to_string(status) + " Some Words\r\n" + lines + "\r\n" + body;
}

RawServer::Script each_time(const std::string& bytes) {
  return [bytes](RawConnection& client) {
    while (client.read_request()) client.send(bytes);
  };
}

TEST(RefusedHead, LeavesARefusalItsStatus) {
  const std::string body = R"({"messages":[{"errorCode":"x","message":"because"}]})";
  for (const int status : {401, 404, 409, 422, 503}) {
    for (const Head& head : refused_heads(body.size())) {
      RawServer server(each_time(response_with(status, head.lines, body)));
      Configuration configuration = configuration_for(server.url());
      configuration.retry = RetryPolicy::none();
      const Tokens tokens(configuration);
      for (const TestedOperation& operation : tested_operations()) {
        const auto error = caught<ApiException>([&] { operation.call(tokens, {}); });

        EXPECT_EQ(error.status(), status) << head.name << " " << operation.name;
        EXPECT_EQ(error.execution(), status < 500 ? Execution::none : Execution::unknown);
        ASSERT_EQ(error.messages().size(), 1U) << head.name << " " << operation.name;
        EXPECT_EQ(error.messages()[0].message, "because");
      }
    }
  }
}

TEST(RefusedHead, IsToldByItsStatusHoweverMuchOfItComes) {
  for (const std::string& bytes :
       {std::string("HTTP/1.1 409 Conflict\r\n"), std::string("HTTP/1.1 409 Conflict\r\nA: 1\r\n"),
        std::string("HTTP/1.1 409 Conflict\r\nContent-Length: five\r\n\r\n"),
        std::string("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\nContent-Length: 1\r\n\r\n"),
        std::string("HTTP/1.1 409 Conflict\r\nA: 1\rB: 2\r\n\r\n"),
        std::string("HTTP/1.1 409 Conflict\r\nno colon\r\n\r\n"),
        std::string("HTTP/1.1 409 Conflict\r\nContent-Length: 10\r\n\r\nshort")}) {
    RawServer server([&](RawConnection& client) {
      client.read_request();
      client.send(bytes);
    });
    const Tokens tokens = tokens_at(server.url());
    for (const TestedOperation& operation : tested_operations()) {
      EXPECT_EQ(outcome_of(operation, tokens), (Outcome{"Api(409)", Execution::none, 1})) << bytes;
    }
  }
}

/// The calls that create a token, in both forms.
std::vector<TestedOperation> creating_operations() {
  std::vector<TestedOperation> creating;
  for (const TestedOperation& operation : tested_operations()) {
    if (operation.creates()) creating.push_back(operation);
  }
  return creating;
}

TEST(FoldedLine, IsRefusedUnlessLibcurlJoinsIt) {
  RawServer server([](RawConnection& client) {
    while (const auto request = client.read_request()) {
      std::string whole = healthy_response(*request);
      client.send(whole.insert(whole.find("\r\n"), "\r\nA: 1\r\n folded"));
    }
  });
  const Outcome refused = {"Transport(protocol)", Execution::unknown, 3};

  EXPECT_EQ(outcome_of(find_and_post()[0], tokens_at(server.url())),
            libcurl_is_from(libcurl::unfolds_lines) ? success : refused);
}

TEST(RefusedHead, LosesNoPassword) {
  const std::string body = created_token();
  for (const Head& head : refused_heads(body.size())) {
    RawServer server(each_time(response_with(201, head.lines, body)));
    const Tokens tokens = tokens_at(server.url());
    for (const TestedOperation& operation : creating_operations()) {
      const auto error = caught<DecodeException>([&] { operation.call(tokens, {}); });

      EXPECT_EQ(error.status(), 201) << head.name << " " << operation.name;
      EXPECT_EQ(error.execution(), Execution::executed);
      ASSERT_NE(error.salvaged(), nullptr) << head.name << " " << operation.name;
      EXPECT_TRUE(error.salvaged()->password_complete);
      EXPECT_TRUE(error.salvaged()->id_complete);
    }
  }
}

TEST(RefusedHead, EndsItsConnection) {
  const std::string body = created_token();
  for (const Head& head : refused_heads(body.size())) {
    if (head.name == "CodingThatWasNotDone") continue;  // It says where it ends.
    for (const int status : {201, 409}) {
      RawServer server(each_time(response_with(status, head.lines, body)));
      const Tokens tokens = tokens_at(server.url());
      for (int i = 0; i < 2; ++i) (void)outcome_of(creating_operations()[0], tokens);

      EXPECT_EQ(server.connections(), 2U) << head.name;
    }
  }
}

TEST(RefusedHead, WhoseBodyNeverEndsIsReadUntilTheTimeRunsOut) {
  const std::string body = created_token();
  RawServer server([&](RawConnection& client) {
    client.read_request();
    client.send(response_with(201, "A : 1\r\n", body));
    client.wait_for_close();
  });
  Configuration configuration = configuration_for(server.url());
  configuration.timeouts.attempt = std::chrono::milliseconds(500);
  const Tokens tokens(configuration);

  const auto error = caught<DecodeException>([&] { creating_operations()[0].call(tokens, {}); });

  ASSERT_NE(error.salvaged(), nullptr);
  EXPECT_TRUE(error.salvaged()->password_complete);
}

TEST(RefusedHead, OfARefusalWhoseBodyStallsIsToldByItsStatus) {
  RawServer server([&](RawConnection& client) {
    client.read_request();
    client.send("HTTP/1.1 409 Conflict\r\nContent-Length: 10\r\n\r\nshort");
    client.wait_for_close();
  });
  Configuration configuration = configuration_for(server.url());
  configuration.timeouts.attempt = std::chrono::milliseconds(500);
  const Tokens tokens(configuration);
  for (const TestedOperation& operation : find_and_post()) {
    EXPECT_EQ(outcome_of(operation, tokens), (Outcome{"Api(409)", Execution::none, 1}));
  }
}

/// A healthy service behind a gateway that codes what it passes on.
RawServer::Script coding_gateway(const std::string& value,
                                 const std::function<std::string(std::string_view)>& code) {
  return [=](RawConnection& client) {
    while (const auto request = client.read_request()) {
      const std::string whole = healthy_response(*request);
      const std::size_t end = whole.find("\r\n\r\n") + 4;
      const std::string body = whole.substr(end);
      const int status = std::stoi(whole.substr(9, 3));
      client.send(raw_response(status, body.empty() ? "" : code(body),
                               "Content-Encoding: " + value + "\r\n"));
    }
  };
}

TEST(CodedBody, IsReadByAllOperations) {
  const auto plain = [](std::string_view text) { return std::string(text); };
  const auto twice = [](std::string_view text) { return gzipped(gzipped(text)); };
  const std::vector<std::pair<std::string, RawServer::Script>> gateways = {
      {"gzip", coding_gateway("gzip", gzipped)},
      {"x-gzip", coding_gateway("X-GZip", gzipped)},
      {"deflate", coding_gateway("deflate", deflated)},
      {"bare deflate", coding_gateway("deflate", deflated_bare)},
      {"gzip twice", coding_gateway("gzip, gzip", twice)},
      {"identity", coding_gateway("identity", plain)},
      {"utf-8", coding_gateway("utf-8", plain)},
      {"none", coding_gateway("none", plain)},
      {"nothing", coding_gateway("", plain)},
      {"aws-chunked", coding_gateway("aws-chunked", plain)}};
  for (const auto& [name, gateway] : gateways) {
    RawServer server(gateway);
    const Tokens tokens = tokens_at(server.url());
    for (const TestedOperation& operation : tested_operations()) {
      EXPECT_EQ(outcome_of(operation, tokens), success) << name << " " << operation.name;
    }
  }
}

TEST(CodedBody, IsNotAskedFor) {
  RawServer server(serve);
  const Tokens tokens = tokens_at(server.url());
  for (const TestedOperation& operation : tested_operations()) operation.call(tokens, {});

  for (const std::string& request : server.requests()) {
    EXPECT_EQ(header_of(request, "Accept-Encoding"), "identity");
  }
}

TEST(CodedBody, OfARefusalIsShown) {
  const std::string body = R"({"messages":[{"errorCode":"x","message":"because"}]})";
  RawServer server(each_time(raw_response(409, gzipped(body), "Content-Encoding: gzip\r\n")));
  const Tokens tokens = tokens_at(server.url());

  const auto error = caught<ConflictException>([&] { creating_operations()[0].call(tokens, {}); });

  EXPECT_EQ(error.body(), body);
  EXPECT_EQ(error.messages().size(), 1U);
}

TEST(CodedBody, ThatIsDamagedLosesNoPasswordThatStandsBefore) {
  const std::string coded = gzipped(created_token() + std::string(100'000, ' '));
  RawServer server(each_time(
      raw_response(201, coded.substr(0, coded.size() - 8), "Content-Encoding: gzip\r\n")));
  const Tokens tokens = tokens_at(server.url());
  for (const TestedOperation& operation : creating_operations()) {
    const auto error = caught<DecodeException>([&] { operation.call(tokens, {}); });

    ASSERT_NE(error.salvaged(), nullptr);
    EXPECT_TRUE(error.salvaged()->password_complete);
  }
}

TEST(CodedBody, GrowsToTheLimitAndNoFurther) {
  const std::string bomb = gzipped(std::string(10'000'000, ' '));
  RawServer server(each_time(raw_response(200, bomb, "Content-Encoding: gzip\r\n")));
  Configuration configuration = configuration_for(server.url());
  configuration.limits.body_bytes = 1'000'000;
  const Tokens tokens(configuration);

  for (const TestedOperation& operation : find_and_post()) {
    const std::string expected = operation.creates() ? "Decode" : "Transport(too_large)";
    EXPECT_EQ(outcome_of(operation, tokens), (Outcome{expected, Execution::executed, 1}));
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
