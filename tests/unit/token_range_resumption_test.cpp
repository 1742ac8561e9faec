// SPDX-License-Identifier: Apache-2.0
// Pages that fail, and lists that are read on behind them.
#include <gtest/gtest.h>

#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/caught.hpp"
#include "support/token_range_faults.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST_F(TokenRangeFaults, AFailedPageCanBeAskedForAgain) {
  bool failed = false;
  transport->response = [&](const Asked& asked) {
    if (asked.offset != 19 || failed) return page(asked, 45);
    failed = true;
    return HttpResponse{503, {}, ""};
  };
  TokenRange range = list(20);
  Ids all;

  const auto error = caught<ServiceException>([&] {
    for (const TokenResponse& token : range) all.push_back(token.id->text());
  });
  EXPECT_EQ(error.status(), 503);
  EXPECT_EQ(all, ids(0, 20));

  for (const TokenResponse& token : range) all.push_back(token.id->text());
  EXPECT_EQ(all, ids(0, 45));
  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 20}, {19, 20}, {19, 20}, {38, 20}}));
}

TEST_F(TokenRangeFaults, AnIteratorGoesOnAfterAFailedPage) {
  bool failed = false;
  transport->response = [&](const Asked& asked) {
    if (asked.offset != 9 || failed) return page(asked, 15);
    failed = true;
    return HttpResponse{503, {}, ""};
  };
  TokenRange range = list();
  auto token = range.begin();
  for (int i = 0; i < 9; ++i) ++token;

  EXPECT_THROW(++token, ServiceException);
  EXPECT_EQ(token->id->text(), "9");
  ++token;
  EXPECT_EQ(token->id->text(), "10");
}

// Pages were thrown away before one failed: the token before all that is still whole.
TEST_F(TokenRangeFaults, AnIteratorKeepsItsTokenWhilePagesAreThrownAway) {
  Ids list_of_ids = ids(0, 50);
  int behind = 0;
  transport->response = [&](const Asked& asked) {
    if (asked.offset > 0 && ++behind == 2) return HttpResponse{503, {}, ""};
    return page_of(list_of_ids, asked);
  };
  TokenRange range = list(20);
  auto token = range.begin();
  for (int i = 0; i < 19; ++i) ++token;
  list_of_ids.erase(list_of_ids.begin(), list_of_ids.begin() + 15);

  EXPECT_THROW(++token, ServiceException);
  EXPECT_EQ(token->properties.name, "token-19");
  ++token;
  EXPECT_EQ(token->properties.name, "token-20");
}

TEST_F(TokenRangeFaults, ABrokenPageCanBeAskedForAgain) {
  bool failed = false;
  transport->response = [&](const Asked& asked) {
    if (asked.offset != 9 || failed) return page(asked, 15);
    failed = true;
    return HttpResponse{200, {}, "{}"};
  };
  TokenRange range = list();
  static_cast<void>(range.next_page());

  EXPECT_THROW(static_cast<void>(range.next_page()), DecodeException);
  EXPECT_EQ(range.next_page()->size(), 5u);
}

TEST_F(TokenRangeFaults, AListThatChangesTooFastCanBeReadOnWhenItCalmsDown) {
  bool calm = false;
  transport->response = [&](const Asked& asked) {
    return calm || asked.offset == 0 ? page(asked, 50) : page_of({"new"}, asked, 50);
  };
  TokenRange range = list(20);
  Ids all;
  take_page(range, all);
  EXPECT_THROW(static_cast<void>(range.next_page()), DecodeException);

  calm = true;

  for (const TokenResponse& token : range) all.push_back(token.id->text());
  EXPECT_EQ(all, ids(0, 50));
}

TEST_F(TokenRangeFaults, AFirstPageThatFailsFailsTheBeginning) {
  transport->response = [](const Asked&) { return HttpResponse{404, {}, ""}; };
  TokenRange range = list();

  EXPECT_THROW(static_cast<void>(range.begin()), NotFoundException);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
