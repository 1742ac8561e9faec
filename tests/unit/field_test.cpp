// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/field.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <ionoscloud/container_registry/models/token_input.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

static_assert(std::is_convertible_v<const char*, Field<std::string>>);
static_assert(!std::is_convertible_v<int*, Field<std::string>>);

TEST(Field, IsAbsentByDefault) {
  const Field<std::string> field;

  EXPECT_TRUE(field.is_absent());
  EXPECT_FALSE(field.is_null());
  EXPECT_FALSE(field.has_value());
}

TEST(Field, CanBeNull) {
  const Field<std::string> field = null;

  EXPECT_FALSE(field.is_absent());
  EXPECT_TRUE(field.is_null());
  EXPECT_FALSE(field.has_value());
}

TEST(Field, CanHoldAValue) {
  const Field<std::string> field = "text";

  EXPECT_FALSE(field.is_absent());
  EXPECT_FALSE(field.is_null());
  EXPECT_TRUE(field.has_value());
  EXPECT_EQ(field.value(), "text");
}

TEST(Field, HoldsAnEmptyValueAsAValue) {
  const Field<std::string> field = "";

  EXPECT_TRUE(field.has_value());
}

TEST(Field, HasNoValueToGiveWhenAbsentOrNull) {
  const Field<int> absent;
  const Field<int> nothing = null;

  EXPECT_THROW(static_cast<void>(absent.value()), std::bad_optional_access);
  EXPECT_THROW(static_cast<void>(nothing.value()), std::bad_optional_access);
}

TEST(Field, GoesFromValueToNullAndBack) {
  Field<int> field = 1;

  field = null;
  EXPECT_TRUE(field.is_null());
  EXPECT_FALSE(field.has_value());

  field = 2;
  EXPECT_FALSE(field.is_null());
  EXPECT_EQ(field.value(), 2);
}

TEST(Field, BecomesAbsentAgain) {
  Field<int> value = 1;
  Field<int> nothing = null;

  value.reset();
  nothing.reset();

  EXPECT_TRUE(value.is_absent());
  EXPECT_TRUE(nothing.is_absent());
}

TEST(Field, ChangesItsValueInPlace) {
  Field<std::vector<int>> field = std::vector<int>{1};

  field.value().push_back(2);

  EXPECT_EQ(field.value(), (std::vector<int>{1, 2}));
}

TEST(Field, DistinguishesItsThreeStates) {
  const Field<int> absent;
  const Field<int> nothing = null;
  const Field<int> value = 0;

  EXPECT_TRUE(absent != nothing);
  EXPECT_TRUE(absent != value);
  EXPECT_TRUE(nothing != value);
  EXPECT_TRUE(absent == Field<int>());
  EXPECT_TRUE(nothing == Field<int>(null));
  EXPECT_TRUE(value == Field<int>(0));
  EXPECT_TRUE(value != Field<int>(1));
}

TEST(Field, MovesAValueInAndOut) {
  Field<std::unique_ptr<int>> field = std::make_unique<int>(7);

  const std::unique_ptr<int> out = std::move(field.value());

  EXPECT_EQ(*out, 7);
}

// An assignment once destroyed the old value before it read the new one from it.
TEST(Field, SurvivesAssignmentOfItsOwnValue) {
  Field<std::string> field = std::string(100, 'x');

  field = field.value();

  EXPECT_EQ(field.value(), std::string(100, 'x'));
}

TEST(Field, TakesAPartOfItsOwnValue) {
  Field<std::vector<Scope>> field =
      std::vector<Scope>{{"repository", "a", {}}, {"registry", "b", {}}};

  field = std::vector<Scope>{field.value().back()};

  EXPECT_EQ(field.value().at(0).name, "b");
}

TEST(Field, TakesNestedBraces) {
  PatchTokenInput patch;

  patch.scopes = {{"repository", "team/app", {"pull"}}};

  ASSERT_TRUE(patch.scopes.has_value());
  const std::vector<Scope> expected = {Scope{"repository", "team/app", {"pull"}}};
  EXPECT_TRUE(patch.scopes.value() == expected);
}

TEST(Field, TakesNestedBracesForSeveralElements) {
  PatchTokenInput patch;

  patch.scopes = {{"repository", "team/app", {"pull"}}, {"registry", "*", {"pull", "push", "*"}}};

  ASSERT_TRUE(patch.scopes.has_value());
  EXPECT_EQ(patch.scopes.value().size(), 2u);
}

TEST(Field, TakesAConstantOfAnOpenEnum) {
  Field<TokenStatus> field;

  field = TokenStatus::disabled;

  EXPECT_TRUE(field.value() == TokenStatus::disabled);
}

// The API would reject it.
TEST(PatchTokenInput, HasNoNullForTheStatus) {
  EXPECT_FALSE((std::is_assignable_v<decltype(PatchTokenInput::status)&, Null>));
  EXPECT_TRUE((std::is_assignable_v<decltype(PatchTokenInput::scopes)&, Null>));
}

// As a std::optional does. An empty list is written std::vector<Scope>{}.
TEST(Field, BecomesAbsentByEmptyBraces) {
  PatchTokenInput patch;
  patch.scopes = {{"repository", "team/app", {"pull"}}};

  patch.scopes = {};

  EXPECT_TRUE(patch.scopes.is_absent());
}

TEST(Field, HoldsAnEmptyListThatIsWrittenOut) {
  PatchTokenInput patch;

  patch.scopes = std::vector<Scope>{};

  ASSERT_TRUE(patch.scopes.has_value());
  EXPECT_TRUE(patch.scopes.value().empty());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
