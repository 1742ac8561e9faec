// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/secret.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>

#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view password = "correct horse battery staple";

static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);
static_assert(std::is_nothrow_move_assignable_v<Secret>);

TEST(Secret, IsEmptyByDefault) {
  const Secret secret;

  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(secret.expose(), "");
}

TEST(Secret, ExposesItsTextOnlyWhenAsked) {
  const Secret secret(password);

  EXPECT_FALSE(secret.empty());
  EXPECT_EQ(secret.expose(), password);
}

TEST(Secret, KeepsAnyBytes) {
  const std::string bytes("a\0b\xff\n", 5);

  const Secret secret(bytes);

  EXPECT_EQ(secret.expose(), bytes);
}

TEST(Secret, EndsWithANulOutsideItsSize) {
  const Secret secret(password);
  const Secret empty;

  EXPECT_EQ(secret.expose().data()[password.size()], '\0');
  EXPECT_EQ(empty.expose().data()[0], '\0');
}

TEST(Secret, WipesTheStringThatItTakesOver) {
  std::string text(password);

  const Secret secret(std::move(text));

  EXPECT_EQ(secret.expose(), password);
  EXPECT_TRUE(text.empty());  // NOLINT(bugprone-use-after-move): what is tested
}

TEST(Secret, CopiesHoldTextOfTheirOwn) {
  Secret original(password);
  const Secret copy = original;

  original = "another";

  EXPECT_EQ(copy.expose(), password);
}

TEST(Secret, IsEmptyAfterAMove) {
  Secret source(password);

  const Secret target = std::move(source);

  EXPECT_TRUE(source.empty());  // NOLINT(bugprone-use-after-move): what is tested
  EXPECT_EQ(source.expose(), "");
  EXPECT_EQ(target.expose(), password);
}

TEST(Secret, IsEmptyAfterAMoveAssignment) {
  Secret source(password);
  Secret target("old");

  target = std::move(source);

  EXPECT_TRUE(source.empty());  // NOLINT(bugprone-use-after-move): what is tested
  EXPECT_EQ(target.expose(), password);
}

TEST(Secret, SurvivesAssignmentToItself) {
  Secret secret(password);
  Secret& same = secret;

  secret = same;
  secret = std::move(same);

  EXPECT_EQ(secret.expose(), password);
}

TEST(Secret, WipesItsMemoryWhenDestroyed) {
  auto secret = std::make_unique<Secret>(password);
  const FreedMemory memory(secret->expose().data(), password.size());

  secret.reset();

  EXPECT_TRUE(memory.was_wiped());
}

TEST(Secret, WipesItsMemoryWhenCopyAssigned) {
  Secret secret(password);
  const Secret other("another");
  const FreedMemory memory(secret.expose().data(), password.size());

  secret = other;

  EXPECT_TRUE(memory.was_wiped());
}

TEST(Secret, WipesItsMemoryWhenMoveAssigned) {
  Secret secret(password);
  const FreedMemory memory(secret.expose().data(), password.size());

  secret = Secret("another");

  EXPECT_TRUE(memory.was_wiped());
}

TEST(Secret, EqualsASecretOfTheSameText) {
  EXPECT_TRUE(Secret("abc") == Secret("abc"));
  EXPECT_TRUE(Secret() == Secret(""));
}

TEST(Secret, DiffersFromAnyOtherText) {
  EXPECT_TRUE(Secret("abc") != Secret("xbc"));
  EXPECT_TRUE(Secret("abc") != Secret("abx"));
  EXPECT_TRUE(Secret("abc") != Secret("abcd"));
  EXPECT_TRUE(Secret("abc") != Secret(""));
  EXPECT_TRUE(Secret(std::string("a\0b", 3)) != Secret(std::string("a\0c", 3)));
}

TEST(Secret, PrintsAsRedacted) {
  std::ostringstream out;

  out << Secret(password);

  EXPECT_EQ(out.str(), "[redacted]");
}

TEST(Secret, PrintsTheSameWhenEmpty) {
  std::ostringstream out;

  out << Secret();

  EXPECT_EQ(out.str(), "[redacted]");
}

TEST(Secret, IsNotShownByTestPrinters) {
  const std::string shown = ::testing::PrintToString(Secret(password));

  EXPECT_EQ(shown, "[redacted]");
}

/// The text, and the bytes of a short text as GoogleTest prints them.
bool shows(const std::string& printed, std::string_view text) {
  std::ostringstream bytes;
  for (const char c : text) bytes << "-" << std::hex << std::uppercase << static_cast<int>(c);
  return printed.find(text) != std::string::npos ||
         printed.find(bytes.str().substr(1, 11)) != std::string::npos;
}

TEST(Secret, IsNotShownWhereAModelIsPrinted) {
  TokenResponse token;
  token.properties.credentials = Credentials{"ci-pull", "hunter2"};

  EXPECT_FALSE(shows(::testing::PrintToString(*token.properties.credentials), "hunter2"));
  EXPECT_FALSE(shows(::testing::PrintToString(token.properties), "hunter2"));
  EXPECT_FALSE(shows(::testing::PrintToString(token), "hunter2"));
}

TEST(Secret, IsNotShownWhereARequestIsPrinted) {
  HttpRequest request;
  request.authorization = "hunter2";

  EXPECT_FALSE(shows(::testing::PrintToString(request), "hunter2"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
