// SPDX-License-Identifier: Apache-2.0
#include "testing/request_target.hpp"

#include <gtest/gtest.h>

namespace stub = ionoscloud::container_registry::testing::stub;

namespace {

using Segments = std::vector<std::string>;

TEST(RequestTarget, IsSplitBeforeItIsDecoded) {
  const auto target = stub::parse_target("/a/b%2Fc/%C3%BC?x=1%262&y");

  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->segments, (Segments{"a", "b/c", "ü"}));
  EXPECT_EQ(target->parameter("x"), "1&2");
  EXPECT_EQ(target->parameter("y"), "");
  EXPECT_EQ(target->parameter("z"), std::nullopt);
}

TEST(RequestTarget, KeepsEmptySegments) {
  EXPECT_EQ(stub::parse_target("/a//b/")->segments, (Segments{"a", "", "b", ""}));
}

TEST(RequestTarget, IsRefusedWhenAnEscapeIsBroken) {
  for (const char* text : {"/%", "/%4", "/%zz", "/%4z", "/%-1", "/a?%", "/a?x=%f"}) {
    EXPECT_FALSE(stub::parse_target(text).has_value()) << text;
  }
}

TEST(RequestTarget, BeginsWithASlash) {
  for (const char* text : {"", "*", "http://host/path"}) {
    EXPECT_FALSE(stub::parse_target(text).has_value()) << text;
  }
}

TEST(EncodedSegment, LeavesNothingThatEndsASegment) {
  EXPECT_EQ(stub::encoded_segment("aZ0-._~"), "aZ0-._~");
  EXPECT_EQ(stub::encoded_segment("a/b?c#d% ü"), "a%2Fb%3Fc%23d%25%20%C3%BC");
}

}  // namespace
