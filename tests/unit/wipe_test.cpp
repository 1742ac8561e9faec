// SPDX-License-Identifier: Apache-2.0
#include "base/wipe.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view password = "correct horse battery staple";

TEST(Wipe, OverwritesMemory) {
  std::array<char, 16> memory;
  memory.fill('x');

  wipe(memory.data(), memory.size());

  EXPECT_EQ(memory, (std::array<char, 16>{}));
}

TEST(Wipe, LeavesTheBytesAfterAlone) {
  std::array<char, 4> memory = {'a', 'b', 'c', 'd'};

  wipe(memory.data(), 2);

  EXPECT_EQ(memory, (std::array<char, 4>{'\0', '\0', 'c', 'd'}));
}

TEST(Wipe, EmptiesAString) {
  std::string text(password);

  wipe(text);

  EXPECT_TRUE(text.empty());
}

TEST(Wipe, OverwritesTheOldContentOfAString) {
  auto text = std::make_unique<std::string>(password);
  FreedMemory memory(text->data(), text->size());
  *text = "x";

  wipe(*text);
  text.reset();

  EXPECT_TRUE(memory.was_wiped());
}

TEST(GrowWiping, ReservesTheSizeAndThePadding) {
  std::string body;

  grow_wiping(body, 5000);

  EXPECT_GE(body.capacity(), 5000 + parser_padding);
}

TEST(GrowWiping, KeepsTheText) {
  std::string body = "text";

  grow_wiping(body, 5000);

  EXPECT_EQ(body, "text");
}

TEST(GrowWiping, DoesNotMoveATextWithEnoughCapacity) {
  std::string body;
  grow_wiping(body, 5000);
  const char* before = body.data();

  grow_wiping(body, 5000);

  EXPECT_EQ(body.data(), before);
}

TEST(GrowWiping, AtLeastDoublesTheCapacity) {
  std::string body;
  grow_wiping(body, 5000);
  const std::size_t before = body.capacity();

  grow_wiping(body, before);

  EXPECT_GE(body.capacity(), 2 * before);
}

TEST(GrowWiping, WipesTheMemoryThatTheTextLeaves) {
  std::string body;
  grow_wiping(body, 50);
  body = "a password and what comes after it";
  const FreedMemory memory(body.data(), body.size());

  grow_wiping(body, 5000);

  EXPECT_TRUE(memory.was_wiped());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
