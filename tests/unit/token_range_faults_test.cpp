// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/token_range_faults.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST_F(TokenRangeFaults, IgnoringTheOffsetIsFound) {
  transport->response = [](const Asked& asked) { return page({0, asked.limit}, 2'000); };

  const DecodeException error = failure(20);

  EXPECT_EQ(std::count(transport->asked.begin(), transport->asked.end(), Asked{0, 1000}), 2);
  EXPECT_EQ(error.operation(), "registries_tokens_get");
  EXPECT_EQ(error.path(), "$.items");
  EXPECT_EQ(error.status(), 200);
  EXPECT_EQ(error.execution(), Execution::executed);
  EXPECT_NE(std::string(error.what()).find("the service does not page"), std::string::npos);
}

// One page of a thousand is asked for before it is given up.
TEST_F(TokenRangeFaults, IgnoringTheOffsetIsHarmlessWhereOnePageHoldsAll) {
  for (const std::int64_t count : {10, 25, 900}) {
    transport->response = [count](const Asked& asked) { return page({0, asked.limit}, count); };

    EXPECT_EQ(read(list()), ids(0, count));
  }
}

TEST_F(TokenRangeFaults, IgnoringOffsetAndLimitIsHarmless) {
  transport->response = [](const Asked&) { return page({0, 25}, 25); };

  EXPECT_EQ(read(list()), ids(0, 25));
}

TEST_F(TokenRangeFaults, RepeatingALaterPageIsFound) {
  transport->response = [](const Asked& asked) {
    return page({std::min<std::int64_t>(asked.offset, 10), asked.limit}, 50);
  };

  EXPECT_EQ(failure().path(), "$.items");
  EXPECT_LE(transport->asked.size(), 17u + 3u * 3u);
}

TEST_F(TokenRangeFaults, RepeatingAFullPageWithoutATotalIsFound) {
  transport->response = [](const Asked& asked) { return page_of(ids(0, asked.limit), asked, 0); };

  EXPECT_EQ(failure(20).path(), "$.items");
}

TEST_F(TokenRangeFaults, RespondingMoreThanTheLimitIsTaken) {
  transport->response = [](const Asked& asked) {
    return page({asked.offset, asked.limit + 3}, 30);
  };

  EXPECT_EQ(read(list()), ids(0, 30));
}

// What tells nothing is thrown away, and what is before it asked for again.
TEST_F(TokenRangeFaults, AnEmptyPageInTheMiddleIsReadPast) {
  transport->response = [](const Asked& asked) {
    return asked.offset == 19 ? page_of({}, asked, 50) : page(asked, 50);
  };

  EXPECT_EQ(read(list(20)), ids(0, 50));
}

TEST_F(TokenRangeFaults, EmptyPagesBehindTheFirstAreFound) {
  transport->response = [](const Asked& asked) {
    return asked.offset > 0 ? page_of({}, asked, 50) : page(asked, 50);
  };

  EXPECT_NE(std::string(failure(20).what()).find("changes faster than it is read"),
            std::string::npos);
}

TEST_F(TokenRangeFaults, AnEmptyListThatCountsTokensIsFound) {
  transport->response = [](const Asked& asked) { return page_of({}, asked, 30); };

  const DecodeException error = failure();

  EXPECT_NE(std::string(error.what()).find("says there is more, and gives none"),
            std::string::npos);
  EXPECT_EQ(transport->asked.size(), 2u);
}

// Such as a list whose `items` has another name.
TEST_F(TokenRangeFaults, APageThatIsEmptyAgainstItsOwnCountIsFound) {
  transport->response = [](const Asked& asked) {
    nlohmann::json body = page_json(items({}), asked.offset, asked.limit, 0);
    body["count"] = 7;
    return ok(body);
  };

  EXPECT_NE(std::string(failure().what()).find("$.items is empty, although count is 7"),
            std::string::npos);
  EXPECT_EQ(transport->asked.size(), 1u);
}

TEST_F(TokenRangeFaults, ATotalThatIsTooLargeIsFound) {
  transport->response = [](const Asked& asked) {
    const std::int64_t first = std::min<std::int64_t>(asked.offset, 25);
    const std::int64_t end = std::min<std::int64_t>(asked.offset + asked.limit, 25);
    return page_of(ids(first, end), asked, 1'000'000);
  };

  EXPECT_EQ(failure().path(), "$.items");
}

TEST_F(TokenRangeFaults, ATotalThatIsTooSmallIsNotBelieved) {
  for (const std::int64_t total : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{10},
                                   std::numeric_limits<std::int64_t>::min()}) {
    transport->response = [total](const Asked& asked) {
      const std::int64_t first = std::min<std::int64_t>(asked.offset, 25);
      const std::int64_t end = std::min<std::int64_t>(asked.offset + asked.limit, 25);
      return page_of(ids(first, end), asked, total);
    };

    EXPECT_EQ(read(list()), ids(0, 25)) << total;
  }
}

TEST_F(TokenRangeFaults, AServersSmallerLimitIsFollowed) {
  transport->response = [](const Asked& asked) {
    return page({asked.offset, std::min<std::int64_t>(asked.limit, 4)}, 25);
  };

  EXPECT_EQ(read(list()), ids(0, 25));
}

// By the total alone, the first page was once taken for the whole list.
TEST_F(TokenRangeFaults, AServersSmallerLimitIsFollowedWithoutATotal) {
  transport->response = [](const Asked& asked) {
    const std::int64_t first = std::min<std::int64_t>(asked.offset, 25);
    const std::int64_t end = std::min<std::int64_t>(asked.offset + 4, 25);
    return ok(page_json(items(ids(first, end)), asked.offset, 4, 0));
  };

  EXPECT_EQ(read(list()), ids(0, 25));
}

TEST_F(TokenRangeFaults, ALimitThatMakesNoSenseIsIgnored) {
  for (const std::int64_t limit :
       {std::int64_t{0}, std::int64_t{-1}, std::numeric_limits<std::int64_t>::max()}) {
    transport->response = [limit](const Asked& asked) {
      const std::int64_t end = std::min<std::int64_t>(asked.offset + asked.limit, 25);
      return ok(page_json(items(ids(asked.offset, end)), asked.offset, limit, 25));
    };

    EXPECT_EQ(read(list()), ids(0, 25)) << limit;
  }
}

TEST_F(TokenRangeFaults, ALinkToMoreOnAShortPageIsAskedAfter) {
  transport->response = [](const Asked& asked) {
    const std::int64_t first = std::min<std::int64_t>(asked.offset, 25);
    const std::int64_t end = std::min<std::int64_t>(asked.offset + 4, 25);
    nlohmann::json body = page_json(items(ids(first, end)), asked.offset, asked.limit, 0);
    if (end < 25) body["_links"]["next"] = "more";
    return ok(body);
  };

  EXPECT_EQ(read(list()), ids(0, 25));
}

TEST_F(TokenRangeFaults, ALinkToAnotherHostIsNeverFollowed) {
  transport->response = [](const Asked& asked) {
    nlohmann::json body = nlohmann::json::parse(page(asked, 25).body);
    body["_links"]["next"] = "https://evil.example/steal?offset=0&limit=1";
    return ok(body);
  };

  EXPECT_EQ(read(list()), ids(0, 25));
  for (const std::string& url : transport->urls) {
    EXPECT_EQ(url.find("https://api.ionos.com/containerregistries/registries/r/tokens?"), 0u);
  }
}

TEST_F(TokenRangeFaults, ATotalThatWaversIsReadPast) {
  bool high = false;
  transport->response = [&](const Asked& asked) {
    high = !high;
    nlohmann::json body = nlohmann::json::parse(page(asked, 100).body);
    body["total"] = high ? 900 : 15;
    return ok(body);
  };

  EXPECT_EQ(read(list()), ids(0, 100));
}

TEST_F(TokenRangeFaults, AnEmptyPageWithALinkToMoreEnds) {
  transport->response = [](const Asked& asked) {
    nlohmann::json body = page_json(items({}), asked.offset, asked.limit, 0);
    body["_links"]["next"] = "more";
    return ok(body);
  };

  EXPECT_EQ(read(list()), Ids{});
  EXPECT_EQ(transport->asked.size(), 1u);
}

TEST_F(TokenRangeFaults, ATokenTwiceOnOnePageIsPassedOnce) {
  transport->response = [](const Asked& asked) { return page_of({"a", "b", "a"}, asked, 3); };

  EXPECT_EQ(read(list()), (Ids{"a", "b"}));
}

TEST_F(TokenRangeFaults, TokensWithoutIdsAreToldApartByName) {
  transport->response = [](const Asked& asked) {
    nlohmann::json some = items({"a", "b", "a"});
    for (nlohmann::json& token : some) token.erase("id");
    return ok(page_json(some, asked.offset, asked.limit, 3));
  };

  std::vector<std::string> names;
  TokenRange range = list();
  for (const TokenResponse& token : range) names.push_back(token.properties.name);

  EXPECT_EQ(names, (std::vector<std::string>{"token-a", "token-b"}));
}

TEST_F(TokenRangeFaults, AnEndlessListIsBounded) {
  transport->response = [](const Asked& asked) { return page(asked, 1'000'000'000); };

  const DecodeException error = failure(100);

  EXPECT_NE(std::string(error.what()).find("list.max_items (1000)"), std::string::npos);
  EXPECT_EQ(transport->asked.size(), 11u);
}

TEST_F(TokenRangeFaults, NothingBeforeTheBoundIsLostByIt) {
  size = 1'001;
  TokenRange range = list(100);
  Ids all;

  EXPECT_THROW(
      {
        while (const auto page = range.next_page()) {
          for (const TokenResponse& token : *page) all.push_back(token.id->text());
        }
      },
      DecodeException);
  EXPECT_EQ(all, ids(0, 991));

  size = 1'000;
  for (const TokenResponse& token : range) all.push_back(token.id->text());
  EXPECT_EQ(all, ids(0, 1'000));
}

TEST_F(TokenRangeFaults, AListOfExactlyTheBoundIsFine) {
  size = 1'000;

  EXPECT_EQ(read(list(100)), ids(0, 1'000));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
