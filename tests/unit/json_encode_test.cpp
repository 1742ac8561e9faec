// SPDX-License-Identifier: Apache-2.0
#include "json/codec.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The sample of a model, as a model.
template <class Model>
Model sample_model() {
  std::string text = sample<Model>().dump();
  return json::decode<Model>(text);
}

/// The error of encoding, as `path problem`; `nothing` without an error.
template <class Model>
std::string encode_error(const Model& model) {
  try {
    (void)json::encode(model, SecretText::exposed);
  } catch (const json::EncodeError& error) {
    return error.path + " " + error.problem;
  }
  return "nothing";
}

std::string redacted(const Credentials& credentials) {
  return json::encode(credentials, SecretText::redacted);
}

template <class Model>
class JsonEncode : public testing::Test {};
TYPED_TEST_SUITE(JsonEncode, Models, ModelNames);

TYPED_TEST(JsonEncode, WritesEveryMemberInTheOrderOfTheService) {
  const auto model = sample_model<TypeParam>();

  EXPECT_EQ(json::encode(model, SecretText::exposed), sample<TypeParam>().dump());
}

TYPED_TEST(JsonEncode, WritesWhatItCanReadBack) {
  const TypeParam model;

  std::string text = json::encode(model, SecretText::exposed);

  EXPECT_TRUE(json::decode<TypeParam>(text) == model) << text;
}

TEST(JsonEncode, LeavesOutMembersWithoutAValue) {
  PostTokenInput input;
  input.properties.name = "nightly-build";

  EXPECT_EQ(json::encode(input, SecretText::redacted),
            R"({"properties":{"name":"nightly-build"}})");
}

TEST(JsonEncode, WritesAnEmptyList) {
  PostTokenProperties properties;
  properties.name = "nightly-build";
  properties.scopes.emplace();

  EXPECT_EQ(json::encode(properties, SecretText::redacted),
            R"({"name":"nightly-build","scopes":[]})");
}

TEST(JsonEncode, WritesTheThreeStatesOfAPatch) {
  PatchTokenInput patch;
  patch.expiry_date = null;
  patch.scopes = std::vector<Scope>();

  EXPECT_EQ(json::encode(patch, SecretText::redacted), R"({"expiryDate":null,"scopes":[]})");
}

TEST(JsonEncode, WritesAnEmptyPatchAsAnEmptyObject) {
  EXPECT_EQ(json::encode(PatchTokenInput(), SecretText::redacted), "{}");
}

TEST(JsonEncode, EscapesWhatJsonRequires) {
  PaginationLinks links;
  links.self = std::string("\0\x01\x1F \"\\/\b\f\n\r\t\x7F", 13);

  EXPECT_EQ(json::encode(links, SecretText::redacted),
            "{\"self\":\"\\u0000\\u0001\\u001f \\\"\\\\/\\b\\f\\n\\r\\t\x7F\"}");
}

TEST(JsonEncode, WritesTextThatAnotherLibraryReadsAsTheSame) {
  PaginationLinks links;
  links.self = "";
  for (char character = 0; character < 0x7F; ++character) *links.self += character;
  *links.self += "\u00E9\u20AC\U0001F600";

  const auto judged = Json::parse(json::encode(links, SecretText::redacted));

  EXPECT_EQ(judged["self"].get<std::string>(), *links.self);
}

TEST(JsonEncode, WritesTextsOfAnyLength) {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 64U, 1'000'000U}) {
    PaginationLinks links;
    links.self = std::string(size, 'x');

    EXPECT_EQ(json::encode(links, SecretText::redacted), "{\"self\":\"" + *links.self + "\"}");
  }
}

TEST(JsonEncode, WritesDatesInWholeSecondsOfUtc) {
  PatchTokenInput patch;
  patch.expiry_date = *Timestamp::parse("2026-11-24T11:00:00.999+01:00");

  EXPECT_EQ(json::encode(patch, SecretText::redacted), R"({"expiryDate":"2026-11-24T10:00:00Z"})");
}

TEST(JsonEncode, WritesTheFirstAndTheLastDateOfTheFormat) {
  PatchTokenInput patch;
  patch.expiry_date = *Timestamp::parse("0000-01-01T00:00:00Z");
  EXPECT_EQ(json::encode(patch, SecretText::redacted), R"({"expiryDate":"0000-01-01T00:00:00Z"})");

  patch.expiry_date = *Timestamp::parse("9999-12-31T23:59:59.999999Z");
  EXPECT_EQ(json::encode(patch, SecretText::redacted), R"({"expiryDate":"9999-12-31T23:59:59Z"})");
}

TEST(JsonEncode, RejectsDatesBeyondTheFormat) {
  const std::chrono::microseconds one(1);
  PostTokenInput input;
  input.properties.expiry_date = *Timestamp::parse("0000-01-01T00:00:00Z") - one;
  EXPECT_EQ(encode_error(input), "properties.expiry_date must lie in the years 0000 to 9999");

  input.properties.expiry_date = *Timestamp::parse("9999-12-31T23:59:59.999999Z") + one;
  EXPECT_EQ(encode_error(input), "properties.expiry_date must lie in the years 0000 to 9999");

  input.properties.expiry_date = Timestamp(Timestamp::TimePoint::max());
  EXPECT_EQ(encode_error(input), "properties.expiry_date must lie in the years 0000 to 9999");
}

TEST(JsonEncode, RejectsTextThatIsNotUtf8AndNamesTheMember) {
  const std::string wrong = "\xFF";
  auto page = sample_model<TokensResponse>();
  page.links.previous = wrong;
  EXPECT_EQ(encode_error(page), "links.previous must be valid UTF-8");

  page.items[1].properties.scopes[0].actions[1] = wrong;
  EXPECT_EQ(encode_error(page), "items[1].properties.scopes[0].actions[1] must be valid UTF-8");

  page.items[1].properties.status = wrong;
  EXPECT_EQ(encode_error(page), "items[1].properties.status must be valid UTF-8");

  page.items[1].metadata.last_modified_by_user_id = wrong;
  EXPECT_EQ(encode_error(page), "items[1].metadata.last_modified_by_user_id must be valid UTF-8");

  page.items[0].properties.credentials->password = wrong;
  EXPECT_EQ(encode_error(page), "items[0].properties.credentials.password must be valid UTF-8");

  page.items[0].id = wrong;
  EXPECT_EQ(encode_error(page), "items[0].id must be valid UTF-8");
}

TEST(JsonEncode, RedactsSecrets) {
  EXPECT_EQ(redacted({"ci-pull", "hunter2"}), R"({"username":"ci-pull","password":"[redacted]"})");
}

TEST(JsonEncode, ShowsThatASecretIsEmpty) {
  EXPECT_EQ(redacted({"ci-pull", ""}), R"({"username":"ci-pull","password":""})");
}

TEST(JsonEncode, RedactsSecretsThatAreNotUtf8) {
  EXPECT_EQ(redacted({"ci-pull", "\xFF"}), R"({"username":"ci-pull","password":"[redacted]"})");
}

TEST(JsonEncode, ExposesSecretsWhenAsked) {
  const Credentials credentials = {"ci-pull", "hunter\"2"};

  EXPECT_EQ(json::encode(credentials, SecretText::exposed),
            R"({"username":"ci-pull","password":"hunter\"2"})");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
