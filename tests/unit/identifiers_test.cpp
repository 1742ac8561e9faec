// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/identifiers.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

static_assert(std::is_convertible_v<const char*, TokenId>);
static_assert(std::is_convertible_v<std::string, TokenId>);
static_assert(std::is_convertible_v<std::string_view, TokenId>);
static_assert(!std::is_convertible_v<RegistryId, TokenId>);
static_assert(!std::is_convertible_v<TokenId, RegistryId>);
static_assert(!std::is_constructible_v<RegistryId, TokenId>);
static_assert(!std::is_constructible_v<TokenId, RegistryId>);
static_assert(!std::is_assignable_v<RegistryId&, TokenId>);
static_assert(!std::is_convertible_v<TokenId, std::string>);
static_assert(!std::is_constructible_v<RegistryId, std::optional<TokenId>>);

template <class Left, class Right, class = void>
inline constexpr bool compares = false;
template <class Left, class Right>
inline constexpr bool
    compares<Left, Right,
             std::void_t<decltype(std::declval<const Left&>() == std::declval<const Right&>())>> =
        true;

static_assert(compares<TokenId, TokenId>);
static_assert(!compares<TokenId, RegistryId>);

TEST(Identifier, IsEmptyByDefault) { EXPECT_EQ(TokenId().text(), ""); }

TEST(Identifier, HoldsAnyText) {
  const std::string text = "an id";

  EXPECT_EQ(TokenId("an id").text(), text);
  EXPECT_EQ(TokenId(text).text(), text);
  EXPECT_EQ(TokenId(std::string_view(text)).text(), text);
  EXPECT_EQ(TokenId(std::string(text)).text(), text);
}

TEST(Identifier, KeepsTheTextUnchanged) {
  const std::string text("a/b %2F\0\xff", 9);

  EXPECT_EQ(RegistryId(text).text(), text);
}

TEST(Identifier, ComparesByItsText) {
  EXPECT_TRUE(TokenId("a") == TokenId("a"));
  EXPECT_TRUE(TokenId("a") != TokenId("A"));
  EXPECT_TRUE(TokenId("a") < TokenId("b"));
  EXPECT_TRUE(TokenId("a") == "a");
}

TEST(Identifier, IsWrittenAsItsText) {
  std::ostringstream out;
  out << TokenId("an id") << ' ' << RegistryId();

  EXPECT_EQ(out.str(), "an id ");
}

TEST(Identifier, CanBeAKeyOfAHashTable) {
  const std::unordered_set<TokenId> ids = {"a", "b", "a"};

  EXPECT_EQ(ids.size(), 2u);
  EXPECT_EQ(ids.count("b"), 1u);
  EXPECT_EQ(std::hash<RegistryId>()("a"), std::hash<RegistryId>()(std::string("a")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
