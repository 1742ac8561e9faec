// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <ionoscloud/container_registry/json_text.hpp>

#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Model>
class Equality : public testing::Test {};
TYPED_TEST_SUITE(Equality, Models, ModelNames);

TYPED_TEST(Equality, HoldsForACopy) {
  const auto model = from_json_text<TypeParam>(sample<TypeParam>().dump());
  const TypeParam copy = model;

  EXPECT_TRUE(copy == model);
  EXPECT_FALSE(copy != model);
}

TYPED_TEST(Equality, FailsForADifferenceInAnyMember) {
  const auto model = from_json_text<TypeParam>(sample<TypeParam>().dump());
  for (const Place& place : places(sample<TypeParam>())) {
    Json json = sample<TypeParam>();
    json.at(place.pointer) = another(json.at(place.pointer));
    const auto different = from_json_text<TypeParam>(json.dump());

    EXPECT_FALSE(different == model) << place.path;
    EXPECT_TRUE(different != model) << place.path;
  }
}

TYPED_TEST(Equality, FailsForAMemberThatIsMissing) {
  const auto model = from_json_text<TypeParam>(sample<TypeParam>().dump());
  for (const Place& place : places(sample<TypeParam>())) {
    if (is_required<TypeParam>(place)) continue;
    Json json = sample<TypeParam>();
    json.at(place.pointer.parent_pointer()).erase(place.pointer.back());

    EXPECT_TRUE(from_json_text<TypeParam>(json.dump()) != model) << place.path;
  }
}

TEST(Equality, DistinguishesAbsentFromNullInAPatch) {
  PatchTokenInput absent;
  PatchTokenInput with_null;
  with_null.expiry_date = null;

  EXPECT_TRUE(absent != with_null);
}

TEST(Equality, ComparesACreatedTokenWithOneThatWasRead) {
  const auto created = from_json_text<PostTokenOutput>(sample<PostTokenOutput>().dump());
  const auto put = from_json_text<PutTokenOutput>(sample<PutTokenOutput>().dump());
  auto read = from_json_text<TokenResponse>(sample<PostTokenOutput>().dump());

  EXPECT_TRUE(created == read);
  EXPECT_TRUE(read == put);

  read.properties.name = "another";
  EXPECT_TRUE(created != read);
}

TEST(Equality, ComparesOnlyTheTokenAfterAPut) {
  PutTokenOutput created;
  created.http_status = 201;

  EXPECT_TRUE(created == PutTokenOutput());
}

TEST(PutTokenOutput, IsCreatedWhenTheStatusSaysSo) {
  PutTokenOutput output;
  output.http_status = 201;

  EXPECT_TRUE(output.created());
}

TEST(PutTokenOutput, IsCreatedWhenItHasAPassword) {
  PutTokenOutput output;
  output.http_status = 200;
  output.properties.credentials = Credentials{"ci-pull", "hunter2"};

  EXPECT_TRUE(output.created());
}

TEST(PutTokenOutput, IsReplacedOtherwise) {
  PutTokenOutput output;
  output.http_status = 200;
  EXPECT_FALSE(output.created());

  output.properties.credentials = Credentials{"ci-pull", ""};
  EXPECT_FALSE(output.created());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
