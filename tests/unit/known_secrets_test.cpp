// SPDX-License-Identifier: Apache-2.0
#include "runtime/known_secrets.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <ionoscloud/container_registry/credentials.hpp>

#include "base/message_text.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr const char* password = "pa/ss\"wo&rd ü";

// Programs differ in what they escape: a / in a path, all that isn't ASCII in JSON, & in Go's.
TEST(KnownSecrets, AreFoundInEveryFormInWhichTheyMayBeSentBack) {
  std::vector<Secret> secrets;
  add_secret(secrets, password);

  for (const char* echoed :
       {password, "pa%2Fss%22wo%26rd%20%C3%BC", "pa%2fss%22wo%26rd%20%c3%bc",
        "pa/ss%22wo%26rd%20%C3%BC", "pa/ss%22wo&rd+%C3%BC",
        "%70%61%2F%73%73%22%77%6F%26%72%64%20%C3%BC", "pa/ss\\\"wo&rd ü", "pa\\/ss\\\"wo&rd ü",
        "pa/ss\\\"wo\\u0026rd \\u00fc", "pa\\/ss\\u0022wo\\u0026rd\\u0020\\u00FC",
        "pa/ss\\x22wo&rd \\xc3\\xbc", "pa/ss&quot;wo&amp;rd ü", "pa/ss\"wo&amp;rd ü",
        "pa/ss&#34;wo&#38;rd &#252;", "pa/ss&#x22;wo&#x26;rd&#x20;&#xFC;"}) {
    EXPECT_EQ(redacted("<" + std::string(echoed) + ">", secrets), "<[redacted]>");
  }
}

// One program's error is another one's text: each escapes all of it once more.
TEST(KnownSecrets, AreFoundHoweverOftenTheyAreEscaped) {
  std::vector<Secret> secrets;
  add_secret(secrets, password);

  for (const char* echoed :
       {"pa%252Fss%2522wo%2526rd%2520%25C3%25BC",
        "pa%25252Fss%252522wo%252526rd%252520%2525C3%2525BC", "pa/ss%2522wo%2526rd%2B%25C3%25BC",
        "pa/ss\\\\\\\"wo&rd \\\\u00fc", "pa/ss&amp;quot;wo&amp;amp;rd ü",
        "pa/ss%5C%22wo%26rd%20%5Cu00fc", "pa%5c%2fss\\u005c\\u0022wo&amp;#38;rd%20ü"}) {
    EXPECT_EQ(redacted("<" + std::string(echoed) + "> %41", secrets), "<[redacted]> %41");
  }
}

TEST(KnownSecrets, AreNotAddedTwiceByThemselves) {
  std::vector<Secret> secrets;
  add_secret(secrets, password);
  add_secret(secrets, password);
  add_secret(secrets, "");

  EXPECT_EQ(secrets.size(), 1u);
}

TEST(KnownSecrets, HaveALoginAsBasicAuthenticationWritesIt) {
  std::vector<Secret> secrets;
  add_login(secrets, "user", "hunter2");

  EXPECT_EQ(redacted("Basic dXNlcjpodW50ZXIy", secrets), "Basic [redacted]");
  EXPECT_EQ(redacted("user:hunter2", secrets), "user:[redacted]");
}

TEST(KnownSecrets, HaveALoginWithoutItsPadding) {
  std::vector<Secret> secrets;
  add_login(secrets, "me", "hunter22");

  EXPECT_EQ(redacted("bWU6aHVudGVyMjI=", secrets), "[redacted]");
  EXPECT_EQ(redacted("bWU6aHVudGVyMjI", secrets), "[redacted]");
}

TEST(KnownSecrets, HaveWhatAnAuthorizationHoldsBehindItsScheme) {
  for (const char* value : {"Bearer hunter2", "bearer  hunter2", "hunter2"}) {
    std::vector<Secret> secrets;
    add_authorization(secrets, value, {});

    EXPECT_EQ(redacted("hunter2", secrets), "[redacted]") << value;
  }
}

TEST(KnownSecrets, HaveThePasswordWithinAnAuthorization) {
  std::vector<Secret> secrets;
  add_authorization(secrets, basic_authorization("user", "hunter2"), {});

  EXPECT_EQ(redacted("user hunter2", secrets), "user [redacted]");
}

TEST(KnownSecrets, AreNotAddedTwice) {
  std::vector<Secret> secrets;
  add_authorization(secrets, "Bearer hunter2", {Secret("hunter2")});

  EXPECT_TRUE(secrets.empty());
}

TEST(KnownSecrets, OfAConfigurationAreAllOfThem) {
  Configuration configuration;
  configuration.token = "hunter2-token";
  configuration.username = " user\n";
  configuration.password = "hunter2";
  configuration.proxy.username = "proxy-user";
  configuration.proxy.password = "hunter3";
  configuration.tls.client_key_passphrase = "hunter2-key";
  const std::vector<Secret> secrets = secrets_of(configuration);

  for (const char* secret : {"hunter2-token", "hunter2", "hunter3", "hunter2-key",
                             "dXNlcjpodW50ZXIy", "cHJveHktdXNlcjpodW50ZXIz"}) {
    EXPECT_EQ(redacted(secret, secrets), "[redacted]");
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
