// SPDX-License-Identifier: Apache-2.0
#include "json/error_body.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "contract_examples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The messages in a body, one per line as `code: message`.
std::string messages_in(std::string_view body) {
  std::string all;
  for (const ApiErrorMessage& message : json::decode_error_messages(body)) {
    all += message.error_code + ": " + message.message + "\n";
  }
  return all;
}

TEST(ErrorBody, OfTheDocumentedForm) {
  EXPECT_EQ(messages_in(contract::error_bad_request),
            "example-validation: properties.name has to start with a letter\n");
}

TEST(ErrorBody, WithSeveralMessages) {
  EXPECT_EQ(messages_in(R"({"messages":[{"errorCode":"a","message":"b"},)"
                        R"({"message":"d","errorCode":"c","more":[{}]}],"httpStatus":400})"),
            "a: b\nc: d\n");
}

TEST(ErrorBody, WithoutMessages) {
  EXPECT_EQ(messages_in(contract::error_without_messages), "");
  EXPECT_EQ(messages_in(R"({"httpStatus":500})"), "");
  EXPECT_EQ(messages_in(R"({"messages":[]})"), "");
  EXPECT_EQ(messages_in("{}"), "");
}

TEST(ErrorBody, WithATextForMessages) {
  EXPECT_EQ(messages_in(R"({"messages":"no such thing"})"), ": no such thing\n");
  EXPECT_EQ(messages_in(R"({"messages":["no such thing"]})"), ": no such thing\n");
}

TEST(ErrorBody, WithOneObjectForMessages) {
  EXPECT_EQ(messages_in(R"({"messages":{"errorCode":"a","message":"b"}})"), "a: b\n");
}

TEST(ErrorBody, WithHalfAMessage) {
  EXPECT_EQ(messages_in(R"({"messages":[{"errorCode":"a"},{"message":"b"},{},null,)"
                        R"({"errorCode":null,"message":"c"},{"errorCode":"d","message":null}]})"),
            "a: \n: b\n: c\nd: \n");
}

TEST(ErrorBody, WithANumberForACode) {
  EXPECT_EQ(messages_in(R"({"messages":[{"errorCode": 439 ,"message":"a"}]})"), "439: a\n");
  EXPECT_EQ(messages_in(R"({"messages":[{"errorCode":-1.5e3,"message":"a"}]})"), "-1.5e3: a\n");
}

TEST(ErrorBody, WithMembersOfOtherTypes) {
  EXPECT_EQ(
      messages_in(R"({"httpStatus":"x","messages":[true,[],)"
                  R"({"errorCode":[1],"message":{"a":"b"}},{"errorCode":"a","message":false}],)"
                  R"("msg":[]})"),
      "a: \n");
}

TEST(ErrorBody, OfAGateway) {
  EXPECT_EQ(messages_in(contract::error_of_gateway), ": no healthy upstream\n");
}

TEST(ErrorBody, OfProblemDetails) {
  EXPECT_EQ(messages_in(R"({"type":"about:blank","title":"Forbidden","status":403,)"
                        R"("detail":"the contract has no registry","instance":"/x"})"),
            ": Forbidden: the contract has no registry\n");
  EXPECT_EQ(messages_in(R"({"detail":"too long","title":"Bad Request"})"),
            ": Bad Request: too long\n");
  EXPECT_EQ(messages_in(R"({"title":"Forbidden"})"), ": Forbidden\n");
}

TEST(ErrorBody, OfProblemDetailsAboutSeveralMembers) {
  EXPECT_EQ(
      messages_in(R"({"title":"Invalid","errors":{"name":["is missing","is odd"],"age":[]}})"),
      ": Invalid\nname: is missing\nname: is odd\n");
  EXPECT_EQ(messages_in(R"({"title":"Invalid","errors":[{"detail":"is odd","pointer":"#/name"}]})"),
            ": Invalid\n: is odd\n");
}

TEST(ErrorBody, OfOtherServices) {
  EXPECT_EQ(messages_in(R"({"error":"denied","detail":"no such contract"})"),
            ": denied: no such contract\n");
  EXPECT_EQ(messages_in(R"({"error":"invalid_token","error_description":"it is outdated"})"),
            ": invalid_token: it is outdated\n");
  EXPECT_EQ(messages_in(R"({"error":{"code":403,"message":"not allowed","details":[]}})"),
            "403: not allowed\n");
  EXPECT_EQ(messages_in(R"({"message":"no Route matched"})"), ": no Route matched\n");
  EXPECT_EQ(messages_in(R"({"Message":"Forbidden","Code":"AccessDenied"})"),
            "AccessDenied: Forbidden\n");
  EXPECT_EQ(messages_in(R"({"errors":[{"code":"DENIED","message":"access denied"},"and more"]})"),
            "DENIED: access denied\n: and more\n");
  EXPECT_EQ(messages_in(R"({"errors":"all of it"})"), ": all of it\n");
  EXPECT_EQ(messages_in(R"({"detail":[{"loc":["body","name"],"msg":"field required"}]})"),
            ": field required\n");
  EXPECT_EQ(messages_in(R"([{"message":"a"},{"message":"b"}])"), ": a\n: b\n");
}

TEST(ErrorBody, WithADuplicateMessageIsReadOnce) {
  EXPECT_EQ(messages_in(R"({"error":"Not Found","message":"Not Found"})"), ": Not Found\n");
}

TEST(ErrorBody, WithNamesAndTextsWrittenWithEscapes) {
  EXPECT_EQ(messages_in(R"({"m\u0073g":"a\n\u20AC"})"), ": a\n\u20AC\n");
}

TEST(ErrorBody, AfterAByteOrderMark) {
  EXPECT_EQ(messages_in("\xEF\xBB\xBF{\"msg\":\"a\"}"), ": a\n");
}

TEST(ErrorBody, KeepsTheMessagesBeforeTheDamage) {
  EXPECT_EQ(messages_in(R"({"messages":[{"message":"a"},{"message":}]})"), ": a\n");
}

TEST(ErrorBody, OfAnotherFormHasNoMessages) {
  const std::string binary("\0\x01\xFF\xFE{\"msg\":\"a\"}", 15);
  for (const std::string_view body :
       {std::string_view(), std::string_view(" "), contract::error_page,
        std::string_view("Not Found"), std::string_view("null"), std::string_view("\"a\""),
        std::string_view("5"), std::string_view("[]"), std::string_view("{\"msg\":\"\xFF\"}"),
        std::string_view("{\"msg\":\"a\""), std::string_view(binary)}) {
    EXPECT_EQ(messages_in(body), "") << body;
  }
}

TEST(ErrorBody, ThatNestsTooDeeply) {
  const std::string nested(100'000, '[');

  EXPECT_EQ(messages_in(nested), "");
  EXPECT_EQ(messages_in("{\"msg\":" + nested + "}"), "");
  EXPECT_EQ(messages_in("{\"messages\":" + nested + std::string(100'000, ']') + "}"), "");
}

TEST(ErrorBody, ThatIsTooLong) {
  const std::string long_text(16 * 1024 * 1024, 'x');

  EXPECT_EQ(messages_in(long_text), "");
  EXPECT_EQ(messages_in("{\"msg\":\"" + long_text + "\"}"), "");
}

TEST(ErrorBody, CutOffAnywhereDoesNotThrow) {
  const std::string_view whole = contract::error_bad_request;

  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NO_THROW((void)messages_in(whole.substr(0, size)));
  }
}

TEST(ErrorText, IsTheFirstLineOfAText) {
  EXPECT_EQ(json::error_text("no healthy upstream"), "no healthy upstream");
  EXPECT_EQ(json::error_text("404 page not found\n"), "404 page not found");
  EXPECT_EQ(json::error_text("\r\n  upstream connect error\r\nreset reason: timeout"),
            "upstream connect error");
  EXPECT_EQ(json::error_text("a\tb\rc"), "a\tb");
  EXPECT_EQ(json::error_text("[error] no route"), "[error] no route");
}

TEST(ErrorText, IsTheTitleOfAPage) {
  EXPECT_EQ(json::error_text("<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"),
            "502 Bad Gateway");
  EXPECT_EQ(json::error_text("\n<HTML><TITLE lang=\"en\">\n  Log\n\tin </TITLE>"), "Log in");
}

TEST(ErrorText, IsTheHeadingOfAPageWithoutATitle) {
  EXPECT_EQ(json::error_text("<html><title></title><h1>Conflict</h1></html>"), "Conflict");
}

TEST(ErrorText, IsTheMessageOfAnXmlDocument) {
  EXPECT_EQ(json::error_text("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code>"
                             "<Message>Access Denied</Message></Error>"),
            "Access Denied");
}

TEST(ErrorText, IsReadAfterAByteOrderMark) {
  EXPECT_EQ(json::error_text("\xEF\xBB\xBFno route"), "no route");
  EXPECT_EQ(json::error_text("\xEF\xBB\xBF<title>no route</title>"), "no route");
}

TEST(ErrorText, IsKeptUnchangedInOtherEncodings) {
  EXPECT_EQ(json::error_text("f\xfcr niemanden"), "f\xfcr niemanden");
}

TEST(ErrorText, IsEmptyForOtherForms) {
  for (const std::string& body :
       {std::string(), std::string(" \r\n"), std::string("{\"a\":1}"), std::string("["),
        std::string("[ \"a\"]"), std::string("[]"), std::string(100'000, '['),
        std::string("<html><body>502</body></html>"), std::string("<title"), std::string("<title>"),
        std::string("<"), std::string("\x00\x01\x7f\x80\xff", 5), std::string("\x1f\x8b\x08 gzip"),
        std::string("\xFF\xFEn\0o\0", 6), std::string("\x1b[31mred"),
        std::string("<title>\x1b[31m</title>"), std::string(2 * 1024 * 1024, 'x')}) {
    EXPECT_EQ(json::error_text(body), "") << testing::PrintToString(body.substr(0, 40));
  }
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
