// SPDX-License-Identifier: Apache-2.0
#include "http/http_rules.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string encoded(std::string_view text) {
  std::string url;
  append_url_encoded(url, text);
  return url;
}

TEST(UrlEncoding, LeavesUuidsAlone) {
  EXPECT_EQ(encoded("9f3c1d52-7e84-4a0b-B6D9-5c2f10e8d713"),
            "9f3c1d52-7e84-4a0b-B6D9-5c2f10e8d713");
}

TEST(UrlEncoding, EncodesCharactersThatEndASegment) {
  EXPECT_EQ(encoded("a/b?c#d"), "a%2Fb%3Fc%23d");
}

TEST(UrlEncoding, EncodesPercentSigns) { EXPECT_EQ(encoded("%2F%"), "%252F%25"); }

TEST(UrlEncoding, EncodesBytesOneByOne) {
  EXPECT_EQ(encoded("ä"), "%C3%A4");
  EXPECT_EQ(encoded("\xff"), "%FF");
  EXPECT_EQ(encoded(std::string_view("\0\r\n", 3)), "%00%0D%0A");
}

// RFC 3986, section 2.3.
TEST(UrlEncoding, LeavesTheUnreservedCharactersAndNoOthers) {
  const std::string unreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  for (int byte = 0; byte < 256; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    const bool kept = unreserved.find(text) != std::string::npos;
    EXPECT_EQ(encoded(text) == text, kept) << byte;
  }
}

TEST(UrlEncoding, IsAppended) {
  std::string url = "https://h/";

  append_url_encoded(url, "a b");

  EXPECT_EQ(url, "https://h/a%20b");
}

TEST(HeaderRules, AllowTheNamesOfHttp) {
  EXPECT_TRUE(is_header_name("X-Correlation-Id"));
  EXPECT_TRUE(is_header_name("!#$%&'*+-.^_`|~09azAZ"));
}

TEST(HeaderRules, RejectAllOtherNames) {
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

TEST(HeaderRules, RejectControlCharactersInValues) {
  for (int c = 0; c < 128; ++c) {
    const bool control = c < 0x20 || c == 0x7f;
    const std::string value = std::string("a") + static_cast<char>(c) + "b";

    EXPECT_EQ(is_header_value(value), !control || c == '\t') << c;
  }
}

TEST(HeaderRules, ReserveTheHeadersThatTheLibraryWrites) {
  for (const char* name :
       {"Authorization", "Host", "Content-Length", "Content-Type", "Accept", "Connection",
        "Transfer-Encoding", "Expect", "Cookie", "User-Agent", "authorization", "HOST",
        "Proxy-Authorization", "Accept-Encoding", "TE", "Trailer"}) {
    EXPECT_TRUE(is_reserved_header(name)) << name;
  }
}

TEST(HeaderRules, LeaveOtherHeadersToTheCaller) {
  for (const char* name : {"X-Correlation-Id", "Accept-Language", "X-Host", "Authorization2"}) {
    EXPECT_FALSE(is_reserved_header(name)) << name;
  }
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
