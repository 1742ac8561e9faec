// SPDX-License-Identifier: Apache-2.0
#include "base/redaction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(Redaction, LeavesTextWithoutSecretsAlone) {
  EXPECT_EQ(redacted("nothing to hide", {"hunter2"}), "nothing to hide");
  EXPECT_EQ(redacted("nothing to hide", {}), "nothing to hide");
  EXPECT_EQ(redacted("", {"hunter2"}), "");
}

TEST(Redaction, BlanksASecret) {
  EXPECT_EQ(redacted("token hunter2 was refused", {"hunter2"}), "token [redacted] was refused");
}

TEST(Redaction, BlanksEveryOccurrence) {
  EXPECT_EQ(redacted("hunter2 hunter2.hunter2", {"hunter2"}), "[redacted] [redacted].[redacted]");
}

TEST(Redaction, BlanksOccurrencesThatTouchAsOne) {
  EXPECT_EQ(redacted("<hunter2hunter2>", {"hunter2"}), "<[redacted]>");
  EXPECT_EQ(redacted("<aaaaaaa>", {"aaaa"}), "<[redacted]>");
}

TEST(Redaction, BlanksEverySecret) {
  EXPECT_EQ(redacted("hunter2 and swordfish", {"swordfish", "hunter2"}),
            "[redacted] and [redacted]");
}

TEST(Redaction, BlanksSecretsOfAnyBytes) {
  EXPECT_EQ(redacted(std::string("a\0secret\xff!", 10), {std::string("\0secret\xff", 8)}),
            "a[redacted]!");
}

// "[redacted]word" would tell the end of the longer one.
TEST(Redaction, BlanksTheLongerOfTwoSecretsThatBeginAlike) {
  EXPECT_EQ(redacted("pass-and-word", {"pass", "pass-and-word"}), "[redacted]");
  EXPECT_EQ(redacted("pass-and-word", {"pass-and-word", "pass"}), "[redacted]");
}

TEST(Redaction, BlanksSecretsThatOverlap) {
  EXPECT_EQ(redacted("<abcdefgh>", {"abcdef", "cdefgh"}), "<[redacted]>");
}

TEST(Redaction, LeavesItsOwnMarkAlone) {
  EXPECT_EQ(redacted("hunter2", {"hunter2", "redacted"}), "[redacted]");
}

TEST(Redaction, LeavesSecretsOfLessThanFourBytesAlone) {
  EXPECT_EQ(redacted("abc is short", {"abc", ""}), "abc is short");
  EXPECT_EQ(redacted("abcd is not", {"abcd"}), "[redacted] is not");
}

// Replacing in place once moved all the rest of the text for each occurrence: hours for a large
// one.
TEST(Redaction, TakesATextThatIsNothingButSecrets) {
  constexpr std::size_t times = 1'000'000;
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += "abcd ";

  const std::string blanked = redacted(text, {"abcd"});

  EXPECT_EQ(std::count(blanked.begin(), blanked.end(), '['), static_cast<std::ptrdiff_t>(times));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
