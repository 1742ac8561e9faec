// SPDX-License-Identifier: Apache-2.0
#include "base/wipe.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(BodyBuffer, HasRoomForTheBodyAndThePadding) {
  std::string body;

  grow_wiping(body, 5000);

  EXPECT_GE(body.capacity(), 5000 + parser_padding);
}

TEST(BodyBuffer, KeepsItsTextWhenItGrows) {
  std::string body = "text";

  grow_wiping(body, 5000);

  EXPECT_EQ(body, "text");
}

TEST(BodyBuffer, StaysWhereItIsWhenThereIsRoom) {
  std::string body;
  grow_wiping(body, 5000);
  const char* before = body.data();

  grow_wiping(body, 5000);

  EXPECT_EQ(body.data(), before);
}

TEST(BodyBuffer, GrowsTwofoldSoThatManyPiecesCostFewCopies) {
  std::string body;
  grow_wiping(body, 5000);
  const std::size_t before = body.capacity();

  grow_wiping(body, before);

  EXPECT_GE(body.capacity(), 2 * before);
}

TEST(BodyBuffer, WipesTheMemoryThatItOutgrows) {
  std::string body;
  grow_wiping(body, 50);
  body = "a password and what comes behind it";
  const FreedMemory memory(body.data(), body.size());

  grow_wiping(body, 5000);

  EXPECT_TRUE(memory.was_wiped());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
