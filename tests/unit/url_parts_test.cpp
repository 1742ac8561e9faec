// SPDX-License-Identifier: Apache-2.0
#include "curl/url_parts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(UrlParts, TakeAUrlApart) {
  const auto parts = split_url("https://user:pass@host.example:8443/a/b?c=d#e", "http");

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->scheme, "https");
  EXPECT_EQ(parts->user, "user");
  EXPECT_EQ(parts->password, "pass");
  EXPECT_EQ(parts->host, "host.example");
  EXPECT_EQ(parts->port, "8443");
  EXPECT_EQ(parts->path, "/a/b");
  EXPECT_TRUE(parts->has_query);
  EXPECT_TRUE(parts->has_fragment);
}

TEST(UrlParts, AreEmptyWhereTheUrlHasNone) {
  const auto parts = split_url("https://h", "http");

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->user, "");
  EXPECT_EQ(parts->password, "");
  EXPECT_EQ(parts->port, "");
  EXPECT_EQ(parts->path, "/");
  EXPECT_FALSE(parts->has_query);
  EXPECT_FALSE(parts->has_fragment);
}

TEST(UrlParts, PutADefaultSchemeInFront) {
  EXPECT_EQ(split_url("h:8080", "socks5h")->scheme, "socks5h");
  EXPECT_EQ(split_url("h:8080", "socks5h")->port, "8080");
  EXPECT_EQ(split_url("user:pass@h", "http")->user, "user");
}

TEST(UrlParts, DecodeUserAndPassword) {
  const auto parts = split_url("http://us%40er:p%3Aa%2Fss%25@h", "http");

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->user, "us@er");
  EXPECT_EQ(parts->password, "p:a/ss%");
}

TEST(UrlParts, KeepTheBracketsOfAnIpv6Address) {
  const auto parts = split_url("https://[2001:db8::1]:1", "http");

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->host, "[2001:db8::1]");
}

// Without it the address is one of another link, or of none.
TEST(UrlParts, KeepTheZoneOfAnAddress) {
  const UrlParts parts = split_url("https://[fe80::1%25eth0]:8443/x", "http").value();

  EXPECT_EQ(parts.host, "[fe80::1]");
  EXPECT_EQ(parts.zone, "eth0");
  EXPECT_EQ(origin_of(parts), "https://[fe80::1%25eth0]:8443");
}

TEST(UrlParts, AreNoneForASchemeThatLacksASlash) {
  for (const char* url : {"https:/h", "http:/h:80/x", "socks5:/h"}) {
    EXPECT_FALSE(split_url(url, "https")) << url;
  }
}

TEST(UrlParts, KnowAQueryThatIsEmpty) { EXPECT_TRUE(split_url("https://h?", "http")->has_query); }

TEST(UrlParts, AreNoneForWhatIsNoUrl) {
  EXPECT_FALSE(split_url("", "http").has_value());
  EXPECT_FALSE(split_url("h h", "http").has_value());
  EXPECT_FALSE(split_url("http://h:port", "http").has_value());
}

// Some versions of libcurl read `%38` as the name `8`, which a second reading takes for the address
// 0.0.0.8; others take it for that at once.
TEST(UrlParts, AreNoneForAHostThatReadsOtherwiseTheNextTime) {
  for (const char* url : {"https://%38/x", "http://127.%31", "http://127.0.0.1."}) {
    const auto parts = split_url(url, "http");
    if (!parts) continue;
    EXPECT_EQ(split_url("http://" + parts->host, "http")->host, parts->host) << url;
  }
  EXPECT_EQ(split_url("https://%68ost", "http")->host, "host");
}

TEST(UrlParts, AreNoneForTextWithANul) {
  EXPECT_FALSE(split_url(std::string("http://h\0.example", 17), "http").has_value());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
