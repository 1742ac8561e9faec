// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/exceptions.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "exceptions/exception_details.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class... Exceptions>
struct TypeList {};

using All = TypeList<Exception, ApiException, BadRequestException, UnauthorizedException,
                     ForbiddenException, NotFoundException, ConflictException,
                     UnprocessableEntityException, RateLimitedException, ServiceException,
                     TransportException, TimeoutException, CancelledException, DecodeException,
                     ConfigurationException, CredentialsException, InvalidArgumentException>;

template <class... Exceptions>
constexpr bool copy_without_throwing(TypeList<Exceptions...>) {
  return ((std::is_nothrow_copy_constructible_v<Exceptions> &&
           std::is_nothrow_copy_assignable_v<Exceptions> &&
           std::is_nothrow_move_constructible_v<Exceptions>)&&...);
}
static_assert(copy_without_throwing(All{}));

template <class... Exceptions>
constexpr bool have_a_virtual_destructor(TypeList<Exceptions...>) {
  return (std::has_virtual_destructor_v<Exceptions> && ...);
}
static_assert(have_a_virtual_destructor(All{}));

template <class Base, class... Exceptions>
constexpr bool derive_from(TypeList<Exceptions...>) {
  return (std::is_base_of_v<Base, Exceptions> && ...);
}
static_assert(derive_from<std::runtime_error>(All{}));
static_assert(derive_from<Exception>(All{}));
static_assert(derive_from<ApiException>(
    TypeList<BadRequestException, UnauthorizedException, ForbiddenException, NotFoundException,
             ConflictException, UnprocessableEntityException, RateLimitedException,
             ServiceException>{}));

template <class Base, class... Exceptions>
constexpr bool none_derives_from(TypeList<Exceptions...>) {
  return (!std::is_base_of_v<Base, Exceptions> && ...);
}
static_assert(none_derives_from<ApiException>(
    TypeList<TransportException, TimeoutException, CancelledException, DecodeException,
             ConfigurationException, CredentialsException, InvalidArgumentException>{}));

std::shared_ptr<const ExceptionDetails> details() {
  ExceptionDetails details;
  details.message = "what happened";
  details.operation = "registries_tokens_post";
  details.attempts = 2;
  details.execution = Execution::unknown;
  details.status = 503;
  details.request_id = "req-1";
  details.headers.add("Via", "gw");
  details.body = "the body";
  details.messages = {{"code", "sentence"}};
  details.retry_after = std::chrono::seconds(7);
  details.transport_error = TransportError::tls;
  details.time_limit = TimeLimit::connect;
  details.json_path = "$.items[3]";
  return std::make_shared<const ExceptionDetails>(std::move(details));
}

TEST(Exceptions, SayWhatHappenedAndWhere) {
  const Exception exception(details());

  EXPECT_STREQ(exception.what(), "what happened");
  EXPECT_EQ(exception.operation(), "registries_tokens_post");
  EXPECT_EQ(exception.attempts(), 2);
  EXPECT_EQ(exception.execution(), Execution::unknown);
}

TEST(Exceptions, OfTheServiceHoldItsResponse) {
  const ApiException exception(details());

  EXPECT_EQ(exception.status(), 503);
  EXPECT_EQ(exception.request_id(), "req-1");
  EXPECT_EQ(exception.headers().get("Via"), "gw");
  EXPECT_EQ(exception.body(), "the body");
  ASSERT_EQ(exception.messages().size(), 1u);
  EXPECT_EQ(exception.messages()[0].error_code, "code");
  EXPECT_EQ(exception.messages()[0].message, "sentence");
}

TEST(Exceptions, HoldTheDataOfTheirClass) {
  EXPECT_EQ(RateLimitedException(details()).retry_after(), std::chrono::seconds(7));
  EXPECT_EQ(ServiceException(details()).retry_after(), std::chrono::seconds(7));
  EXPECT_EQ(TransportException(details()).kind(), TransportError::tls);
  EXPECT_EQ(TimeoutException(details()).limit(), TimeLimit::connect);
  EXPECT_EQ(DecodeException(details()).path(), "$.items[3]");
  EXPECT_EQ(DecodeException(details()).status(), 503);
}

TEST(Exceptions, KeepEverythingInACopy) {
  auto original = std::make_unique<RateLimitedException>(details());

  const RateLimitedException copy = *original;
  original.reset();

  EXPECT_STREQ(copy.what(), "what happened");
  EXPECT_EQ(copy.body(), "the body");
}

TEST(Exceptions, KeepEverythingWhenAssigned) {
  RateLimitedException target(std::make_shared<const ExceptionDetails>());

  target = RateLimitedException(details());

  EXPECT_STREQ(target.what(), "what happened");
  EXPECT_EQ(target.status(), 503);
}

TEST(Exceptions, ShareTheirResponseWithTheirCopies) {
  const ApiException original(details());

  const ApiException copy = original;

  EXPECT_EQ(copy.body().data(), original.body().data());
}

TEST(Exceptions, LeaveAMovedOneUsable) {
  ApiException source(details());

  const ApiException target = std::move(source);

  EXPECT_EQ(source.status(), 503);  // NOLINT(bugprone-use-after-move): what is tested
  EXPECT_EQ(target.status(), 503);
}

TEST(Exceptions, AreCaughtByEachOfTheirBases) {
  EXPECT_THROW(throw NotFoundException(details()), NotFoundException);
  EXPECT_THROW(throw NotFoundException(details()), ApiException);
  EXPECT_THROW(throw NotFoundException(details()), Exception);
  EXPECT_THROW(throw NotFoundException(details()), std::runtime_error);
}

TEST(EnumNames, AreThoseOfTheEnumerators) {
  EXPECT_STREQ(to_string(TransportError::resolve), "resolve");
  EXPECT_STREQ(to_string(TransportError::too_large), "too_large");
  EXPECT_STREQ(to_string(TransportError::cancelled), "cancelled");
  EXPECT_STREQ(to_string(Execution::none), "none");
  EXPECT_STREQ(to_string(Execution::executed), "executed");
  EXPECT_STREQ(to_string(TimeLimit::connect), "connect");
  EXPECT_STREQ(to_string(TimeLimit::call), "call");
}

TEST(EnumNames, HaveNoneForANumberThatIsNoEnumerator) {
  EXPECT_STREQ(to_string(static_cast<TransportError>(99)), "unknown");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
