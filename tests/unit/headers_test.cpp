// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/headers.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(Headers, AreEmptyByDefault) {
  const Headers headers;

  EXPECT_TRUE(headers.empty());
  EXPECT_EQ(headers.size(), 0u);
  EXPECT_EQ(headers.get("Date"), std::nullopt);
}

TEST(Headers, FindNamesIgnoringCase) {
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

TEST(Headers, DistinguishAnEmptyValueFromNone) {
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

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
