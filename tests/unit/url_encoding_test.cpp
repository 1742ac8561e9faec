// SPDX-License-Identifier: Apache-2.0
#include "http/url_encoding.hpp"

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

TEST(UrlEncoding, EncodesWhatWouldEndASegment) { EXPECT_EQ(encoded("a/b?c#d"), "a%2Fb%3Fc%23d"); }

TEST(UrlEncoding, EncodesWhatLooksEncoded) { EXPECT_EQ(encoded("%2F%"), "%252F%25"); }

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

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
