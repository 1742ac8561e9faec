// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/open_enum.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Left, class Right, class = void>
inline constexpr bool compares = false;
template <class Left, class Right>
inline constexpr bool
    compares<Left, Right,
             std::void_t<decltype(std::declval<const Left&>() == std::declval<const Right&>())>> =
        true;

static_assert(compares<TokenStatus, TokenStatus>);
static_assert(compares<TokenStatus, TokenStatus::Known>);
static_assert(compares<TokenStatus::Known, TokenStatus>);
static_assert(compares<std::optional<TokenStatus>, TokenStatus::Known>);
static_assert(!compares<TokenStatus, ScopeType>);
static_assert(!compares<TokenStatus, ScopeType::Known>);
static_assert(!compares<TokenStatus::Known, ScopeType::Known>);
static_assert(!compares<ScopeAction, ScopeType::Known>);
static_assert(!std::is_convertible_v<ScopeType, TokenStatus>);
static_assert(!std::is_convertible_v<ScopeType::Known, TokenStatus>);

TEST(OpenEnum, IsEmptyByDefault) { EXPECT_EQ(TokenStatus().text(), ""); }

TEST(OpenEnum, HoldsAKnownValue) {
  const ScopeAction action = ScopeAction::remove;

  EXPECT_EQ(action.text(), "delete");
}

TEST(OpenEnum, KeepsAnUnknownValue) {
  const TokenStatus status = "quarantined";

  EXPECT_EQ(status.text(), "quarantined");
  EXPECT_TRUE(status != TokenStatus::enabled);
}

TEST(OpenEnum, TakesAStringOrAView) {
  const std::string text = "pull";

  EXPECT_TRUE(ScopeAction(text) == ScopeAction::pull);
  EXPECT_TRUE(ScopeAction(std::string_view(text)) == ScopeAction::pull);
  EXPECT_TRUE(ScopeAction(std::string("pull")) == ScopeAction::pull);
}

TEST(OpenEnum, EqualsItsConstantHoweverItWasMade) {
  const TokenStatus read_from_the_wire = "enabled";

  EXPECT_TRUE(read_from_the_wire == TokenStatus::enabled);
  EXPECT_TRUE(TokenStatus::enabled == read_from_the_wire);
  EXPECT_TRUE(TokenStatus::enabled != TokenStatus::disabled);
}

TEST(OpenEnum, ComparesByteByByte) {
  EXPECT_TRUE(TokenStatus("Enabled") != TokenStatus::enabled);
  EXPECT_TRUE(TokenStatus("enabled ") != TokenStatus::enabled);
}

TEST(OpenEnum, ComparesInsideAnOptional) {
  const std::optional<TokenStatus> status = TokenStatus::disabled;

  EXPECT_TRUE(status == TokenStatus::disabled);
  EXPECT_TRUE(status != TokenStatus::enabled);
}

TEST(OpenEnum, ComparesWithAText) {
  const ScopeType type = "helm-chart";

  EXPECT_TRUE(type == "helm-chart");
  EXPECT_FALSE(type == "repository");
}

TEST(OpenEnum, CanBeOrdered) {
  const std::set<ScopeAction> actions = {ScopeAction::push, ScopeAction::pull, ScopeAction::push};

  EXPECT_EQ(actions.size(), 2u);
}

TEST(OpenEnum, IsWrittenAsItsText) {
  std::ostringstream out;
  out << TokenStatus(TokenStatus::enabled) << ' ' << ScopeType("helm-chart");

  EXPECT_EQ(out.str(), "enabled helm-chart");
}

TEST(OpenEnum, CanBeAKeyOfAHashTable) {
  const std::unordered_set<ScopeAction> actions = {ScopeAction::pull, ScopeAction::push, "pull"};

  EXPECT_EQ(actions.size(), 2u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
