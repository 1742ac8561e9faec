// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/headers.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "http/header_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(Headers, AreEmptyByDefault) {
  const Headers headers;

  EXPECT_TRUE(headers.empty());
  EXPECT_EQ(headers.size(), 0u);
  EXPECT_EQ(headers.get("Date"), std::nullopt);
}

TEST(Headers, FindNamesWithoutRegardToCase) {
  const Headers headers = {{"Content-Type", "text/html"}};

  EXPECT_EQ(headers.get("content-TYPE"), "text/html");
  EXPECT_EQ(headers.count("CONTENT-TYPE"), 1u);
}

TEST(Headers, FindWholeNamesOnly) {
  const Headers headers = {{"Retry-After", "1"}};

  EXPECT_EQ(headers.get("Retry"), std::nullopt);
  EXPECT_EQ(headers.get("Retry-After-All"), std::nullopt);
  EXPECT_EQ(headers.get(""), std::nullopt);
}

TEST(Headers, GiveTheFirstOfSeveralLines) {
  Headers headers;
  headers.add("Via", "a");
  headers.add("via", "b");

  EXPECT_EQ(headers.get("Via"), "a");
  EXPECT_EQ(headers.count("Via"), 2u);
}

TEST(Headers, TellAnEmptyValueFromNone) {
  const Headers headers = {{"X-Empty", ""}};

  EXPECT_EQ(headers.get("X-Empty"), "");
}

TEST(Headers, KeepOrderCaseAndRepetition) {
  Headers headers;
  headers.add("b", "1");
  headers.add("A", "2");
  headers.add("B", "3");

  const std::vector<Header> lines(headers.begin(), headers.end());

  EXPECT_EQ(lines, (std::vector<Header>{{"b", "1"}, {"A", "2"}, {"B", "3"}}));
}

TEST(HeaderRules, AllowTheNamesOfHttp) {
  EXPECT_TRUE(is_header_name("X-Correlation-Id"));
  EXPECT_TRUE(is_header_name("!#$%&'*+-.^_`|~09azAZ"));
}

TEST(HeaderRules, RefuseEverythingElseInNames) {
  for (const char* name : {"", " ", "X Y", "X:", ":", "X\r\n", "X\n", "X\t", "X/", "(X)", "X@",
                           "X\"", "\xc3\xa4", "X\x7f"}) {
    EXPECT_FALSE(is_header_name(name)) << ::testing::PrintToString(name);
  }
  EXPECT_FALSE(is_header_name(std::string_view("X\0Y", 3)));
}

TEST(HeaderRules, AllowTextTabsAndAnyBytesAbove127InValues) {
  EXPECT_TRUE(is_header_value(""));
  EXPECT_TRUE(is_header_value("a b\tc \xc3\xa4 \xff"));
}

TEST(HeaderRules, RefuseEveryControlCharacterInValues) {
  for (int c = 0; c < 128; ++c) {
    const bool control = c < 0x20 || c == 0x7f;
    const std::string value = std::string("a") + static_cast<char>(c) + "b";

    EXPECT_EQ(is_header_value(value), !control || c == '\t') << c;
  }
}

TEST(HeaderRules, KeepTheHeadersThatTheLibraryWrites) {
  for (const char* name :
       {"Authorization", "Host", "Content-Length", "Content-Type", "Accept", "Connection",
        "Transfer-Encoding", "Expect", "Cookie", "User-Agent", "authorization", "HOST",
        "Proxy-Authorization", "Accept-Encoding", "TE", "Trailer"}) {
    EXPECT_TRUE(is_own_header(name)) << name;
  }
}

TEST(HeaderRules, LeaveOtherHeadersToTheCaller) {
  for (const char* name : {"X-Correlation-Id", "Accept-Language", "X-Host", "Authorization2"}) {
    EXPECT_FALSE(is_own_header(name)) << name;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
