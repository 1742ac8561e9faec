// SPDX-License-Identifier: Apache-2.0
#include "base/bare_text.hpp"

#include <gtest/gtest.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(BareText, HasNoSpaceOrQuotesAroundIt) {
  for (const char* text : {"id", " id", "id\n", "\tid\r\n", "\"id\"", "'id'", " \" id \" ",
                           "\xef\xbb\xbfid", "\xef\xbb\xbf\"id\"\n", "\xc2\xa0id\xe2\x80\x8b"}) {
    EXPECT_EQ(bare(text), "id") << text;
  }
}

TEST(BareText, KeepsSpaceAndQuotesInside) {
  for (const char* text : {"a b", "a\"b", "\"a", "a'", "\"a'", "\xc2", "\xbb", "\xc3\xa0", "é"}) {
    EXPECT_EQ(bare(text), text);
  }
}

TEST(BareText, MayBeEmpty) {
  for (const char* text : {"", " ", "\"\"", "\r\n", "\xef\xbb\xbf"}) EXPECT_EQ(bare(text), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
