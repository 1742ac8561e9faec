// SPDX-License-Identifier: Apache-2.0
#include "http/content_coding.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/wipe.hpp"
#include "support/coded.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::size_t large = 1024 * 1024;

const std::string token = token_json("tok-1", "ci-pull", "pass-word").dump();

struct Undone {
  Inflated result;
  std::string body;
};

Undone undone(std::string_view value, std::string body, std::size_t limit = large) {
  std::vector<Coding> codings;
  EXPECT_TRUE(add_codings(value, codings)) << value;
  const Inflated result = undo_codings(codings, body, limit);
  return {result, body};
}

void expect_whole(std::string_view value, const std::string& body, std::string_view expected) {
  const Undone got = undone(value, body);
  EXPECT_EQ(got.result, Inflated::whole) << value;
  EXPECT_EQ(got.body, expected) << value;
}

TEST(ContentCoding, IsInflated) {
  expect_whole("gzip", gzipped(token), token);
  expect_whole("x-gzip", gzipped(token), token);
  expect_whole(" GZip\t", gzipped(token), token);
  expect_whole("deflate", deflated(token), token);
  expect_whole("deflate", deflated_bare(token), token);
  expect_whole("gzip", gzipped(""), "");
}

TEST(ContentCoding, IsDecodedTheLastFirst) {
  expect_whole("gzip, gzip", gzipped(gzipped(token)), token);
  expect_whole("deflate,gzip", gzipped(deflated(token)), token);
  expect_whole("gzip, identity", gzipped(token), token);
  expect_whole("identity, utf-8,gzip,", gzipped(token), token);
}

TEST(ContentCoding, ThatMeansNoCodingIsSkipped) {
  for (const char* value : {"", "identity", "none", "utf-8", "UTF-8", "utf8", "binary", "8bit",
                            "aws-chunked", ",", " , ", "null", "us-ascii", "iso-8859-1"}) {
    expect_whole(value, token, token);
  }
}

TEST(ContentCoding, ThatIsUnknownIsNotDecoded) {
  for (const char* value : {"br", "zstd", "compress", "gzip, br", "br, gzip", "gzip;q=1", "gz ip",
                            "gzip, gzip, gzip, gzip, gzip", "\xff", "garbage"}) {
    std::vector<Coding> codings;
    EXPECT_FALSE(add_codings(value, codings)) << value;
  }
}

TEST(ContentCoding, IsReadFromSeveralHeaders) {
  std::vector<Coding> codings;
  EXPECT_TRUE(add_codings("deflate", codings));
  EXPECT_TRUE(add_codings("gzip", codings));
  std::string body = gzipped(deflated(token));

  EXPECT_EQ(undo_codings(codings, body, large), Inflated::whole);

  EXPECT_EQ(body, token);
}

// A gateway may remove the header and leave the body unchanged.
TEST(ContentCoding, OfGzipIsDetectedWithoutAHeader) {
  expect_whole("", gzipped(token), token);
  expect_whole("utf-8", gzipped(token), token);
}

TEST(ContentCoding, OfAnEmptyBodyIsIgnored) { expect_whole("gzip", "", ""); }

TEST(ContentCoding, OfSeveralGzipMembersIsOneText) {
  expect_whole("gzip", gzipped("one ") + gzipped("") + gzipped("two"), "one two");
}

TEST(ContentCoding, CutOffAnywhereIsDamagedAndKeepsThePartBefore) {
  for (const std::string& whole : {gzipped(token), deflated(token), deflated_bare(token)}) {
    const char* value = whole == gzipped(token) ? "gzip" : "deflate";
    for (std::size_t size = 1; size < whole.size(); ++size) {
      const Undone got = undone(value, whole.substr(0, size));

      EXPECT_EQ(got.result, Inflated::damaged) << size;
      const bool beginning = got.body == token.substr(0, got.body.size());
      EXPECT_TRUE(beginning || got.body == whole.substr(0, size)) << size;
    }
  }
}

// A password whose bytes had changed in transit once passed for whole.
TEST(ContentCoding, WithAWrongChecksumIsCorruptAndStaysCoded) {
  for (const std::string& whole : {gzipped(token), deflated(token)}) {
    std::string wrong = whole;
    wrong.back() = static_cast<char>(wrong.back() ^ 1);

    const Undone got = undone(whole == gzipped(token) ? "gzip" : "deflate", wrong);

    EXPECT_EQ(got.result, Inflated::corrupt);
    EXPECT_EQ(got.body, wrong);
  }
}

TEST(ContentCoding, ThatIsFollowedByOtherDataIsDamaged) {
  for (const char* more : {"x", "\0", "{}"}) {
    EXPECT_EQ(undone("gzip", gzipped(token) + std::string(more, 1)).result, Inflated::damaged);
    EXPECT_EQ(undone("deflate", deflated(token) + std::string(more, 1)).result, Inflated::damaged);
  }
}

TEST(ContentCoding, WithARightChecksumIsKeptBeforeOtherData) {
  const Undone got = undone("gzip", gzipped(token) + "something else that is no file of gzip");

  EXPECT_EQ(got.result, Inflated::damaged);
  EXPECT_EQ(got.body, token);
}

TEST(ContentCoding, ThatWasNotAppliedLeavesTheBodyUnchanged) {
  for (const char* value : {"gzip", "deflate", "gzip, gzip"}) {
    for (const std::string& body : {token, " \n\t" + token, std::string("<html></html>")}) {
      const Undone got = undone(value, body);

      EXPECT_EQ(got.result, Inflated::damaged) << value;
      if (body != "<html></html>") {
        EXPECT_EQ(got.body, body) << value;
      }
    }
  }
}

TEST(ContentCoding, IsInflatedUpToTheLimit) {
  const std::string zeros(100'000, '0');
  for (const auto& [value, body] : {std::pair<const char*, std::string>{"gzip", gzipped(zeros)},
                                    {"deflate", deflated_bare(zeros)},
                                    {"gzip,gzip", gzipped(gzipped(zeros))}}) {
    EXPECT_EQ(undone(value, body, zeros.size()).result, Inflated::whole);

    const Undone got = undone(value, body, zeros.size() - 1);
    EXPECT_EQ(got.result, Inflated::too_large);
    EXPECT_EQ(got.body.size(), zeros.size() - 1);
  }
}

TEST(ContentCoding, LeavesPaddingForTheParser) {
  std::string body = gzipped(token);

  EXPECT_EQ(undo_codings({Coding::gzip}, body, large), Inflated::whole);

  EXPECT_GE(body.capacity(), body.size() + parser_padding);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
