// SPDX-License-Identifier: Apache-2.0
// What is still read of a response in whose head something is wrong.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/response_reading.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

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

TEST_F(ResponseReading, GoesOnBehindAFaultWhereThereMayBeAPassword) {
  for (const auto& lines : faulty_heads) {
    begin_create();

    EXPECT_TRUE(read({"HTTP/1.1 201 Created"}) && read(lines) && read({""})) << lines[0];
    EXPECT_TRUE(reader_.read_body("hello"));
    reader_.end();

    EXPECT_TRUE(error()) << lines[0];
    EXPECT_FALSE(reader_.is_error_response());
    const HttpResponse response = reader_.take();
    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(response.body, "hello");
    EXPECT_LE(response.headers.size(), limits_.header_lines);
  }
}

TEST_F(ResponseReading, GoesOnBehindAFaultOfARefusal) {
  for (const HttpMethod method : {HttpMethod::get, HttpMethod::post, HttpMethod::del}) {
    for (const auto& lines : faulty_heads) {
      begin(method);

      EXPECT_TRUE(read({"HTTP/1.1 409 Conflict", "Retry-After: 7"}) && read(lines) && read({""}))
          << lines[0];
      EXPECT_TRUE(reader_.read_body("hello"));
      reader_.end();

      EXPECT_TRUE(reader_.is_error_response());
      const HttpResponse response = reader_.take();
      EXPECT_EQ(response.status, 409);
      EXPECT_EQ(response.headers.get("Retry-After"), "7");
      EXPECT_EQ(response.body, "hello");
    }
  }
}

TEST_F(ResponseReading, StopsAtAFaultWhereNothingIsToBeSaved) {
  for (const HttpMethod method : {HttpMethod::get, HttpMethod::patch, HttpMethod::del}) {
    for (const auto& lines : faulty_heads) {
      begin(method);

      EXPECT_FALSE(read({"HTTP/1.1 200 OK"}) && read(lines) && read({""})) << lines[0];
    }
  }
}

TEST_F(ResponseReading, GoesOnToAPasswordBehindTooManyInterimResponses) {
  begin_create();
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(read({"HTTP/1.1 103 Hints", "A: 1", ""}));

  EXPECT_TRUE(read({"HTTP/1.1 201 Created", ""}) && reader_.read_body("hello"));

  EXPECT_EQ(error(), TransportError::too_large);
  EXPECT_EQ(reader_.take().body, "hello");
}

TEST_F(ResponseReading, ReportsAnErrorResponseWhoseHeadIsCutOff) {
  begin();
  EXPECT_TRUE(read({"HTTP/1.1 404 Not Found"}));

  reader_.end();

  EXPECT_TRUE(reader_.is_error_response());
  EXPECT_EQ(reader_.take().status, 404);
}

TEST_F(ResponseReading, ReportsNoErrorResponseBeforeTheFinalStatus) {
  begin();
  EXPECT_FALSE(reader_.is_error_response());
  EXPECT_TRUE(read({"HTTP/1.1 103 Hints", ""}));
  EXPECT_FALSE(reader_.is_error_response());
  EXPECT_TRUE(read({"HTTP/1.1 200 OK", ""}));
  EXPECT_FALSE(reader_.is_error_response());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
