// SPDX-License-Identifier: Apache-2.0
// How much of a response is read, and the room that it takes.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "base/wipe.hpp"
#include "support/coded.hpp"
#include "support/response_reading.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST_F(ResponseReading, AllowsSixteenInterimResponses) {
  begin();
  for (int i = 0; i < 16; ++i) EXPECT_TRUE(read({"HTTP/1.1 100 Continue", ""}));

  const bool one_more = read({"HTTP/1.1 100 Continue", ""});

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, AllowsAsManyHeaderLinesAsTheLimit) {
  limits_.header_lines = 2;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "A: 1", "B: 2", ""}));

  const bool trailer = read({"C: 3"});

  EXPECT_FALSE(trailer);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, CountsTheHeaderLinesOfInterimResponses) {
  limits_.header_lines = 2;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 103 Hints", "A: 1", "B: 2", "", "HTTP/1.1 200 OK"}));

  const bool one_more = read({"C: 3"});

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, AllowsAsManyHeaderBytesAsTheLimit) {
  const std::string line = "HTTP/1.1 200 OK";
  limits_.header_bytes = line.size() + 2 + 2;
  begin();
  EXPECT_TRUE(read({line, ""}));

  const bool one_more = reader_.read_line("\n");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, CountsTheLinesOfAProxy) {
  limits_.header_lines = 1;
  begin();
  EXPECT_TRUE(reader_.read_proxy_line("HTTP/1.1 200 Connection established\r\n"));

  const bool one_more = reader_.read_proxy_line("Via: x\r\n");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, RefusesABodyBeyondTheLimitByItsLengthAlone) {
  limits_.body_bytes = 4;
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 5", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, RefusesALengthThatFitsNoInteger) {
  begin();

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 99999999999999999999999", ""});

  EXPECT_FALSE(head);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, AllowsABodyAsLargeAsTheLimit) {
  limits_.body_bytes = 4;
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", ""}));
  EXPECT_TRUE(reader_.read_body("1234"));

  const bool one_more = reader_.read_body("5");

  EXPECT_FALSE(one_more);
  EXPECT_EQ(error(), TransportError::too_large);
}

TEST_F(ResponseReading, IgnoresTheLengthOfABodyThatHeadDoesNotBring) {
  limits_.body_bytes = 4;
  begin(HttpMethod::head);

  const bool head = read({"HTTP/1.1 200 OK", "Content-Length: 500", ""});

  EXPECT_TRUE(head);
}

TEST_F(ResponseReading, LeavesRoomForTheParserBehindTheBody) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 5000", ""}));
  EXPECT_TRUE(reader_.read_body(std::string(5000, 'x')));

  const std::string body = reader_.take().body;

  EXPECT_GE(body.capacity(), body.size() + parser_padding);
}

TEST_F(ResponseReading, LeavesRoomBehindABodyOfUnknownLength) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""}));
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(reader_.read_body(std::string(77, 'x')));

  const std::string body = reader_.take().body;

  EXPECT_EQ(body, std::string(7700, 'x'));
  EXPECT_GE(body.capacity(), body.size() + parser_padding);
}

TEST_F(ResponseReading, BelievesALengthOnlyUpToAMebibyte) {
  limits_.body_bytes = std::size_t{1} << 31;
  begin();

  EXPECT_TRUE(read({"HTTP/1.1 200 OK", "Content-Length: 1000000000", ""}));

  EXPECT_LE(reader_.take().body.capacity(), std::size_t{2} << 20);
}

TEST_F(ResponseReading, RefusesABodyThatIsInflatedBeyondTheLimit) {
  limits_.body_bytes = 1000;
  begin();
  ASSERT_TRUE(read({"HTTP/1.1 200 OK", "Content-Encoding: gzip", ""}));
  ASSERT_TRUE(reader_.read_body(gzipped(std::string(1001, 'x'))));

  reader_.end();

  EXPECT_EQ(error(), TransportError::too_large);
  EXPECT_EQ(reader_.take().body, std::string(1000, 'x'));
}

TEST_F(ResponseReading, StopsInAHeadThatNeverEnds) {
  limits_.body_bytes = 1000;
  begin_create();
  EXPECT_TRUE(read({"HTTP/1.1 201 Created"}));
  const std::string line(600, 'a');
  std::size_t lines = 0;
  while (lines < 1000 && read({"A: " + line})) ++lines;

  EXPECT_LT(lines, 120U);
  EXPECT_EQ(error(), TransportError::too_large);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
