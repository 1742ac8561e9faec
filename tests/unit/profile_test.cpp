// SPDX-License-Identifier: Apache-2.0
#if IONOSCLOUD_CR_WITH_PROFILES

#include "profile/profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string whole = R"(
version: 1.0
currentProfile: dev
profiles:
  - name: dev
    environment: staging
    credentials:
      token: dev-token
  - name: prod
    credentials:
      username: ops@example.com
      password: hunter2
environments:
  - name: live
    products:
      - name: dns
        endpoints: [{name: https://dns.example.com}]
      - name: containerregistry
        endpoints: [{name: https://live.example.com}]
  - name: staging
    certificateAuthData: authority of staging
    products:
      - name: containerregistry
        endpoints:
          - {name: https://fra.example.com, location: de/fra}
          - {name: https://staging.example.com, skipTlsVerify: false}
failover: [of, no, interest]
)";

std::optional<Profile> profile_in(const std::string& text, const std::string& current = "") {
  return read_profile(text, current, ProfileUse{});
}

/// The error of reading a text, as `place problem`; empty without an error.
std::string error_of(const std::string& text, const std::string& current = "",
                     ProfileUse use = {}) {
  try {
    (void)read_profile(text, current, use);
  } catch (const ProfileError& error) {
    return error.place + " " + error.problem;
  }
  return "";
}

TEST(Profile, HasTheCredentialsOfTheCurrentProfile) {
  const Profile profile = profile_in(whole).value();

  EXPECT_EQ(profile.name, "dev");
  EXPECT_EQ(profile.token.expose(), "dev-token");
  EXPECT_EQ(profile.username, "");
}

TEST(Profile, HasTheEndpointWithoutALocation) {
  const Profile profile = profile_in(whole).value();

  EXPECT_EQ(profile.endpoint, "https://staging.example.com");
  EXPECT_EQ(profile.ca_pem, "authority of staging");
}

TEST(Profile, HasTheProfileThatTheCallerNames) {
  const Profile profile = profile_in(whole, "prod").value();

  EXPECT_EQ(profile.name, "prod");
  EXPECT_TRUE(profile.token.empty());
  EXPECT_EQ(profile.username, "ops@example.com");
  EXPECT_EQ(profile.password.expose(), "hunter2");
}

// The host of the first environment once received credentials that may belong to another one.
TEST(Profile, UsesNoEnvironmentThatIsNotNamed) {
  const Profile profile = profile_in(whole, "prod").value();

  EXPECT_EQ(profile.endpoint, "");
  EXPECT_EQ(profile.no_endpoint, "names no environment");
  EXPECT_THAT(profile.warnings, ElementsAre(HasSubstr("none of its endpoints is used")));
}

TEST(Profile, UsesNoEnvironmentWithoutAProfile) {
  const Profile profile = profile_in(
                              "environments: [{name: one, products: [{name: containerregistry, "
                              "endpoints: [{name: x}]}]}]")
                              .value();

  EXPECT_EQ(profile.endpoint, "");
  EXPECT_EQ(profile.warnings.size(), 1u);
}

TEST(Profile, NeedsNoEnvironmentWhereThereIsNone) {
  for (const char* environments : {"", "environments:", "environments: []"}) {
    const Profile profile =
        profile_in(
            "currentProfile: a\nprofiles: [{name: a, environment: prod, credentials: {token: "
            "t}}]\n" +
            std::string(environments))
            .value();

    EXPECT_EQ(profile.token.expose(), "t");
    EXPECT_EQ(profile.endpoint, "");
    EXPECT_EQ(profile.no_endpoint, "names an environment that the file doesn't have");
    EXPECT_EQ(profile.warnings.size(), 1u);
  }
}

TEST(Profile, ReadsNoEnvironmentWithoutUseOfTheEndpoint) {
  const std::string text =
      "currentProfile: a\nprofiles: [{name: a, environment: b, credentials: {token: t}}]\n"
      "environments: [{name: c}]";

  EXPECT_EQ(read_profile(text, "", {true, false})->token.expose(), "t");
  EXPECT_NE(error_of(text), "");
}

TEST(Profile, ReadsNoCredentialsWithoutUseOfThem) {
  EXPECT_EQ(error_of("currentProfile: a\nprofiles: [{name: a, credentials: [no, map]}]", "",
                     {false, true}),
            "");
}

TEST(Profile, UsesTheFirstOfSeveralEndpointsAndSaysSo) {
  const Profile profile =
      profile_in(
          "currentProfile: a\nprofiles: [{name: a, environment: e}]\nenvironments: [{name: e, "
          "products: [{name: containerregistry, endpoints: [{name: x, location: l}, {name: "
          "one}, {name: two}]}]}]")
          .value();

  EXPECT_EQ(profile.endpoint, "one");
  EXPECT_THAT(profile.warnings, ElementsAre(HasSubstr("the first is used")));
}

TEST(Profile, KeepsCredentialsUnchanged) {
  const Profile profile =
      profile_in(
          "currentProfile: a\nprofiles: [{name: a, credentials: {token: \" t \", username: "
          "\" u\", password: \" p \"}}]")
          .value();

  EXPECT_EQ(profile.token.expose(), " t ");
  EXPECT_EQ(profile.username, " u");
  EXPECT_EQ(profile.password.expose(), " p ");
}

TEST(Profile, MayBeginWithAByteOrderMarkAndHaveLineEndsOfWindows) {
  EXPECT_EQ(profile_in("\xef\xbb\xbf"
                       "currentProfile: a\r\nprofiles:\r\n  - name: a\r\n"
                       "    credentials:\r\n      token: t\r\n")
                ->token.expose(),
            "t");
}

TEST(Profile, IgnoresCaseAndSpaceInNames) {
  EXPECT_EQ(profile_in(whole, " PROD ")->username, "ops@example.com");
}

TEST(Profile, PrefersTheAuthorityOfTheEndpoint) {
  const auto profile = profile_in(
      "currentProfile: a\nprofiles: [{name: a, environment: e}]\n"
      "environments: [{name: e, certificateAuthData: wide, products: [{name: containerregistry, "
      "endpoints: [{name: https://a.example.com, certificateAuthData: narrow}]}]}]");

  EXPECT_EQ(profile->ca_pem, "narrow");
}

TEST(Profile, MayBeEmpty) {
  for (const char* text : {"", "---\n", "version: 1.0", "profiles:\nenvironments:\n", "{}"}) {
    const auto profile = profile_in(text);

    EXPECT_TRUE(profile->name.empty() && profile->token.empty() && profile->endpoint.empty())
        << text;
  }
}

TEST(Profile, MayHaveOtherApisOnly) {
  const auto profile =
      profile_in("environments: [{name: live, products: [{name: dns, endpoints: []}]}]");

  EXPECT_EQ(profile->endpoint, "");
}

struct Fault {
  const char* text;
  const char* error;
};

class ProfileFault : public testing::TestWithParam<Fault> {};

TEST_P(ProfileFault, IsReportedWithItsPlace) {
  EXPECT_EQ(error_of(GetParam().text), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Such, ProfileFault,
    testing::Values(
        Fault{"currentProfile: none", "currentProfile must be the name of one of the profiles"},
        Fault{"profiles: {}", ""},
        Fault{"currentProfile: a\nprofiles: {name: a}", "profiles must be a list"},
        Fault{"currentProfile: [a]", "currentProfile must be text"},
        Fault{"currentProfile: a\nprofiles: [text]",
              "profiles[0] must have members of its own, such as name"},
        Fault{"currentProfile: a\nprofiles: [{name: a}, {name: ' A '}]",
              "profiles[1].name must be a name that no other has"},
        Fault{"currentProfile: a\nprofiles: [{name: b}, {name: a, credentials: {token: [x]}}]",
              "profiles[1].credentials.token must be text"},
        Fault{"currentProfile: a\nprofiles: [{name: a, credentials: secret-token}]",
              "profiles[0].credentials must have members of its own, such as token"},
        Fault{"currentProfile: a\nprofiles: [{name: a, environment: e}]\nenvironments: [{name: f}]",
              "profiles[0].environment must be the name of one of the environments"},
        Fault{"currentProfile: a\nprofiles: [{name: a, credentials: {token: x, token: y}}]",
              "profiles[0].credentials.token must be there once only"},
        Fault{"currentProfile: a\nprofiles: [{name: a, environment: e}]\nenvironments: [{name: e, "
              "products: [{name: containerregistry, endpoints: [{name: x, name: y}]}]}]",
              "environments[0].products[0].endpoints[0].name must be there once only"},
        Fault{"currentProfile: a\ncurrentProfile: b", "currentProfile must be there once only"},
        Fault{"version: 1.0\n---\ncurrentProfile: a",
              "the file must be one YAML document, not several"},
        Fault{"currentProfile: a\nprofiles: [{name: a, environment: e}]\n"
              "environments: [{name: e, products: [{name: containerregistry, endpoints: [{name: x, "
              "skipTlsVerify: true}]}]}]",
              "environments[0].products[0].endpoints[0].skipTlsVerify must not be true: "
              "certificates are always checked; name the authority to trust in "
              "certificateAuthData"},
        Fault{"currentProfile: a\nprofiles: [{name: a, environment: e}]\n"
              "environments: [{name: e, products: [{name: containerregistry, endpoints: [{name: x, "
              "skipTlsVerify: maybe}]}]}]",
              "environments[0].products[0].endpoints[0].skipTlsVerify must be true or false"},
        Fault{"just text", "the file must have members, such as currentProfile"},
        Fault{"a: b\nprofiles: [\n  secret-token: \"", "line 3 is not YAML"},
        Fault{"a: *secret-token", "line 1 is not YAML"},
        Fault{"\"secret-token\\q\"", "line 1 is not YAML"}));

TEST(Profile, RejectsAnUnknownProfile) {
  EXPECT_EQ(error_of(whole, "other"),
            "profiles must have the one that IONOS_CURRENT_PROFILE names");
}

TEST(Profile, IsNotExpandedByReferences) {
  std::string text = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 64; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before +
            "]\n";
  }

  EXPECT_EQ(error_of(text + "profiles: *a63\n"), "");
}

TEST(Profile, RejectsDeepNesting) {
  EXPECT_NE(error_of("profiles: " + std::string(100'000, '[')), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry

#endif
