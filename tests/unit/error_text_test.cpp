// SPDX-License-Identifier: Apache-2.0
#include "http/error_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(ErrorText, IsTheFirstLineOfAText) {
  EXPECT_EQ(error_text("no healthy upstream"), "no healthy upstream");
  EXPECT_EQ(error_text("404 page not found\n"), "404 page not found");
  EXPECT_EQ(error_text("\r\n  upstream connect error\r\nreset reason: timeout"),
            "upstream connect error");
  EXPECT_EQ(error_text("a\tb\rc"), "a\tb");
  EXPECT_EQ(error_text("[error] no route"), "[error] no route");
}

TEST(ErrorText, IsTheTitleOfAPage) {
  EXPECT_EQ(error_text("<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"),
            "502 Bad Gateway");
  EXPECT_EQ(error_text("\n<HTML><TITLE lang=\"en\">\n  Log\n\tin </TITLE>"), "Log in");
}

TEST(ErrorText, IsTheHeadingOfAPageWithoutATitle) {
  EXPECT_EQ(error_text("<html><title></title><h1>Conflict</h1></html>"), "Conflict");
}

TEST(ErrorText, IsTheMessageOfAnXmlDocument) {
  EXPECT_EQ(error_text("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code>"
                       "<Message>Access Denied</Message></Error>"),
            "Access Denied");
}

TEST(ErrorText, IsReadBehindAByteOrderMark) {
  EXPECT_EQ(error_text("\xEF\xBB\xBFno route"), "no route");
  EXPECT_EQ(error_text("\xEF\xBB\xBF<title>no route</title>"), "no route");
}

TEST(ErrorText, IsKeptAsItCameInOtherCodings) {
  EXPECT_EQ(error_text("f\xfcr niemanden"), "f\xfcr niemanden");
}

TEST(ErrorText, IsNothingOfWhatIsForNoPerson) {
  for (const std::string& body :
       {std::string(), std::string(" \r\n"), std::string("{\"a\":1}"), std::string("["),
        std::string("[ \"a\"]"), std::string("[]"), std::string(100'000, '['),
        std::string("<html><body>502</body></html>"), std::string("<title"), std::string("<title>"),
        std::string("<"), std::string("\x00\x01\x7f\x80\xff", 5), std::string("\x1f\x8b\x08 gzip"),
        std::string("\xFF\xFEn\0o\0", 6), std::string("\x1b[31mred"),
        std::string("<title>\x1b[31m</title>"), std::string(2 * 1024 * 1024, 'x')}) {
    EXPECT_EQ(error_text(body), "") << testing::PrintToString(body.substr(0, 40));
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
