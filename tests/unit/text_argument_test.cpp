// SPDX-License-Identifier: Apache-2.0
// `std::getenv` gives a null pointer for a variable that isn't set.
#include <ionoscloud/container_registry/text_argument.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>

#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

static_assert(!std::is_constructible_v<TextArgument, std::nullptr_t>);
static_assert(!std::is_constructible_v<Secret, std::nullptr_t>);
static_assert(!std::is_constructible_v<RegistryId, std::nullptr_t>);
static_assert(!std::is_constructible_v<TokenStatus, std::nullptr_t>);
static_assert(!std::is_assignable_v<Field<TokenStatus>&, std::nullptr_t>);

const char* const unset = nullptr;

TEST(TextArgument, TakesEveryKindOfText) {
  const char* pointer = "text";
  char array[] = "text";
  EXPECT_EQ(std::string_view(TextArgument("text")), "text");
  EXPECT_EQ(std::string_view(TextArgument(pointer)), "text");
  EXPECT_EQ(std::string_view(TextArgument(array)), "text");
  EXPECT_EQ(std::string_view(TextArgument(std::string_view("a\0b", 3))),
            std::string_view("a\0b", 3));
  const std::string text = "text";
  EXPECT_EQ(std::string_view(TextArgument(text)).data(), text.data());
}

TEST(NullPointer, IsTheEmptyText) {
  EXPECT_EQ(Secret(unset), Secret());
  EXPECT_EQ(RegistryId(unset), RegistryId());
  EXPECT_EQ(TokenId(const_cast<char*>(unset)), TokenId());
  EXPECT_EQ(TokenStatus(unset), TokenStatus());
  Field<TokenStatus> status;
  status = unset;
  EXPECT_EQ(status.value(), TokenStatus());
  Secret secret = "text";
  secret = unset;
  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(bearer_authorization(unset), bearer_authorization(""));
  EXPECT_EQ(basic_authorization(unset, unset), basic_authorization("", ""));
}

TEST(NullPointer, ReadsAsInvalid) {
  EXPECT_EQ(Timestamp::parse(unset), std::nullopt);
  EXPECT_EQ(parse_log_level(unset), std::nullopt);
  EXPECT_EQ(Headers({{"Name", "value"}}).get(unset), std::nullopt);
  EXPECT_EQ(Headers({{"Name", "value"}}).count(unset), 0U);
  EXPECT_THROW(static_cast<void>(from_json_text<Scope>(unset)), DecodeException);
}

TEST(NullPointer, AsATokenIsNoCredentials) {
  Configuration configuration;
  configuration.token = unset;

  EXPECT_THROW(static_cast<void>(ApiClient(configuration)), ConfigurationException);
}

using NullPointerAsAnId = TokensApiTest;

TEST_F(NullPointerAsAnId, IsRejectedBeforeAnythingIsSent) {
  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_find_by_id(unset, "tok")),
               InvalidArgumentException);
  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_find_by_id("reg", unset)),
               InvalidArgumentException);
  EXPECT_EQ(transport->request_count(), 0U);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
