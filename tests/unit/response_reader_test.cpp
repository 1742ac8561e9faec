// SPDX-License-Identifier: Apache-2.0
#include "curl/response_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/coded.hpp"
#include "support/response_reading.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST_F(ResponseReading, TakesStatusHeadersAndBody) {
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

TEST_F(ResponseReading, KeepsTheHeadersOfTheFinalResponseAlone) {
  begin();

  const bool head = read({"HTTP/1.1 103 Early Hints", "Link: </x>", "Content-Length: 7", "",
                          "HTTP/1.1 200 OK", "Content-Length: 0", ""});
  const HttpResponse response = reader_.take();

  EXPECT_TRUE(head);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers.get("Content-Length"), "0");
}

TEST_F(ResponseReading, LeavesOutTrailers) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""}));

  const bool trailers = read({"Digest: x", ""});

  EXPECT_TRUE(trailers);
  EXPECT_EQ(reader_.take().headers.count("Digest"), 0U);
}

TEST_F(ResponseReading, KnowsWhenAResponseHasBegun) {
  begin();
  EXPECT_FALSE(reader_.begun());

  EXPECT_TRUE(read({"HTTP/1.1 200 OK"}));

  EXPECT_TRUE(reader_.begun());
}

TEST_F(ResponseReading, KeepsNothingOfTheResponseBefore) {
  begin();
  EXPECT_FALSE(read({"HTTP/1.1 200 OK", "Content-Length: 7", "Content-Length: 8"}));

  begin();
  const bool head = read({"HTTP/1.1 204 No Content", ""});
  const HttpResponse response = reader_.take();

  EXPECT_TRUE(head);
  EXPECT_EQ(error(), std::nullopt);
  EXPECT_TRUE(response.headers.empty());
}

TEST_F(ResponseReading, CallsAHeadThatIsCutOffBroken) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 0"}));

  reader_.end();

  EXPECT_EQ(error(), TransportError::receive);
}

TEST_F(ResponseReading, FindsNoFaultInAHeadThatIsComplete) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 0", ""}));

  reader_.end();

  EXPECT_EQ(error(), std::nullopt);
}

class RefusedHead : public ResponseReading, public testing::WithParamInterface<const char*> {};

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

TEST_F(ResponseReading, RefusesANulInAHeader) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", std::string("Name: a\0b", 9)});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::protocol);
}

class RefusedStatusLine : public ResponseReading,
                          public testing::WithParamInterface<const char*> {};

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

class AcceptedStatusLine : public ResponseReading,
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

TEST_F(ResponseReading, TakesTheSameContentLengthTwice) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 5", "Content-Length: 05", ""});

  EXPECT_TRUE(head);
}

TEST_F(ResponseReading, TakesAnEncodingThatChangesNothing) {
  for (const char* value : {"Identity", "utf-8", "none", "", "aws-chunked"}) {
    begin();

    const bool head = read({"HTTP/1.1 200 OK", std::string("Content-Encoding: ") + value, ""});

    EXPECT_TRUE(head) << value;
  }
}

TEST_F(ResponseReading, InflatesTheBody) {
  begin();
  ASSERT_TRUE(
      read({"HTTP/1.1 200 OK", "Content-Encoding: deflate", "content-encoding: x-gzip", ""}));
  const std::string coded = gzipped(deflated("hello"));
  for (const char byte : coded) ASSERT_TRUE(reader_.read_body(std::string_view(&byte, 1)));

  reader_.end();

  EXPECT_EQ(error(), std::nullopt);
  EXPECT_EQ(reader_.take().body, "hello");
}

TEST_F(ResponseReading, RefusesABodyThatIsNotCodedAsItsHeadSays) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  ASSERT_TRUE(reader_.read_body("{}"));

  reader_.end();

  EXPECT_EQ(error(), TransportError::protocol);
  EXPECT_EQ(reader_.take().body, "{}");
}

TEST_F(ResponseReading, InflatesWhatCameOfABodyThatBrokeOff) {
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  const std::string text(100, 'x');
  const std::string coded = gzipped(text);
  ASSERT_TRUE(reader_.read_body(std::string_view(coded).substr(0, coded.size() - 8)));

  EXPECT_EQ(reader_.take().body, text);
}

TEST_F(ResponseReading, RefusesToSwitchProtocols) {
  begin();

  const bool head = read({"HTTP/1.1 101 Switching Protocols", "Upgrade: x", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::protocol);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
