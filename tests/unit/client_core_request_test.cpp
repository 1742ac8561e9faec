// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/version.hpp>

#include "runtime/client_core.hpp"
#include "support/caught.hpp"
#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const std::string user_agent = "ionos-cloud-sdk-cpp-container-registry/v" + std::string(version());

std::vector<Header> lines_of(const HttpRequest& request) {
  return {request.headers.begin(), request.headers.end()};
}

CallOptions with_header(std::string name, std::string value) {
  CallOptions options;
  options.headers.add(std::move(name), std::move(value));
  return options;
}

TEST(ClientCoreRequest, GoesToTheBaseUrlAndTheTarget) {
  CoreUnderTest under_test;
  under_test.transport->respond(200);

  static_cast<void>(
      under_test.core->call(sample_operations::read, {"/things/1?offset=0", ""}, CallOptions()));

  const HttpRequest request = under_test.transport->requests().at(0);
  EXPECT_EQ(request.method, HttpMethod::get);
  EXPECT_EQ(request.url, "https://api.example/containerregistries/things/1?offset=0");
}

TEST(ClientCoreRequest, WithoutABodyHasNoContentType) {
  for (const Operation& operation : {sample_operations::read, sample_operations::remove}) {
    CoreUnderTest under_test;
    under_test.transport->respond(200);

    static_cast<void>(under_test.call(operation));

    const std::vector<Header> expected = {{"Accept", "application/json"},
                                          {"Accept-Encoding", "identity"},
                                          {"User-Agent", user_agent}};
    EXPECT_EQ(lines_of(under_test.transport->requests().at(0)), expected) << operation.name;
  }
}

TEST(ClientCoreRequest, WithABodyHasAContentType) {
  for (const Operation& operation :
       {sample_operations::create, sample_operations::put, sample_operations::change}) {
    CoreUnderTest under_test;
    under_test.transport->respond(200);

    static_cast<void>(under_test.core->call(operation, {"/things", "{}"}, CallOptions()));

    const HttpRequest request = under_test.transport->requests().at(0);
    const std::vector<Header> expected = {{"Accept", "application/json"},
                                          {"Accept-Encoding", "identity"},
                                          {"Content-Type", "application/json"},
                                          {"User-Agent", user_agent}};
    EXPECT_EQ(lines_of(request), expected) << operation.name;
    EXPECT_EQ(request.body, "{}") << operation.name;
  }
}

TEST(ClientCoreRequest, NamesTheCallersProgramToo) {
  Configuration configuration = CoreUnderTest::with_token();
  configuration.user_agent_suffix = "my-tool/1.2";
  CoreUnderTest under_test(configuration);
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  EXPECT_EQ(under_test.transport->requests().at(0).headers.get("User-Agent"),
            user_agent + " my-tool/1.2");
}

TEST(ClientCoreRequest, CarriesItsCredentialsApartFromTheHeaders) {
  CoreUnderTest under_test;
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  const HttpRequest request = under_test.transport->requests().at(0);
  EXPECT_EQ(request.authorization.expose(), "Bearer hunter2-token");
  EXPECT_EQ(request.headers.get("Authorization"), std::nullopt);
}

TEST(ClientCoreRequest, CarriesTheCallersHeadersLast) {
  CoreUnderTest under_test;
  under_test.transport->respond(200);
  CallOptions options = with_header("X-Correlation-Id", "a b\tc");
  options.headers.add("x-correlation-id", "");

  static_cast<void>(under_test.call(sample_operations::read, options));

  const auto lines = lines_of(under_test.transport->requests().at(0));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[3], (Header{"X-Correlation-Id", "a b\tc"}));
  EXPECT_EQ(lines[4], (Header{"x-correlation-id", ""}));
}

TEST(ClientCoreRequest, IsTheSameAgainWhenItIsRepeated) {
  CoreUnderTest under_test;
  under_test.transport->respond(503);
  under_test.transport->respond(200);

  static_cast<void>(under_test.core->call(sample_operations::change, {"/things", "{\"a\":1}"},
                                          with_header("X-Id", "1")));

  const auto requests = under_test.transport->requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(requests[0].url, requests[1].url);
  EXPECT_EQ(requests[0].body, requests[1].body);
  EXPECT_EQ(lines_of(requests[0]), lines_of(requests[1]));
  EXPECT_TRUE(requests[0].authorization == requests[1].authorization);
}

class ClientCoreRefusesHeader : public ::testing::TestWithParam<Header> {};

TEST_P(ClientCoreRefusesHeader, BeforeAnythingIsSent) {
  CoreUnderTest under_test;
  const CallOptions options = with_header(GetParam().name, GetParam().value);

  const auto error = caught<InvalidArgumentException>(
      [&] { static_cast<void>(under_test.call(sample_operations::read, options)); });

  EXPECT_EQ(under_test.transport->request_count(), 0u);
  EXPECT_EQ(error.operation(), "read");
  EXPECT_EQ(error.attempts(), 0);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_NE(std::string(error.what()).find("options.headers[\""), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    OfTheLibrarysOwn, ClientCoreRefusesHeader,
    ::testing::Values(Header{"Authorization", "Bearer x"}, Header{"authorization", "Bearer x"},
                      Header{"Host", "evil.com"}, Header{"Content-Length", "0"},
                      Header{"Content-Type", "text/plain"}, Header{"Accept", "*/*"},
                      Header{"Connection", "close"}, Header{"Transfer-Encoding", "chunked"},
                      Header{"Expect", "100-continue"}, Header{"Cookie", "a=b"},
                      Header{"User-Agent", "x"}));

INSTANTIATE_TEST_SUITE_P(ThatCannotBeSent, ClientCoreRefusesHeader,
                         ::testing::Values(Header{"X-Id", "1\r\nX-Evil: 1"}, Header{"X-Id", "1\n"},
                                           Header{"X-Id", std::string("1\0", 2)},
                                           Header{"X-Id", "\x1b[31m"},
                                           Header{"X-Id\r\nX-Evil", "1"}, Header{"X-Id:", "1"},
                                           Header{"X Id", "1"}, Header{std::string("X\0", 2), "1"},
                                           Header{"", "1"}, Header{"Ünicode", "1"}));

TEST(ClientCoreRequest, IsRefusedWithoutRepeatingAHeadersValue) {
  CoreUnderTest under_test;
  const CallOptions options = with_header("X-Vault", "swordfish\n");

  const auto error = caught<InvalidArgumentException>(
      [&] { static_cast<void>(under_test.call(sample_operations::read, options)); });

  EXPECT_EQ(std::string(error.what()).find("swordfish"), std::string::npos);
}

TEST(ClientCoreRequest, IsRefusedInOneLine) {
  CoreUnderTest under_test;
  const CallOptions options = with_header("X\r\nY" + std::string(5000, 'x'), "1");

  const auto error = caught<InvalidArgumentException>(
      [&] { static_cast<void>(under_test.call(sample_operations::read, options)); });

  const std::string what = error.what();
  EXPECT_EQ(what.find_first_of("\r\n"), std::string::npos);
  EXPECT_LT(what.size(), 300u);
}

TEST(ClientCoreRequest, IsRefusedForARetryPolicyThatCannotWork) {
  CoreUnderTest under_test;
  CallOptions options;
  options.retry.emplace().max_attempts = 0;

  const auto error = caught<InvalidArgumentException>(
      [&] { static_cast<void>(under_test.call(sample_operations::read, options)); });

  EXPECT_NE(std::string(error.what()).find("options.retry"), std::string::npos);
  EXPECT_EQ(under_test.transport->request_count(), 0u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
