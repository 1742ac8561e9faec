// SPDX-License-Identifier: Apache-2.0
#include "curl/answer_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "http/body_buffer.hpp"
#include "support/coded.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Reads one answer that is given line by line.
class AnswerReading : public testing::Test {
 protected:
  void begin(HttpMethod method = HttpMethod::get) { reader_.begin(method, limits_); }

  /// Stops at the line that is refused, as libcurl does. Returns whether there was none.
  bool read(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      if (!reader_.read_line(line + "\r\n")) return false;
    }
    return true;
  }

  std::optional<TransportError> error() const {
    if (!reader_.fault()) return std::nullopt;
    return reader_.fault()->error;
  }

  Limits limits_;
  AnswerReader reader_;
};

TEST_F(AnswerReading, TakesStatusHeadersAndBody) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Type:  text/plain \t", "Empty:", ""});
  const bool body = reader_.read_body("hel") && reader_.read_body("lo");
  const HttpResponse response = reader_.take();

  EXPECT_TRUE(head && body);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.get("content-type"), "text/plain");
  EXPECT_EQ(response.headers.get("Empty"), "");
  EXPECT_EQ(response.body, "hello");
}

TEST_F(AnswerReading, KeepsTheHeadersOfTheFinalAnswerAlone) {
  begin();

  const bool head = read({"HTTP/1.1 103 Early Hints", "Link: </x>", "Content-Length: 7", "",
                          "HTTP/1.1 200 OK", "Content-Length: 0", ""});
  const HttpResponse response = reader_.take();

  EXPECT_TRUE(head);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers.get("Content-Length"), "0");
}

TEST_F(AnswerReading, LeavesOutTrailers) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""}));

  const bool trailers = read({"Digest: x", ""});

  EXPECT_TRUE(trailers);
  EXPECT_EQ(reader_.take().headers.count("Digest"), 0U);
}

TEST_F(AnswerReading, KnowsWhenAnAnswerHasBegun) {
  begin();
  EXPECT_FALSE(reader_.begun());

  EXPECT_TRUE(read({"HTTP/1.1 200 OK"}));

  EXPECT_TRUE(reader_.begun());
}

TEST_F(AnswerReading, KeepsNothingOfTheAnswerBefore) {
  begin();
  EXPECT_FALSE(read({"HTTP/1.1 200 OK", "Content-Length: 7", "Content-Length: 8"}));

  begin();
  const bool head = read({"HTTP/1.1 204 No Content", ""});
  const HttpResponse response = reader_.take();

  EXPECT_TRUE(head);
  EXPECT_EQ(error(), std::nullopt);
  EXPECT_TRUE(response.headers.empty());
}

TEST_F(AnswerReading, CallsAHeadThatIsCutOffBroken) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 0"}));

  reader_.end();

  EXPECT_EQ(error(), TransportError::receive);
}

TEST_F(AnswerReading, FindsNoFaultInAHeadThatIsComplete) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 0", ""}));

  reader_.end();

  EXPECT_EQ(error(), std::nullopt);
}

class RefusedHead : public AnswerReading, public testing::WithParamInterface<const char*> {};

TEST_P(RefusedHead, IsAProtocolError) {
  begin();
  std::vector<std::string> lines{"HTTP/1.1 200 OK"};
  std::string line;
  for (const char c : std::string(GetParam())) {
    if (c == '|') {
      lines.push_back(line);
      line.clear();
    } else {
      line += c;
    }
  }
  lines.push_back(line);
  lines.emplace_back("");

  const bool read_all = read(lines);

  EXPECT_FALSE(read_all);
  EXPECT_EQ(error(), TransportError::protocol);
}

INSTANTIATE_TEST_SUITE_P(
    Of, RefusedHead,
    testing::Values("Content-Length: 5|Content-Length: 6", "Content-Length: 5, 5",
                    "Content-Length: -1", "Content-Length: +5", "Content-Length: 0x5",
                    "Content-Length: five", "Content-Length:", "Content-Length: 5 5",
                    "Content-Length: 5|Transfer-Encoding: chunked",
                    "Transfer-Encoding: chunked|Content-Length: 5", "Transfer-Encoding: gzip",
                    "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity",
                    "Transfer-Encoding: chunked|Transfer-Encoding: chunked", "Content-Encoding: br",
                    "Content-Encoding: identity, br", "no colon", ": no name", "Name : 1",
                    "Na me: 1", "Name: 1| folded", "Name: 1|\tfolded", "Name: a\rb: c",
                    "N\303\204me: 1"));

TEST_F(AnswerReading, RefusesANulInAHeader) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", std::string("Name: a\0b", 9)});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::protocol);
}

class RefusedStatusLine : public AnswerReading, public testing::WithParamInterface<const char*> {};

TEST_P(RefusedStatusLine, IsAProtocolError) {
  begin();

  const bool read_line = read({GetParam()});

  EXPECT_FALSE(read_line);
  EXPECT_EQ(error(), TransportError::protocol);
}

INSTANTIATE_TEST_SUITE_P(Of, RefusedStatusLine,
                         testing::Values("HTTP/1.1", "HTTP/1.1 20", "HTTP/1.1 2000 OK",
                                         "HTTP/1.1 2x0 OK", "HTTP/1.1 099 OK", "HTTP/1.1  200 OK",
                                         "HTTP/2 200 OK", "HTTP/1.1 200\tOK", "http/1.1 200 OK",
                                         " HTTP/1.1 200 OK", "HTTP/1.1 200 O\rK"));

class AcceptedStatusLine : public AnswerReading,
                           public testing::WithParamInterface<std::pair<const char*, int>> {};

TEST_P(AcceptedStatusLine, GivesTheStatus) {
  begin();

  const bool head = read({GetParam().first, ""});

  EXPECT_TRUE(head);
  EXPECT_EQ(reader_.take().status, GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(Of, AcceptedStatusLine,
                         testing::Values(std::pair("HTTP/1.1 200", 200),
                                         std::pair("HTTP/1.0 404 ", 404),
                                         std::pair("HTTP/1.1 599 Custom Words", 599),
                                         std::pair("HTTP/1.1 600 Odd", 600)));

TEST_F(AnswerReading, TakesTheSameContentLengthTwice) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 5", "Content-Length: 05", ""});

  EXPECT_TRUE(head);
}

TEST_F(AnswerReading, TakesAnEncodingThatChangesNothing) {
  for (const char* value : {"Identity", "utf-8", "none", "", "aws-chunked"}) {
    begin();

    const bool head = read({"HTTP/1.1 200 OK", std::string("Content-Encoding: ") + value, ""});

    EXPECT_TRUE(head) << value;
  }
}

TEST_F(AnswerReading, InflatesTheBody) {
  begin();
  ASSERT_TRUE(
      read({"HTTP/1.1 200 OK", "Content-Encoding: deflate", "content-encoding: x-gzip", ""}));
  const std::string coded = gzipped(deflated("hello"));
  for (const char byte : coded) ASSERT_TRUE(reader_.read_body(std::string_view(&byte, 1)));

  reader_.end();

  EXPECT_EQ(error(), std::nullopt);
  EXPECT_EQ(reader_.take().body, "hello");
}

TEST_F(AnswerReading, RefusesABodyThatIsNotCodedAsItsHeadSays) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  ASSERT_TRUE(reader_.read_body("{}"));

  reader_.end();

  EXPECT_EQ(error(), TransportError::protocol);
  EXPECT_EQ(reader_.take().body, "{}");
}

TEST_F(AnswerReading, RefusesABodyThatIsInflatedBeyondTheLimit) {
  limits_.body_bytes = 1000;
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  ASSERT_TRUE(reader_.read_body(gzipped(std::string(1001, 'x'))));

  reader_.end();

  EXPECT_EQ(error(), TransportError::too_large);
  EXPECT_EQ(reader_.take().body, std::string(1000, 'x'));
}

TEST_F(AnswerReading, InflatesWhatCameOfABodyThatBrokeOff) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  const std::string text(100, 'x');
  const std::string coded = gzipped(text);
  ASSERT_TRUE(reader_.read_body(std::string_view(coded).substr(0, coded.size() - 8)));

  EXPECT_EQ(reader_.take().body, text);
}

/// Heads with something wrong, behind which the rest of a response can still be read.
const std::vector<std::vector<std::string>> faulty_heads = {
    {"A: 1", " folded"},
    {"no colon"},
    {"A : 1"},
    {"A: b\rc"},
    {"Content-Length: 5", "Content-Length: 6"},
    {"Content-Length: 5, 5"},
    {"Content-Length: +5"},
    {"Content-Length: five"},
    {"Content-Length: 99999999999999999999"},
    {"Content-Length: 5", "Transfer-Encoding: chunked"},
    {"Transfer-Encoding: gzip, chunked"},
    {"Content-Encoding: br"},
    {"Content-Encoding: gzip, zstd"},
    std::vector<std::string>(300, "A: 1"),
    {"A: " + std::string(70'000, 'x')}};

TEST_F(AnswerReading, GoesOnBehindAFaultWhereThereMayBeAPassword) {
  for (const HttpMethod method : {HttpMethod::post, HttpMethod::put}) {
    for (const auto& lines : faulty_heads) {
      begin(method);

      EXPECT_TRUE(read({"HTTP/1.1 201 Created"}) && read(lines) && read({""})) << lines[0];
      EXPECT_TRUE(reader_.read_body("hello"));
      reader_.end();

      EXPECT_TRUE(error()) << lines[0];
      EXPECT_FALSE(reader_.tells_refusal());
      const HttpResponse response = reader_.take();
      EXPECT_EQ(response.status, 201);
      EXPECT_EQ(response.body, "hello");
      EXPECT_LE(response.headers.size(), limits_.header_lines);
    }
  }
}

TEST_F(AnswerReading, GoesOnBehindAFaultOfARefusal) {
  for (const HttpMethod method : {HttpMethod::get, HttpMethod::post, HttpMethod::del}) {
    for (const auto& lines : faulty_heads) {
      begin(method);

      EXPECT_TRUE(read({"HTTP/1.1 409 Conflict", "Retry-After: 7"}) && read(lines) && read({""}))
          << lines[0];
      EXPECT_TRUE(reader_.read_body("hello"));
      reader_.end();

      EXPECT_TRUE(reader_.tells_refusal());
      const HttpResponse response = reader_.take();
      EXPECT_EQ(response.status, 409);
      EXPECT_EQ(response.headers.get("Retry-After"), "7");
      EXPECT_EQ(response.body, "hello");
    }
  }
}

TEST_F(AnswerReading, StopsAtAFaultWhereNothingIsToBeSaved) {
  for (const HttpMethod method : {HttpMethod::get, HttpMethod::patch, HttpMethod::del}) {
    for (const auto& lines : faulty_heads) {
      begin(method);

      EXPECT_FALSE(read({"HTTP/1.1 200 OK"}) && read(lines) && read({""})) << lines[0];
    }
  }
}

TEST_F(AnswerReading, GoesOnToAPasswordBehindTooManyInterimAnswers) {
  begin(HttpMethod::post);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(read({"HTTP/1.1 103 Hints", "A: 1", ""}));

  EXPECT_TRUE(read({"HTTP/1.1 201 Created", ""}) && reader_.read_body("hello"));

  EXPECT_EQ(error(), TransportError::too_large);
  EXPECT_EQ(reader_.take().body, "hello");
}

TEST_F(AnswerReading, StopsInAHeadThatNeverEnds) {
  limits_.body_bytes = 1000;
  begin(HttpMethod::post);
  EXPECT_TRUE(read({"HTTP/1.1 201 Created"}));
  const std::string line(600, 'a');
  std::size_t lines = 0;
  while (lines < 1000 && read({"A: " + line})) ++lines;

  EXPECT_LT(lines, 120U);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, TellsARefusalWhoseHeadIsCutOff) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 404 Not Found"}));

  reader_.end();

  EXPECT_TRUE(reader_.tells_refusal());
  EXPECT_EQ(reader_.take().status, 404);
}

TEST_F(AnswerReading, TellsNoRefusalBeforeTheFinalStatus) {
  begin();
  EXPECT_FALSE(reader_.tells_refusal());
  EXPECT_TRUE(read({"HTTP/1.1 103 Hints", ""}));
  EXPECT_FALSE(reader_.tells_refusal());
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", ""}));
  EXPECT_FALSE(reader_.tells_refusal());
}

TEST_F(AnswerReading, RefusesToSwitchProtocols) {
  begin();

  const bool head = read({"HTTP/1.1 101 Switching Protocols", "Upgrade: x", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::protocol);
}

TEST_F(AnswerReading, AllowsSixteenInterimAnswers) {
  begin();
  for (int i = 0; i < 16; ++i) EXPECT_TRUE(read({"HTTP/1.1 100 Continue", ""}));

  const bool one_more = read({"HTTP/1.1 100 Continue", ""});

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, AllowsAsManyHeaderLinesAsTheLimit) {
  limits_.header_lines = 2;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "A: 1", "B: 2", ""}));

  const bool trailer = read({"C: 3"});

  EXPECT_FALSE(trailer);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, CountsTheHeaderLinesOfInterimAnswers) {
  limits_.header_lines = 2;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 103 Hints", "A: 1", "B: 2", "", "HTTP/1.1 200 OK"}));

  const bool one_more = read({"C: 3"});

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, AllowsAsManyHeaderBytesAsTheLimit) {
  const std::string line = "HTTP/1.1 200 OK";
  limits_.header_bytes = line.size() + 2 + 2;
  begin();
  EXPECT_TRUE(read({line, ""}));

  const bool one_more = reader_.read_line("\n");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, CountsTheLinesOfAProxy) {
  limits_.header_lines = 1;
  begin();
  EXPECT_TRUE(reader_.read_proxy_line("HTTP/1.1 200 Connection established\r\n"));

  const bool one_more = reader_.read_proxy_line("Via: x\r\n");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, RefusesABodyBeyondTheLimitByItsLengthAlone) {
  limits_.body_bytes = 4;
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 5", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, RefusesALengthThatFitsNoInteger) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 99999999999999999999999", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, AllowsABodyAsLargeAsTheLimit) {
  limits_.body_bytes = 4;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", ""}));
  EXPECT_TRUE(reader_.read_body("1234"));

  const bool one_more = reader_.read_body("5");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(AnswerReading, IgnoresTheLengthOfABodyThatHeadDoesNotBring) {
  limits_.body_bytes = 4;
  begin(HttpMethod::head);

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 500", ""});

  EXPECT_TRUE(head);
}

TEST_F(AnswerReading, LeavesRoomForTheParserBehindTheBody) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 5000", ""}));
  EXPECT_TRUE(reader_.read_body(std::string(5000, 'x')));

  const std::string body = reader_.take().body;

  EXPECT_GE(body.capacity(), body.size() + body_padding);
}

TEST_F(AnswerReading, LeavesRoomBehindABodyOfUnknownLength) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""}));
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(reader_.read_body(std::string(77, 'x')));

  const std::string body = reader_.take().body;

  EXPECT_EQ(body, std::string(7700, 'x'));
  EXPECT_GE(body.capacity(), body.size() + body_padding);
}

TEST_F(AnswerReading, BelievesALengthOnlyUpToAMebibyte) {
  limits_.body_bytes = std::size_t{1} << 40;
  begin();

  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 1000000000000", ""}));

  EXPECT_LE(reader_.take().body.capacity(), std::size_t{2} << 20);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
