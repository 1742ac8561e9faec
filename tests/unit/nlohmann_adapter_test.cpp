// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/nlohmann.hpp>

#include <gtest/gtest.h>

#include <string_view>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "contract_examples.hpp"
#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Without members that are null, because the library writes no optional member without a value.
nlohmann::json without_nulls(nlohmann::json json) {
  if (json.is_object()) {
    for (auto member = json.begin(); member != json.end();) {
      member = member->is_null() ? json.erase(member) : std::next(member);
    }
  }
  if (json.is_structured()) {
    for (auto& inner : json) inner = without_nulls(inner);
  }
  return json;
}

/// An example of the contract, through a model and back.
template <class Model>
nlohmann::json there_and_back(std::string_view example) {
  return nlohmann::json::parse(example).get<Model>();
}

TEST(NlohmannAdapter, ReadsAndWritesTheInputsOfTheContract) {
  for (const std::string_view example :
       {contract::post_token_input, contract::post_token_input_minimal}) {
    EXPECT_EQ(there_and_back<PostTokenInput>(example), nlohmann::json::parse(example));
  }
  EXPECT_EQ(there_and_back<PutTokenInput>(contract::put_token_input),
            nlohmann::json::parse(contract::put_token_input));
  for (const std::string_view example :
       {contract::patch_token_disable, contract::patch_token_never_expire,
        contract::patch_token_rescope}) {
    EXPECT_EQ(there_and_back<PatchTokenInput>(example), nlohmann::json::parse(example));
  }
}

TEST(NlohmannAdapter, ReadsAndWritesTheTokensOfTheContract) {
  for (const std::string_view example : {contract::token, contract::token_disabled}) {
    EXPECT_EQ(there_and_back<TokenResponse>(example), nlohmann::json::parse(example));
  }
  EXPECT_EQ(there_and_back<PutTokenOutput>(contract::token_replaced),
            nlohmann::json::parse(contract::token_replaced));
  for (const std::string_view example : {contract::token_page, contract::token_page_empty}) {
    EXPECT_EQ(there_and_back<TokensResponse>(example),
              without_nulls(nlohmann::json::parse(example)));
  }
}

TEST(NlohmannAdapter, RedactsThePasswordOfANewToken) {
  auto expected = without_nulls(nlohmann::json::parse(contract::token_created));
  expected["properties"]["credentials"]["password"] = "[redacted]";

  EXPECT_EQ(there_and_back<PostTokenOutput>(contract::token_created), expected);
}

TEST(NlohmannAdapter, ReadsThePasswordOfANewToken) {
  const auto created = nlohmann::json::parse(contract::token_created).get<PostTokenOutput>();

  EXPECT_EQ(created.properties.credentials->password.expose(), "example-password-shown-once");
}

TEST(NlohmannAdapter, KeepsTheOrderOfAnOrderedJson) {
  const auto token = Json::parse(contract::token).get<TokenResponse>();

  EXPECT_EQ(Json(token).dump(), Json::parse(contract::token).dump());
}

TEST(NlohmannAdapter, WorksInsideOtherJson) {
  const std::vector<Scope> scopes = {{ScopeType::registry, "catalog", {ScopeAction::all}}};

  const nlohmann::json json = {{"scopes", scopes}};

  EXPECT_EQ(json.dump(), R"({"scopes":[{"actions":["*"],"name":"catalog","type":"registry"}]})");
  EXPECT_TRUE(json["scopes"].get<std::vector<Scope>>() == scopes);
}

TEST(NlohmannAdapter, RejectsInvalidJsonAndNamesThePath) {
  auto json = nlohmann::json::parse(contract::token);
  json["metadata"].erase("state");
  try {
    (void)json.get<TokenResponse>();
    FAIL() << "read a token without a state";
  } catch (const DecodeException& e) {
    EXPECT_EQ(e.path(), "$.metadata.state");
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
