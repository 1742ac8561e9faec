// SPDX-License-Identifier: Apache-2.0
#include "base/base64.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string base64(std::string_view bytes) {
  std::string out;
  append_base64(out, bytes);
  return out;
}

// RFC 4648, section 10.
TEST(Base64, AgreesWithTheVectorsOfItsStandard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

// RFC 7617, section 2 and 2.1.
TEST(Base64, AgreesWithTheExamplesOfBasicAuthentication) {
  EXPECT_EQ(base64("Aladdin:open sesame"), "QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  EXPECT_EQ(base64("test:123\xc2\xa3"), "dGVzdDoxMjPCow==");
}

TEST(Base64, UsesEveryCharacterOfItsAlphabet) {
  std::string bytes;
  for (unsigned first = 0; first < 64; first += 4) {
    const unsigned bits = first << 18 | (first + 1) << 12 | (first + 2) << 6 | (first + 3);
    bytes += static_cast<char>(bits >> 16);
    bytes += static_cast<char>(bits >> 8 & 0xff);
    bytes += static_cast<char>(bits & 0xff);
  }

  EXPECT_EQ(base64(bytes), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
}

TEST(Base64, EncodesAnyBytes) {
  EXPECT_EQ(base64(std::string_view("\0\0\0", 3)), "AAAA");
  EXPECT_EQ(base64("\xff\xff\xff"), "////");
  EXPECT_EQ(base64("\xff"), "/w==");
}

TEST(Base64, IsAppended) {
  std::string out = "Basic ";

  append_base64(out, "foo");

  EXPECT_EQ(out, "Basic Zm9v");
}

TEST(Base64, ReadsWhatItWrote) {
  std::string bytes;
  for (int size = 0; size < 20; ++size) {
    std::string text;
    append_base64(text, bytes);
    EXPECT_EQ(bytes_of_base64(text), bytes);
    EXPECT_EQ(bytes_of_base64(text.substr(0, text.find('='))), bytes);
    bytes += static_cast<char>(250 + size);
  }
}

TEST(Base64, IsReadUpToTheFirstOtherCharacter) {
  EXPECT_EQ(bytes_of_base64("YWJj*YWJj"), "abc");
  EXPECT_EQ(bytes_of_base64(""), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
