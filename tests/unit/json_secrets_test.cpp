// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/json_text.hpp>

#include "base/wipe.hpp"
#include "contract_examples.hpp"
#include "json/codec.hpp"
#include "support/allocations.hpp"
#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view password = "shown-once";

/// The response to a create, with or without something unreadable after its password.
std::string response(std::string_view after_password = "") {
  std::string text(contract::token_created);
  text.reserve(text.size() + 100);
  text.insert(text.find(password) + password.size() + 1, after_password);
  return text;
}

TEST(FreedText, IsFoundInMemoryThatIsNotWiped) {
  FreedText search(password);

  { std::string text(contract::token_created); }

  EXPECT_TRUE(search.was_found());
}

TEST(JsonSecrets, AreNotLeftInMemoryByDecoding) {
  std::string text = response();
  FreedText search(password);

  { (void)json::decode<PostTokenOutput>(text); }

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryByTheTextsAroundThem) {
  // simdjson copies up to 64 bytes at once, so it copies the password with the name before it.
  std::string text = R"({"username":"a","password":"shown-once"})";
  text.reserve(100);
  FreedText search(password);

  { (void)json::decode<Credentials>(text); }

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryWhenAnUnknownMemberHoldsThem) {
  std::string text = R"({"secret":["shown-once",{"shown-once":"shown-once"}],"shown-once":1})";
  text.reserve(200);
  FreedText search(password);

  { (void)json::decode<PaginationLinks>(text); }

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryByDecodingThatFails) {
  std::string text = response(R"(,"more":tru)");
  FreedText search(password);

  EXPECT_THROW((void)json::decode<PostTokenOutput>(text), json::DecodeError);

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryByReadingText) {
  std::string text = response();
  FreedText search(password);

  { (void)from_json_text<PostTokenOutput>(text); }

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryByReadingTextThatFails) {
  std::string text = response(R"(,"more":tru)");
  FreedText search(password);

  EXPECT_THROW((void)from_json_text<PostTokenOutput>(text), DecodeException);

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreLeftInMemoryOnlyInTheReturnedText) {
  auto created = from_json_text<PostTokenOutput>(contract::token_created);
  created.properties.scopes.resize(100);
  TokensResponse page;
  page.items.assign(3, created);
  FreedText search(password);

  std::string text = to_json_text(page, SecretText::exposed);

  EXPECT_FALSE(search.was_found());
  wipe(text);
}

TEST(JsonSecrets, AreNotLeftInMemoryByWritingThatFails) {
  auto created = from_json_text<PostTokenOutput>(contract::token_created);
  TokensResponse page;
  page.items.assign(2, created);
  page.items[1].properties.name = "\xFF";
  FreedText search(password);

  EXPECT_THROW((void)to_json_text(page, SecretText::exposed), InvalidArgumentException);

  EXPECT_FALSE(search.was_found());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
