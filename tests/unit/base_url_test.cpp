// SPDX-License-Identifier: Apache-2.0
#include "runtime/base_url.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What is wrong with a host; empty when nothing is.
std::string problem_with(const std::string& host, bool allow_plain_http = false) {
  try {
    static_cast<void>(make_base_url(host, allow_plain_http));
    return "";
  } catch (const BaseUrlError& error) {
    return error.problem;
  }
}

struct Made {
  const char* host;
  const char* url;
};

class BaseUrlIsMade : public ::testing::TestWithParam<Made> {};

TEST_P(BaseUrlIsMade, OfHost) {
  EXPECT_EQ(make_base_url(GetParam().host, false), GetParam().url) << GetParam().host;
}

INSTANTIATE_TEST_SUITE_P(
    WithDefaults, BaseUrlIsMade,
    ::testing::Values(
        Made{"https://api.ionos.com/containerregistries",
             "https://api.ionos.com/containerregistries"},
        Made{"https://api.ionos.com", "https://api.ionos.com/containerregistries"},
        Made{"api.ionos.com", "https://api.ionos.com/containerregistries"},
        Made{"api.ionos.com/", "https://api.ionos.com/containerregistries"},
        Made{"https://api.ionos.com///", "https://api.ionos.com/containerregistries"},
        Made{" \t\r\nhttps://api.ionos.com/ \n", "https://api.ionos.com/containerregistries"},
        Made{"HTTPS://api.ionos.com", "https://api.ionos.com/containerregistries"},
        Made{"api.ionos.com:8443", "https://api.ionos.com:8443/containerregistries"}));

INSTANTIATE_TEST_SUITE_P(
    WithItsPathKept, BaseUrlIsMade,
    ::testing::Values(Made{"https://gw.example/ionos/cr", "https://gw.example/ionos/cr"},
                      Made{"https://gw.example/ionos/cr/", "https://gw.example/ionos/cr"},
                      Made{"https://gw.example/ionos/cr///", "https://gw.example/ionos/cr"},
                      Made{"gw.example/Ionos", "https://gw.example/Ionos"},
                      Made{"https://gw.example/containerregistries/",
                           "https://gw.example/containerregistries"},
                      Made{"https://gw.example/a%20b", "https://gw.example/a%20b"}));

INSTANTIATE_TEST_SUITE_P(
    OfPortsAndAddresses, BaseUrlIsMade,
    ::testing::Values(Made{"https://h:1", "https://h:1/containerregistries"},
                      Made{"https://h:65535/x", "https://h:65535/x"},
                      Made{"https://[2001:db8::1]", "https://[2001:db8::1]/containerregistries"},
                      Made{"[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"},
                      Made{"https://[fe80::1%25eth0]:8443",
                           "https://[fe80::1%25eth0]:8443/containerregistries"},
                      Made{"10.0.0.1", "https://10.0.0.1/containerregistries"},
                      Made{"https://127.evil.com", "https://127.evil.com/containerregistries"}));

INSTANTIATE_TEST_SUITE_P(
    OfPlainHttpOnLoopback, BaseUrlIsMade,
    ::testing::Values(Made{"http://127.0.0.1:4010", "http://127.0.0.1:4010/containerregistries"},
                      Made{"http://127.0.0.1/x", "http://127.0.0.1/x"},
                      Made{"http://127.255.255.254", "http://127.255.255.254/containerregistries"},
                      Made{"http://127.1", "http://127.0.0.1/containerregistries"},
                      Made{"http://[::ffff:127.0.0.1]",
                           "http://[::ffff:127.0.0.1]/containerregistries"},
                      Made{"http://[::1]:80", "http://[::1]:80/containerregistries"},
                      Made{"http://localhost", "http://localhost/containerregistries"},
                      Made{"HTTP://LocalHost:1", "http://LocalHost:1/containerregistries"}));

class BaseUrlRefuses : public ::testing::TestWithParam<const char*> {};

TEST_P(BaseUrlRefuses, Host) { EXPECT_NE(problem_with(GetParam(), true), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(WhatIsNoUrl, BaseUrlRefuses,
                         ::testing::Values("", " ", "\t\n", "/", "//", "///", "https://",
                                           "http:///", "://h", "//h", "?", "#", "https://?", ":443",
                                           "https://:443", "[::1", "https://::1", "https://[::1]x",
                                           "h h", "https://h/a b", "https:/h", "http:/h/x",
                                           "https:h", "h:/x"));

INSTANTIATE_TEST_SUITE_P(OtherSchemes, BaseUrlRefuses,
                         ::testing::Values("ftp://h", "file:///etc/passwd", "ws://h", "httpx://h",
                                           "http+unix://h", "javascript://h", "socks5h://h"));

INSTANTIATE_TEST_SUITE_P(UsersQueriesAndFragments, BaseUrlRefuses,
                         ::testing::Values("https://user@h", "https://user:password@h",
                                           "https://:password@h", "user:password@h",
                                           "https://127.0.0.1@h", "https://h?", "https://h/?",
                                           "https://h/?a=b", "h?a=b", "https://h/x?",
                                           "https://h/#a", "https://h#a", "h/p?x=http://y"));

INSTANTIATE_TEST_SUITE_P(PortsOutOfRange, BaseUrlRefuses,
                         ::testing::Values("https://h:0", "https://h:65536",
                                           "https://h:99999999999", "https://h:-1", "https://h:+1",
                                           "https://h:http", "https://h:1:2", "https://h:4 43"));

INSTANTIATE_TEST_SUITE_P(CharactersThatCannotBeThere, BaseUrlRefuses,
                         ::testing::Values("https://h\r\nX-Evil: 1", "https://h/\r\nX-Evil: 1",
                                           "https://h/a\tb", "https://h\x01", "https://h/\x7f",
                                           "https://h\\evil.com", "https://h\\@evil.com",
                                           "https://a,b", "https://*", "https://h/pfad/\xc3\xa4"));

class BaseUrlRefusesPlainHttp : public ::testing::TestWithParam<const char*> {};

TEST_P(BaseUrlRefusesPlainHttp, OffLoopback) {
  EXPECT_NE(problem_with(GetParam()), "") << GetParam();
}

// Some of them a careless check of the text would take for loopback.
INSTANTIATE_TEST_SUITE_P(
    All, BaseUrlRefusesPlainHttp,
    ::testing::Values(
        "http://api.ionos.com", "http://10.0.0.1", "http://0.0.0.0", "http://127.evil.com",
        "http://localhost.evil.com", "http://evil.com/localhost", "http://127.0.0.1@evil.com",
        "http://localhost@evil.com", "http://127.0.0.1:80@evil.com", "http://evil.com#@127.0.0.1",
        "http://evil.com?@127.0.0.1", "http://evil.com\\@127.0.0.1", "http://127.0.0.1\\@evil.com",
        "http://127.0.0.1%2eevil.com", "http://127.0.0.1.evil.com", "http://128.0.0.1",
        "http://[::2]", "http://[::ffff:10.0.0.1]", "http://[2001:db8::1]",
        "http://\xef\xbc\x91"
        "27.0.0.1"));

// No addresses, so names: a resolver with a search list may find them anywhere.
INSTANTIATE_TEST_SUITE_P(DigitsAndDotsThatAreNoAddress, BaseUrlRefusesPlainHttp,
                         ::testing::Values("http://127.0.0.256", "http://127.1.2.3.4",
                                           "http://127.", "http://127..1"));

// To newer versions of libcurl it is the address itself, and is sent as that.
TEST(BaseUrl, HasTheAddressWhereADotBehindItIsTakenAsOne) {
  if (problem_with("http://127.0.0.1.") != "") return;
  EXPECT_EQ(make_base_url("http://127.0.0.1.", false), "http://127.0.0.1/containerregistries");
}

TEST(BaseUrl, LetsPlainHttpPassWhereItIsAllowed) {
  EXPECT_EQ(make_base_url("http://registry.test:8080", true),
            "http://registry.test:8080/containerregistries");
}

TEST(BaseUrl, IsMadeWithoutWhatStandsAroundTheHost) {
  for (const char* host : {" h.example\r\n", "\"h.example\"", "'https://h.example/'",
                           "\xef\xbb\xbfhttps://h.example", "h.example\xc2\xa0"}) {
    EXPECT_EQ(make_base_url(host, false), "https://h.example/containerregistries") << host;
  }
}

TEST(BaseUrl, RefusesControlCharactersWithinTheHost) {
  for (const char* host : {"h\n.example", "https://h.example/a\rb", "h.example\t/x"}) {
    EXPECT_NE(problem_with(host), "") << host;
  }
}

TEST(BaseUrl, RefusesTextBehindANul) {
  EXPECT_NE(problem_with(std::string("https://h\0.evil.com", 19)), "");
  EXPECT_NE(problem_with(std::string("http://127.0.0.1\0.evil.com", 26)), "");
}

TEST(BaseUrl, NeverRepeatsAPassword) {
  EXPECT_EQ(problem_with("https://user:hunter2@h").find("hunter2"), std::string::npos);
  EXPECT_EQ(problem_with("https://user:hunter2@h h").find("hunter2"), std::string::npos);
}

TEST(BaseUrl, SaysWhatLiftsTheRefusalOfPlainHttp) {
  EXPECT_NE(problem_with("http://registry.test").find("tls.allow_plain_http"), std::string::npos);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
