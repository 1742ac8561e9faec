// SPDX-License-Identifier: Apache-2.0
#include "testing/collection.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/caught.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::stub::Collection;
using testing::stub::Rejection;

/// A collection of texts, each named by itself, with the ids 1, 2 and so on.
Collection<std::string> collection_of(const std::vector<std::string>& names) {
  Collection<std::string> all("no such text");
  int last_id = 0;
  for (const std::string& name : names) all.add(std::to_string(++last_id), name, name);
  return all;
}

std::vector<std::string> texts(const std::vector<const std::string*>& slice) {
  std::vector<std::string> texts;
  for (const std::string* text : slice) texts.push_back(*text);
  return texts;
}

TEST(StubCollection, GivesSlicesInTheOrderOfCreation) {
  const auto all = collection_of({"c", "a", "b"});
  using Texts = std::vector<std::string>;

  EXPECT_EQ(all.size(), 3u);
  EXPECT_EQ(texts(all.slice(0, 100)), Texts({"c", "a", "b"}));
  EXPECT_EQ(texts(all.slice(1, 1)), Texts({"a"}));
  EXPECT_EQ(texts(all.slice(3, 1)), Texts());
  EXPECT_EQ(texts(all.slice(4, 1)), Texts());
}

TEST(StubCollection, FindsById) {
  auto all = collection_of({"c", "a"});

  EXPECT_EQ(all.at("2"), "a");
  EXPECT_TRUE(all.has("2"));
  EXPECT_FALSE(all.has("3"));
}

TEST(StubCollection, RejectsAnUnknownId) {
  auto all = collection_of({"c"});

  const auto at = caught<Rejection>([&] { static_cast<void>(all.at("2")); });
  const auto remove = caught<Rejection>([&] { all.remove("2"); });

  EXPECT_EQ(at.status(), 404);
  EXPECT_STREQ(at.what(), "no such text");
  EXPECT_EQ(remove.status(), 404);
}

TEST(StubCollection, RejectsANameThatIsInUse) {
  auto all = collection_of({"c"});

  EXPECT_EQ(caught<Rejection>([&] { all.add("2", "c", "another"); }).status(), 409);
  EXPECT_FALSE(all.has("2"));
  EXPECT_EQ(all.size(), 1u);
}

TEST(StubCollection, FreesTheNameOfARemovedResource) {
  auto all = collection_of({"c", "a"});

  all.remove("1");

  EXPECT_FALSE(all.has_name("c"));
  EXPECT_EQ(all.add("1", "c", "later"), "later");
  EXPECT_EQ(texts(all.slice(0, 2)), std::vector<std::string>({"a", "later"}));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
