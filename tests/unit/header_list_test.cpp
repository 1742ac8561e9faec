// SPDX-License-Identifier: Apache-2.0
#include "curl/header_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> lines(HeaderList& list) {
  std::vector<std::string> lines;
  for (const curl_slist* node = list.get(); node != nullptr; node = node->next) {
    lines.emplace_back(node->data);
  }
  return lines;
}

HttpRequest request(HttpMethod method = HttpMethod::get) {
  HttpRequest request;
  request.method = method;
  request.headers = {{"Accept", "application/json"}};
  return request;
}

TEST(HeaderList, HoldsTheHeadersInTheirOrderAndTheAuthorization) {
  HttpRequest with = request();
  with.headers.add("X-One", "1");
  with.headers.add("X-One", "2");
  with.authorization = "Bearer abc";
  HeaderList list;

  list.update(with);

  EXPECT_THAT(lines(list), ElementsAre("Expect:", "Accept: application/json", "X-One: 1",
                                       "X-One: 2", "Authorization: Bearer abc"));
}

TEST(HeaderList, TakesAwayWhatLibcurlWouldAdd) {
  HttpRequest bare;
  bare.method = HttpMethod::post;
  HeaderList list;

  list.update(bare);

  EXPECT_THAT(lines(list), ElementsAre("Expect:", "Accept:", "Content-Type:"));
}

TEST(HeaderList, WritesAHeaderWithoutAValueInLibcurlsWay) {
  HttpRequest with = request();
  with.headers.add("X-Empty", "");
  HeaderList list;

  list.update(with);

  EXPECT_THAT(lines(list), Contains("X-Empty;"));
}

TEST(HeaderList, StaysWhatItIsForTheSameHeaders) {
  HttpRequest with = request();
  with.authorization = "Bearer abc";
  HeaderList list;

  EXPECT_TRUE(list.update(with));
  EXPECT_FALSE(list.update(with));
}

TEST(HeaderList, ChangesWithEachOfItsParts) {
  HttpRequest with = request();
  HeaderList list;
  list.update(with);

  with.authorization = "Bearer abc";
  EXPECT_TRUE(list.update(with));
  with.authorization = "Bearer abd";
  EXPECT_TRUE(list.update(with));
  with.headers.add("X-One", "1");
  EXPECT_TRUE(list.update(with));
  with.method = HttpMethod::post;
  EXPECT_TRUE(list.update(with));
  EXPECT_FALSE(list.update(with));
}

TEST(HeaderList, ForgetsAnAuthorizationThatIsGone) {
  HttpRequest with = request();
  with.authorization = "Bearer abc";
  HeaderList list;
  list.update(with);

  list.update(request());

  EXPECT_THAT(lines(list), Each(Not(testing::StartsWith("Authorization"))));
}

TEST(HeaderList, WipesTheAuthorizationAtItsEnd) {
  HttpRequest with = request();
  with.authorization = "Bearer abcdefghijklmnopqrstuvwxyz";
  auto list = std::make_unique<HeaderList>();
  list->update(with);
  const curl_slist* last = list->get();
  while (last->next != nullptr) last = last->next;
  const FreedMemory memory(last->data, std::string(last->data).size());

  list.reset();

  EXPECT_TRUE(memory.was_wiped());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
