// SPDX-License-Identifier: Apache-2.0
#include "runtime/no_proxy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Judged {
  const char* list;
  const char* host;
  int port;
  bool exempt;
};

class NoProxy : public testing::TestWithParam<Judged> {};

TEST_P(NoProxy, ExemptsWhatTheListNamesAndNothingElse) {
  const Judged& row = GetParam();
  const NoProxyList list(row.list);

  EXPECT_EQ(list.exempts({row.host, row.port}), row.exempt)
      << "\"" << row.list << "\" " << row.host << ":" << row.port;
  EXPECT_THAT(list.unreadable(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Names, NoProxy,
                         testing::Values(Judged{"", "api.ionos.com", 443, false},
                                         Judged{"api.ionos.com", "api.ionos.com", 443, true},
                                         Judged{"ionos.com", "api.ionos.com", 443, true},
                                         Judged{".ionos.com", "api.ionos.com", 443, true},
                                         Judged{".ionos.com", "ionos.com", 443, true},
                                         Judged{"ionos.com", "myionos.com", 443, false},
                                         Judged{".ionos.com", "myionos.com", 443, false},
                                         Judged{"api.ionos.com", "ionos.com", 443, false},
                                         Judged{"API.Ionos.COM", "api.ionos.com", 443, true},
                                         Judged{"api.ionos.com", "API.IONOS.com", 443, true},
                                         Judged{"api.ionos.com.", "api.ionos.com", 443, true},
                                         Judged{"api.ionos.com", "api.ionos.com.", 443, true},
                                         Judged{"b\xc3\xbc.example", "b\xc3\xbc.example", 443,
                                                true},
                                         Judged{"localhost", "localhost", 443, true}));

INSTANTIATE_TEST_SUITE_P(Stars, NoProxy,
                         testing::Values(Judged{"*", "api.ionos.com", 443, true},
                                         Judged{"*", "[2001:db8::1]", 443, true},
                                         Judged{"a.example,*", "api.ionos.com", 443, true},
                                         Judged{"*.ionos.com", "api.ionos.com", 443, true},
                                         Judged{"*.ionos.com", "a.b.ionos.com", 443, true},
                                         Judged{"*.ionos.com", "ionos.com", 443, false},
                                         Judged{"*.ionos.com", "ionos.com.evil", 443, false},
                                         Judged{"api.*.com", "api.ionos.com", 443, true},
                                         Judged{"api-*", "api-1.example", 443, true},
                                         Judged{"*a*b*", "xxaxxbxx", 443, true},
                                         Judged{"*a*b", "xxaxxbxx", 443, false},
                                         Judged{"10.*", "10.1.2.3", 443, true},
                                         Judged{"10.*.3", "10.1.2.4", 443, false}));

INSTANTIATE_TEST_SUITE_P(Ports, NoProxy,
                         testing::Values(Judged{"h.example:8443", "h.example", 8443, true},
                                         Judged{"h.example:8443", "h.example", 443, false},
                                         Judged{"example:0443", "h.example", 443, true},
                                         Judged{"*:8443", "h.example", 8443, true},
                                         Judged{"10.0.0.1:8443", "10.0.0.1", 8443, true},
                                         Judged{"10.0.0.1:8443", "10.0.0.1", 443, false},
                                         Judged{"[::1]:8443", "[::1]", 8443, true},
                                         Judged{"[::1]:8443", "[::1]", 443, false}));

INSTANTIATE_TEST_SUITE_P(Addresses, NoProxy,
                         testing::Values(Judged{"10.0.0.1", "10.0.0.1", 443, true},
                                         Judged{"10.0.0.1", "10.0.0.11", 443, false},
                                         Judged{"10.0.0.0/8", "10.1.2.3", 443, true},
                                         Judged{"10.0.0.0/8", "11.0.0.0", 443, false},
                                         Judged{"10.200.0.0/9", "10.127.0.1", 443, false},
                                         Judged{"10.1.2.3/8", "10.9.9.9", 443, true},
                                         Judged{"192.168.0.4/30", "192.168.0.7", 443, true},
                                         Judged{"192.168.0.4/30", "192.168.0.8", 443, false},
                                         Judged{"0.0.0.0/0", "8.8.8.8", 443, true},
                                         Judged{"0.0.0.0/0", "[2001:db8::1]", 443, false},
                                         Judged{"::/0", "8.8.8.8", 443, false},
                                         Judged{"10.0.0.0/8", "10.example.com", 443, false},
                                         Judged{"2001:db8::1", "[2001:db8::1]", 443, true},
                                         Judged{"[2001:db8::1]", "[2001:db8::1]", 443, true},
                                         Judged{"2001:DB8:0:0::1", "[2001:db8::1]", 443, true},
                                         Judged{"2001:db8::/32", "[2001:db8:9::1]", 443, true},
                                         Judged{"[2001:db8::]/32", "[2001:db9::1]", 443, false},
                                         Judged{"::ffff:10.0.0.1", "10.0.0.1", 443, true},
                                         Judged{"10.0.0.0/8", "[::ffff:10.1.2.3]", 443, true},
                                         Judged{"::ffff:10.0.0.0/104", "10.9.9.9", 443, true},
                                         Judged{"::ffff:10.0.0.0/104", "11.0.0.1", 443, false},
                                         Judged{"[::ffff:0:0]/96", "11.0.0.1", 443, true},
                                         Judged{"::ffff:10.0.0.1/128", "10.0.0.2", 443, false},
                                         Judged{"1.example", "10.0.0.1", 443, false}));

INSTANTIATE_TEST_SUITE_P(WhatStandsBetweenEntries, NoProxy,
                         testing::Values(Judged{"a.example,b.example", "b.example", 443, true},
                                         Judged{"a.example, b.example", "b.example", 443, true},
                                         Judged{"a.example b.example", "b.example", 443, true},
                                         Judged{" a.example\t,\tb.example \r\n", "b.example", 443,
                                                true},
                                         Judged{"a.example\nb.example", "a.example", 443, true},
                                         Judged{",,b.example,", "b.example", 443, true},
                                         Judged{"a.example,\xc2\xa0"
                                                "b.example\xe2\x80\x8b",
                                                "b.example", 443, true},
                                         Judged{"\xef\xbb\xbf"
                                                "b.example",
                                                "b.example", 443, true},
                                         Judged{"a.example, \xc2\xa0,", "b.example", 443, false},
                                         Judged{",, ,", "b.example", 443, false}));

TEST(NoProxy, KeepsWhatItCannotReadForAComplaint) {
  for (const char* entry : {"https://h.example",
                            "h.example/",
                            "h.example:",
                            "h.example:https",
                            "h.example:0",
                            "h.example:65536",
                            "10.0.0.0/33",
                            "10.0.0.0/",
                            "10.0.0.0/8/8",
                            "example/8",
                            "2001:db8::/129",
                            "::ffff:10.0.0.0/8",
                            "::ffff:10.0.0.0/129",
                            "10.0.0",
                            "1.2.3.4.5",
                            "127.1",
                            "10",
                            ".",
                            "\"h.example\"",
                            "a;b",
                            "<local>",
                            "a:b:c",
                            "[::1",
                            "fe80::1%eth0"}) {
    const NoProxyList list("a.example," + std::string(entry) + ",b.example");

    EXPECT_THAT(list.unreadable(), ElementsAre(entry));
    EXPECT_TRUE(list.exempts({"b.example", 443})) << entry;
    EXPECT_FALSE(list.exempts({"h.example", 443})) << entry;
  }
}

// A proxy's URL, put into the wrong variable, stood in warnings with its password.
TEST(NoProxy, ShowsNoUserOfWhatItCannotRead) {
  EXPECT_THAT(NoProxyList("me@h.example").unreadable(), ElementsAre("[redacted]@h.example"));
  EXPECT_THAT(NoProxyList("a.example,http://me:hunter2@p.example:3128").unreadable(),
              ElementsAre("[redacted]@p.example:3128"));
  EXPECT_THAT(NoProxyList("me:hun@ter2@p.example").unreadable(),
              ElementsAre("[redacted]@p.example"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
