// SPDX-License-Identifier: Apache-2.0
#include "testing/routes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "api/operations.hpp"
#include "testing/request_target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Segments = std::vector<std::string>;

TEST(RequestTarget, IsSplitBeforeItIsDecoded) {
  const auto target = testing::stub::parse_target("/a/b%2Fc/%C3%BC?x=1%262&y");

  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->segments, (Segments{"a", "b/c", "ü"}));
  EXPECT_EQ(target->parameter("x"), "1&2");
  EXPECT_EQ(target->parameter("y"), "");
  EXPECT_EQ(target->parameter("z"), std::nullopt);
}

TEST(RequestTarget, KeepsEmptySegments) {
  EXPECT_EQ(testing::stub::parse_target("/a//b/")->segments, (Segments{"a", "", "b", ""}));
}

TEST(RequestTarget, IsInvalidWithABrokenEscape) {
  for (const char* text : {"/%", "/%4", "/%zz", "/%4z", "/%-1", "/a?%", "/a?x=%f"}) {
    EXPECT_FALSE(testing::stub::parse_target(text).has_value()) << text;
  }
}

TEST(RequestTarget, BeginsWithASlash) {
  for (const char* text : {"", "*", "http://host/path"}) {
    EXPECT_FALSE(testing::stub::parse_target(text).has_value()) << text;
  }
}

using testing::stub::Destination;
using testing::stub::find_route;
using testing::stub::parse_target;

Destination destination_of(const std::string& method, const std::string& path) {
  return find_route(method, parse_target(path)->segments);
}

TEST(StubRoutes, HaveEveryOperationOfTheLibrary) {
  for (const Operation* operation : operations::all) {
    const Destination found =
        destination_of(to_string(operation->method), std::string(operation->path));

    ASSERT_NE(found.route, nullptr) << operation->name << " is missing in src/testing/routes.cpp";
    EXPECT_EQ(found.route->path, operation->path) << operation->name;
  }
}

TEST(StubRoutes, ReturnTheParametersOfThePathInOrder) {
  const Destination found = destination_of("GET", "/registries/a%2Fb/tokens/c");

  EXPECT_EQ(found.arguments, (std::vector<std::string>{"a/b", "c"}));
}

TEST(StubRoutes, ListTheMethodsOfAPathWithoutThisOne) {
  const Destination found = destination_of("DELETE", "/registries/a/tokens");

  EXPECT_EQ(found.route, nullptr);
  EXPECT_EQ(found.allowed, "GET, POST");
}

TEST(StubRoutes, MatchTheExactNumberOfNonEmptySegments) {
  for (const char* path : {"/", "/registries", "/registries/", "/registries/a/b",
                           "/registries//tokens", "/registries/a/tokens/b/c"}) {
    EXPECT_EQ(destination_of("GET", path).allowed, "") << path;
  }
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
