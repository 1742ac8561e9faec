// SPDX-License-Identifier: Apache-2.0
#include "json/codec.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "contract_examples.hpp"
#include "support/allocations.hpp"
#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Model>
Model decoded(std::string_view text) {
  std::string copy(text);
  return json::decode<Model>(copy);
}

/// `PaginationLinks` whose `self` is written as `literal` between its quotes.
std::string self_written_as(std::string_view literal) {
  return *decoded<PaginationLinks>(R"({"self":")" + std::string(literal) + "\"}").self;
}

template <class Model>
class JsonDecode : public testing::Test {};
TYPED_TEST_SUITE(JsonDecode, Models, ModelNames);

TYPED_TEST(JsonDecode, ReadsMembersInAnyOrder) {
  const Json whole = sample<TypeParam>();

  EXPECT_TRUE(decoded<TypeParam>(reversed(whole).dump()) == decoded<TypeParam>(whole.dump()));
  EXPECT_TRUE(decoded<TypeParam>(nlohmann::json::parse(whole.dump()).dump()) ==
              decoded<TypeParam>(whole.dump()));
}

TYPED_TEST(JsonDecode, ReadsAnyWhiteSpace) {
  const Json whole = sample<TypeParam>();
  const std::string spaced = " \r\n\t" + whole.dump(3, '\t') + "\n\n ";

  EXPECT_TRUE(decoded<TypeParam>(spaced) == decoded<TypeParam>(whole.dump()));
}

TYPED_TEST(JsonDecode, SkipsAByteOrderMark) {
  const std::string text = sample<TypeParam>().dump();

  EXPECT_TRUE(decoded<TypeParam>("\xEF\xBB\xBF" + text) == decoded<TypeParam>(text));
}

TYPED_TEST(JsonDecode, ReadsAnAllowedNullAsAbsent) {
  if (std::is_same_v<TypeParam, PatchTokenInput>) return;  // There, null is a value of its own.
  for (const Place& place : places(sample<TypeParam>())) {
    if (is_required<TypeParam>(place)) continue;
    Json with_null = sample<TypeParam>();
    with_null.at(place.pointer) = nullptr;
    Json without = sample<TypeParam>();
    without.at(place.pointer.parent_pointer()).erase(place.pointer.back());

    EXPECT_TRUE(decoded<TypeParam>(with_null.dump()) == decoded<TypeParam>(without.dump()))
        << place.path;
  }
}

TYPED_TEST(JsonDecode, ClearsTheOldContentOfTheModel) {
  const auto whole = decoded<TypeParam>(sample<TypeParam>().dump());
  std::vector<Json> lesser;
  for (const Place& place : places(sample<TypeParam>())) {
    Json less = sample<TypeParam>();
    if (less.at(place.pointer).is_array()) {
      less.at(place.pointer).erase(0);
      lesser.push_back(less);
    }
    if (is_required<TypeParam>(place)) continue;
    less.at(place.pointer) = nullptr;
    lesser.push_back(less);
    less.at(place.pointer.parent_pointer()).erase(place.pointer.back());
    lesser.push_back(less);
  }
  for (const Json& less : lesser) {
    std::string text = less.dump();
    TypeParam model = whole;

    json::decode(text, model);

    EXPECT_TRUE(model == decoded<TypeParam>(text)) << text;
  }
}

TYPED_TEST(JsonDecode, SkipsUnknownMembersAnywhere) {
  const Json whole = sample<TypeParam>();
  const Json unknown = {{"a", nullptr},
                        {"b", {1, -2.5e300, true, false, nullptr, "\"\\\u20AC", Json::array()}},
                        {"c", Json::object()},
                        {"name", {{"type", "\\"}}}};
  std::vector<Json::json_pointer> objects = {Json::json_pointer()};
  for (const Place& place : places(whole)) objects.push_back(place.pointer);
  for (const Json::json_pointer& object : objects) {
    if (!whole.at(object).is_object()) continue;
    for (const Json& value : {unknown, unknown["b"], Json("text"), Json(12), Json(nullptr)}) {
      Json more = {{"first", value}};
      more.update(whole.at(object));
      more["last"] = value;
      Json extended = whole;
      extended.at(object) = more;

      EXPECT_TRUE(decoded<TypeParam>(extended.dump()) == decoded<TypeParam>(whole.dump()))
          << extended;
    }
  }
}

TYPED_TEST(JsonDecode, ReadsMembersWhoseNamesHaveEscapes) {
  const Json whole = sample<TypeParam>();
  std::string escaped;
  bool in_name = false;
  const std::string text = whole.dump();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') in_name = !in_name && (text[i - 1] == '{' || text[i - 1] == ',');
    const bool escape = in_name && text[i] == 'e';
    escaped += escape ? "\\u0065" : std::string(1, text[i]);
  }

  EXPECT_TRUE(decoded<TypeParam>(escaped) == decoded<TypeParam>(whole.dump())) << escaped;
}

TEST(JsonDecode, ReadsTheTokenOfTheContract) {
  const auto token = decoded<TokenResponse>(contract::token);

  EXPECT_EQ(token.id->text(), "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713");
  EXPECT_EQ(*token.type, "token");
  EXPECT_EQ(token.metadata.created_by, "dev@example.com");
  EXPECT_EQ(token.metadata.created_date, *Timestamp::parse("2026-03-01T09:30:00Z"));
  EXPECT_EQ(*token.metadata.last_modified_by, "ops@example.com");
  EXPECT_EQ(token.metadata.state, ResourceState::enabled);
  EXPECT_EQ(token.properties.name, "ci-pull");
  EXPECT_EQ(token.properties.status, TokenStatus::enabled);
  EXPECT_EQ(*token.properties.expiry_date, *Timestamp::parse("2027-03-01T00:00:00Z"));
  ASSERT_EQ(token.properties.scopes.size(), 1U);
  EXPECT_TRUE(token.properties.scopes[0] ==
              (Scope{ScopeType::repository, "team/app", {ScopeAction::pull}}));
  EXPECT_EQ(token.properties.credentials->username, "ci-pull");
  EXPECT_TRUE(token.properties.credentials->password.empty());
}

TEST(JsonDecode, ReadsThePasswordOfANewToken) {
  const auto created = decoded<PostTokenOutput>(contract::token_created);

  EXPECT_EQ(created.properties.credentials->password.expose(), "example-password-shown-once");
  EXPECT_EQ(created.metadata.last_modified_date, std::nullopt);
}

TEST(JsonDecode, ReadsThePageOfTheContract) {
  const auto page = decoded<TokensResponse>(contract::token_page);

  ASSERT_EQ(page.items.size(), 2U);
  EXPECT_EQ(page.items[1].properties.name, "nightly-build");
  EXPECT_EQ(page.items[1].properties.expiry_date, std::nullopt);
  EXPECT_EQ(page.offset, 0);
  EXPECT_EQ(page.limit, 2);
  EXPECT_EQ(page.count, 2);
  EXPECT_EQ(page.total, 5);
  EXPECT_EQ(*page.links.previous, "");
}

TEST(JsonDecode, ReadsAnEmptyPage) {
  EXPECT_TRUE(decoded<TokensResponse>(contract::token_page_empty).items.empty());
}

TEST(JsonDecode, ReadsNullOrAbsentCredentialsAsEmpty) {
  for (const char* text : {"{}", R"({"username":null,"password":null})"}) {
    const auto credentials = decoded<Credentials>(std::string_view(text));

    EXPECT_TRUE(credentials.username.empty());
    EXPECT_TRUE(credentials.password.empty());
  }
}

TEST(JsonDecode, DistinguishesTheThreeStatesOfAPatch) {
  const auto patch = decoded<PatchTokenInput>(R"({"expiryDate":null,"status":"disabled"})");

  EXPECT_TRUE(patch.expiry_date.is_null());
  EXPECT_TRUE(patch.status.has_value());
  EXPECT_TRUE(patch.scopes.is_absent());
}

TEST(JsonDecode, KeepsUnknownEnumValues) {
  Json json = sample<TokenProperties>();
  json["status"] = "half-Enabled";
  json["scopes"][0]["type"] = "helm-chart";

  const auto properties = decoded<TokenProperties>(json.dump());

  EXPECT_EQ(properties.status->text(), "half-Enabled");
  EXPECT_EQ(properties.scopes[0].type.text(), "helm-chart");
}

TEST(JsonDecode, ReadsOffsetAndLimitAsNumbersOrText) {
  Json json = sample<TokensResponse>();
  json["offset"] = "9223372036854775807";
  json["limit"] = "0";

  const auto page = decoded<TokensResponse>(json.dump());

  EXPECT_EQ(page.offset, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(page.limit, 0);
}

TEST(JsonDecode, ReadsWholeNumbersExactly) {
  Json json = sample<TokensResponse>();
  json["count"] = std::numeric_limits<std::int64_t>::min();
  json["total"] = std::numeric_limits<std::int64_t>::max();

  const auto page = decoded<TokensResponse>(json.dump());

  EXPECT_EQ(page.count, std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(page.total, std::numeric_limits<std::int64_t>::max());
}

TEST(JsonDecode, ReadsDatesLeniently) {
  for (const char* date : {"2026-03-01T09:30:00Z", "2026-03-01 09:30",
                           "2026-03-01T10:30:00.000+0100", "2026-03-01T09:30:00+00:00"}) {
    Json json = sample<ApiResourceMetadata>();
    json["createdDate"] = date;

    EXPECT_EQ(decoded<ApiResourceMetadata>(json.dump()).created_date,
              *Timestamp::parse("2026-03-01T09:30:00Z"));
  }
}

TEST(JsonDecode, ReadsEscapes) {
  EXPECT_EQ(self_written_as(R"(\"\\\/\b\f\n\r\t)"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(self_written_as(R"(\u20aC\u00E9)"), "\u20AC\u00E9");
  EXPECT_EQ(self_written_as(R"(\uD83D\uDE00)"), "\U0001F600");
  EXPECT_EQ(self_written_as(R"(a\u0000b)"), std::string("a\0b", 3));
}

TEST(JsonDecode, ReadsTextsOfAnyLength) {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 31U, 32U, 33U, 63U, 64U, 65U, 1'000'000U}) {
    const std::string text(size, 'x');

    EXPECT_EQ(self_written_as(text), text);
    EXPECT_EQ(self_written_as(text + "\\n"), text + "\n");
  }
}

TEST(JsonDecode, SkipsNumbersBeyondEveryType) {
  const auto links = decoded<PaginationLinks>(
      R"({"a":1e999,"b":-123456789012345678901234567890,"c":[0.1e-999],"self":"/"})");

  EXPECT_EQ(*links.self, "/");
}

TEST(JsonDecode, LeavesTheTextUnchanged) {
  std::string text(contract::token_created);

  (void)json::decode<PostTokenOutput>(text);

  EXPECT_EQ(text, contract::token_created);
}

TEST(JsonDecode, ReusesTheMemoryOfAModel) {
  std::string text(contract::token_page);
  auto page = json::decode<TokensResponse>(text);
  const TokenResponse* const first = page.items.data();
  const char* const name = page.items[0].metadata.created_by_user_id.data();

  json::decode(text, page);

  EXPECT_EQ(page.items.data(), first);
  EXPECT_EQ(page.items[0].metadata.created_by_user_id.data(), name);
}

TEST(JsonDecode, WipesTheMemoryThatATextLeavesWhenItGrows) {
  std::string text(contract::token_created);
  text.shrink_to_fit();
  FreedMemory before(text.data(), text.size());

  (void)json::decode<PostTokenOutput>(text);

  EXPECT_TRUE(before.was_wiped());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
