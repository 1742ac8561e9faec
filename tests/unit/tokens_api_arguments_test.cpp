// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "support/caught.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class TokensApiArguments : public TokensApiTest {
 protected:
  /// What a call is refused with, before anything is sent.
  std::string refusal(const std::function<void()>& call) {
    const auto error = caught<InvalidArgumentException>(call);
    EXPECT_EQ(error.attempts(), 0);
    EXPECT_EQ(error.execution(), Execution::none);
    EXPECT_EQ(transport->request_count(), 0u);
    return error.what();
  }

  std::string target_of(const RegistryId& registry, const TokenId& token) {
    const std::size_t before = transport->request_count();
    transport->respond(204);
    tokens.registries_tokens_delete(registry, token);
    const std::string base = "https://api.ionos.com/containerregistries/registries/";
    const std::string url = transport->requests().at(before).url;
    EXPECT_EQ(url.substr(0, base.size()), base);
    return url.substr(base.size());
  }
};

TEST_F(TokensApiArguments, EncodeIdsAsOneSegmentEach) {
  EXPECT_EQ(target_of("a/b", "c d"), "a%2Fb/tokens/c%20d");
  EXPECT_EQ(target_of("../../admin", "..."), "..%2F..%2Fadmin/tokens/...");
  EXPECT_EQ(target_of("%2e%2e", "%"), "%252e%252e/tokens/%25");
  EXPECT_EQ(target_of("?a=b", "#c"), "%3Fa%3Db/tokens/%23c");
  EXPECT_EQ(target_of("ä", "\xff"), "%C3%A4/tokens/%FF");
  EXPECT_EQ(target_of("{tokenId}", "{registryId}"), "%7BtokenId%7D/tokens/%7BregistryId%7D");
  EXPECT_EQ(target_of("a\\b", ";c=d,e:f@g"), "a%5Cb/tokens/%3Bc%3Dd%2Ce%3Af%40g");
}

TEST_F(TokensApiArguments, RefuseAnIdWithBlanksOrQuotesAroundIt) {
  for (const char* id : {" r", "r ", "\"r\"", "'r'", "r\xc2\xa0", "\xef\xbb\xbfr"}) {
    EXPECT_EQ(
        refusal([&] { tokens.registries_tokens_delete(id, "t"); }),
        "registries_tokens_delete: registry_id must be the id alone, without blanks, quotes or "
        "a byte order mark around it");
  }
}

TEST_F(TokensApiArguments, EncodeIdsOfAnyLength) {
  const std::string longest(100'000, 'x');

  EXPECT_EQ(target_of(longest, "t"), longest + "/tokens/t");
}

TEST_F(TokensApiArguments, RefuseAnOffsetBelowZero) {
  for (const std::int64_t offset : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
    const std::string what =
        refusal([&] { static_cast<void>(tokens.registries_tokens_get("r", offset)); });

    EXPECT_EQ(what, "registries_tokens_get: offset must be 0 or more");
  }
}

TEST_F(TokensApiArguments, RefuseALimitBelowOne) {
  for (const std::int64_t limit :
       {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::min()}) {
    const std::string what =
        refusal([&] { static_cast<void>(tokens.registries_tokens_get("r", 0, limit)); });

    EXPECT_EQ(what, "registries_tokens_get: limit must be 1 or more");
  }
}

TEST_F(TokensApiArguments, RefuseAnImpossibleRegistryOfAList) {
  EXPECT_EQ(refusal([&] { static_cast<void>(tokens.registries_tokens_get_all("")); }),
            "registries_tokens_get: registry_id must not be empty");
}

TEST_F(TokensApiArguments, RefuseANumberOfAListBelowOne) {
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}}) {
    ListOptions page_size;
    page_size.page_size = number;
    ListOptions max_items;
    max_items.max_items = number;

    EXPECT_EQ(refusal([&] { static_cast<void>(tokens.registries_tokens_get_all("r", page_size)); }),
              "registries_tokens_get: list.page_size must be 1 or more");
    EXPECT_EQ(refusal([&] { static_cast<void>(tokens.registries_tokens_get_all("r", max_items)); }),
              "registries_tokens_get: list.max_items must be 1 or more");
  }
}

TEST_F(TokensApiArguments, RefuseAPatchOfNothing) {
  const std::string what = refusal([&] { tokens.registries_tokens_patch("r", "t", {}); });

  EXPECT_EQ(
      what,
      "registries_tokens_patch: patch must set at least one of status, expiry_date and scopes");
}

TEST_F(TokensApiArguments, RefuseATokenWithoutAName) {
  EXPECT_EQ(refusal([&] { static_cast<void>(tokens.registries_tokens_post("r", new_token(""))); }),
            "registries_tokens_post: input.properties.name must not be empty");
  EXPECT_EQ(
      refusal([&] { static_cast<void>(tokens.registries_tokens_put("r", "t", whole_token(""))); }),
      "registries_tokens_put: input.properties.name must not be empty");
}

TEST_F(TokensApiArguments, RefuseTextThatIsNotUtf8) {
  const std::string what =
      refusal([&] { static_cast<void>(tokens.registries_tokens_post("r", new_token("\xff"))); });

  EXPECT_EQ(what.find("registries_tokens_post: input.properties.name "), 0u);
}

TEST_F(TokensApiArguments, RefuseADateThatTheWireHasNoRoomFor) {
  PatchTokenInput patch;
  patch.expiry_date = *Timestamp::parse("9999-12-31T23:59:59Z") + std::chrono::seconds(1);

  const std::string what = refusal([&] { tokens.registries_tokens_patch("r", "t", patch); });

  EXPECT_EQ(what.find("registries_tokens_patch: patch.expiry_date "), 0u);
}

TEST_F(TokensApiArguments, LeaveTheJudgementOfNamesToTheService) {
  transport->respond(422);

  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_post("r", new_token("_ü_"))),
               UnprocessableEntityException);
}

TEST_F(TokensApiArguments, SendNothingForAListUntilItIsRead) {
  static_cast<void>(tokens.registries_tokens_get_all("r"));

  EXPECT_EQ(transport->request_count(), 0u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
