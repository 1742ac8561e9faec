// SPDX-License-Identifier: Apache-2.0
#include "base/message_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(Printable, LeavesPlainTextAlone) {
  EXPECT_EQ(printable("the name \"x\" is taken; back\\slash"),
            "the name \"x\" is taken; back\\slash");
}

TEST(Printable, LeavesUtf8Alone) {
  const std::string text = "é – 漢 – 😀 – \xf4\x8f\xbf\xbf – \xee\x80\x80";

  EXPECT_EQ(printable(text), text);
}

TEST(Printable, EscapesControlCharacters) {
  EXPECT_EQ(printable("a\r\nb\tc\x1b[31m\x7f"), "a\\x0d\\x0ab\\x09c\\x1b[31m\\x7f");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(Printable, EscapesControlCharactersBeyondAscii) {
  EXPECT_EQ(printable("\xc2\x9b"
                      "31m"),
            "\\xc2\\x9b31m");
  EXPECT_EQ(printable("\xc2\x80\xc2\x9f\xc2\xa0"), "\\xc2\\x80\\xc2\\x9f\xc2\xa0");
}

TEST(Printable, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("\xff"), "\\xff");
  EXPECT_EQ(printable("a\x80"
                      "b"),
            "a\\x80b");
  EXPECT_EQ(printable("\xc3"), "\\xc3");
  EXPECT_EQ(printable("\xc3("), "\\xc3(");
  EXPECT_EQ(printable("\xe2\x82"), "\\xe2\\x82");
  EXPECT_EQ(printable("\xf0\x9f\x98"), "\\xf0\\x9f\\x98");
  EXPECT_EQ(printable("\xf5\x80\x80\x80"), "\\xf5\\x80\\x80\\x80");
}

// An overlong form of ESC would pass for text here, and be a command to a terminal.
TEST(Printable, EscapesOverlongForms) {
  EXPECT_EQ(printable("\xc0\x9b"), "\\xc0\\x9b");
  EXPECT_EQ(printable("\xe0\x80\x9b"), "\\xe0\\x80\\x9b");
  EXPECT_EQ(printable("\xe0\x9f\xbf"), "\\xe0\\x9f\\xbf");
  EXPECT_EQ(printable("\xf0\x80\x80\x9b"), "\\xf0\\x80\\x80\\x9b");
  EXPECT_EQ(printable("\xf0\x8f\xbf\xbf"), "\\xf0\\x8f\\xbf\\xbf");
}

TEST(Printable, EscapesSurrogatesAndWhatIsBeyondUnicode) {
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80");
  EXPECT_EQ(printable("\xed\xbf\xbf"), "\\xed\\xbf\\xbf");
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
}

TEST(Printable, HasNoControlCharacterForAnyText) {
  std::string text;
  for (int c = 0; c < 256; ++c) text += static_cast<char>(c);

  for (const char c : printable(text)) EXPECT_FALSE(ascii::is_control(c));
}

TEST(Printable, CutsWhatIsTooLong) {
  EXPECT_EQ(printable("abcdef", 6), "abcdef");
  EXPECT_EQ(printable("abcdefg", 6), "abcdef…");
}

TEST(Printable, CutsBetweenCharacters) {
  EXPECT_EQ(printable("aé", 2), "a…");
  EXPECT_EQ(printable("a\n", 4), "a…");
  EXPECT_EQ(printable("a\n", 5), "a\\x0a");
}

TEST(Printable, CutsAtOneKibibyteByDefault) {
  EXPECT_EQ(printable(std::string(1024, 'x')), std::string(1024, 'x'));
  EXPECT_EQ(printable(std::string(5000, 'x')), std::string(1024, 'x') + "…");
}

TEST(Printable, IsEmptyForEmptyText) { EXPECT_EQ(printable(""), ""); }

TEST(Redaction, LeavesTextWithoutSecretsAlone) {
  EXPECT_EQ(redacted("nothing to hide", {"hunter2"}), "nothing to hide");
  EXPECT_EQ(redacted("nothing to hide", {}), "nothing to hide");
  EXPECT_EQ(redacted("", {"hunter2"}), "");
}

TEST(Redaction, ReplacesASecret) {
  EXPECT_EQ(redacted("token hunter2 was refused", {"hunter2"}), "token [redacted] was refused");
}

TEST(Redaction, ReplacesEveryOccurrence) {
  EXPECT_EQ(redacted("hunter2 hunter2.hunter2", {"hunter2"}), "[redacted] [redacted].[redacted]");
}

TEST(Redaction, ReplacesOccurrencesThatTouchAsOne) {
  EXPECT_EQ(redacted("<hunter2hunter2>", {"hunter2"}), "<[redacted]>");
  EXPECT_EQ(redacted("<aaaaaaa>", {"aaaa"}), "<[redacted]>");
}

TEST(Redaction, ReplacesEverySecret) {
  EXPECT_EQ(redacted("hunter2 and swordfish", {"swordfish", "hunter2"}),
            "[redacted] and [redacted]");
}

TEST(Redaction, ReplacesSecretsOfAnyBytes) {
  EXPECT_EQ(redacted(std::string("a\0secret\xff!", 10), {std::string("\0secret\xff", 8)}),
            "a[redacted]!");
}

// "[redacted]word" would show the end of the longer one.
TEST(Redaction, ReplacesTheLongerOfTwoSecretsThatBeginAlike) {
  EXPECT_EQ(redacted("pass-and-word", {"pass", "pass-and-word"}), "[redacted]");
  EXPECT_EQ(redacted("pass-and-word", {"pass-and-word", "pass"}), "[redacted]");
}

TEST(Redaction, ReplacesSecretsThatOverlap) {
  EXPECT_EQ(redacted("<abcdefgh>", {"abcdef", "cdefgh"}), "<[redacted]>");
}

TEST(Redaction, LeavesItsOwnMarkAlone) {
  EXPECT_EQ(redacted("hunter2", {"hunter2", "redacted"}), "[redacted]");
}

TEST(Redaction, LeavesSecretsOfLessThanFourBytesAlone) {
  EXPECT_EQ(redacted("abc is short", {"abc", ""}), "abc is short");
  EXPECT_EQ(redacted("abcd is not", {"abcd"}), "[redacted] is not");
}

// Replacing in place once moved the rest of the text for each occurrence, which took hours for a
// large text.
TEST(Redaction, HandlesATextOfSecretsOnly) {
  constexpr std::size_t times = 1'000'000;
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += "abcd ";

  const std::string shown = redacted(text, {"abcd"});

  EXPECT_EQ(std::count(shown.begin(), shown.end(), '['), static_cast<std::ptrdiff_t>(times));
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
