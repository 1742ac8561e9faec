// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/json_text.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "contract_examples.hpp"
#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Model>
class JsonText : public testing::Test {};
TYPED_TEST_SUITE(JsonText, Models, ModelNames);

TYPED_TEST(JsonText, IsReadBack) {
  const std::string text = sample<TypeParam>().dump();

  const auto model = from_json_text<TypeParam>(text);

  EXPECT_EQ(to_json_text(model, SecretText::exposed), text);
}

TYPED_TEST(JsonText, HidesSecretsUnlessAskedForThem) {
  const auto model = from_json_text<TypeParam>(sample<TypeParam>().dump());

  EXPECT_EQ(to_json_text(model).find("hunter2"), std::string::npos);
}

TYPED_TEST(JsonText, HidesTheTextThatItCannotRead) {
  for (const Place& place : places(sample<TypeParam>())) {
    Json damaged = sample<TypeParam>();
    damaged.at(place.pointer) = Json::array({Json{{"hunter2", "hunter2"}}, "hunter2"});

    try {
      (void)from_json_text<TypeParam>(damaged.dump());
      ADD_FAILURE() << "read " << damaged;
    } catch (const DecodeException& e) {
      EXPECT_EQ(std::string(e.what()).find("hunter2"), std::string::npos) << e.what();
    }
  }
}

TEST(JsonText, SaysWhereATextIsWrong) {
  Json damaged = Json::parse(contract::token_page);
  damaged["items"][1]["properties"]["name"] = 5;
  try {
    (void)from_json_text<TokensResponse>(damaged.dump());
    FAIL() << "read a number as a name";
  } catch (const DecodeException& e) {
    EXPECT_EQ(e.path(), "$.items[1].properties.name");
    EXPECT_STREQ(e.what(),
                 "from_json_text: $.items[1].properties.name must be text, but is a number");
    EXPECT_EQ(e.operation(), "from_json_text");
    EXPECT_EQ(e.status(), 0);
    EXPECT_EQ(e.attempts(), 0);
    EXPECT_EQ(e.execution(), Execution::none);
  }
}

TEST(JsonText, SaysWhichMemberCannotBeWritten) {
  PostTokenInput input;
  input.properties.name = "\xFFhunter2";
  try {
    (void)to_json_text(input);
    FAIL() << "wrote what isn't UTF-8";
  } catch (const InvalidArgumentException& e) {
    EXPECT_STREQ(e.what(), "to_json_text: properties.name must be valid UTF-8");
    EXPECT_EQ(e.operation(), "to_json_text");
    EXPECT_EQ(e.execution(), Execution::none);
  }
}

TEST(JsonText, RejectsAnEmptyText) {
  EXPECT_THROW((void)from_json_text<Scope>(""), DecodeException);
  EXPECT_THROW((void)from_json_text<Scope>(std::string_view()), DecodeException);
}

TEST(JsonText, ReadsAViewIntoALongerText) {
  const std::string_view text = R"({"self":"/"}}}}})";

  EXPECT_EQ(*from_json_text<PaginationLinks>(text.substr(0, 12)).self, "/");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
