// SPDX-License-Identifier: Apache-2.0
#include "api/redirect.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string shown(const std::string& location, int status = 307) {
  HttpResponse response;
  response.status = status;
  response.headers.add("location", location);
  return redirect_of(response);
}

TEST(Redirect, ShowsWhereTo) {
  for (const int status : {300, 301, 302, 303, 307, 308}) {
    EXPECT_EQ(shown("https://registry.example.com/a/b", status),
              "https://registry.example.com/a/b");
  }
  EXPECT_EQ(shown("/login"), "/login");
  EXPECT_EQ(shown("//other.example/login"), "//other.example/login");
}

TEST(Redirect, ShowsNoQueryFragmentOrParameters) {
  EXPECT_EQ(shown("https://login.example/?token=s3cret"), "https://login.example/");
  EXPECT_EQ(shown("https://login.example/#s3cret"), "https://login.example/");
  EXPECT_EQ(shown("https://login.example/a;jsessionid=s3cret"), "https://login.example/a");
  EXPECT_EQ(shown("?s3cret"), "");
}

TEST(Redirect, ShowsNoUser) {
  EXPECT_EQ(shown("https://me:s3cret@host.example/a"), "https://host.example/a");
  EXPECT_EQ(shown("https://me:s3;c/r@e:t@host.example/a?b"), "https://host.example/a");
  EXPECT_EQ(shown("//me:s3cret@host.example"), "//host.example");
  EXPECT_EQ(shown("https:me:s3cret@host.example/a"), "host.example/a");
  EXPECT_EQ(shown("https://host.example/?to=me:s3cret@other"), "https://host.example/");
}

TEST(Redirect, IsNothingWithoutOne) {
  EXPECT_EQ(redirect_of(HttpResponse()), "");
  EXPECT_EQ(shown("https://host.example/made", 201), "");
  HttpResponse not_modified;
  not_modified.status = 304;
  EXPECT_EQ(redirect_of(not_modified), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
