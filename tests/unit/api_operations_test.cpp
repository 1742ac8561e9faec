// SPDX-License-Identifier: Apache-2.0
//
// What holds for every operation of the library, in both forms.

#include "support/api_operations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <typeindex>
#include <typeinfo>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/operations.hpp"
#include "base/ascii.hpp"
#include "support/caught.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The name of the library's argument for a parameter of a path: `registry_id` for `registryId`.
std::string argument_name(std::string_view parameter) {
  std::string name;
  for (const char c : parameter) {
    if (ascii::is_upper(c)) name += '_';
    name += ascii::to_lower(c);
  }
  return name;
}

/// The path of an operation with these arguments, and the names of the arguments.
struct Path {
  Path(std::string_view path, const PathArguments& arguments) {
    for (std::size_t brace; (brace = path.find('{')) != std::string_view::npos;) {
      const std::size_t end = path.find('}');
      text.append(path.substr(0, brace)).append(arguments.at(names.size()));
      names.push_back(argument_name(path.substr(brace + 1, end - brace - 1)));
      path.remove_prefix(end + 1);
    }
    text.append(path);
  }

  std::string text;
  std::vector<std::string> names;
};

class ApiOperations : public TokensApiTest {
 protected:
  /// Calls `each(row, operation, call, form)` for both forms of all operations.
  template <class Each>
  static void for_each(Each each) {
    for (const Operation* row : operations::all) {
      const ApiOperation& operation = api_operation(row->name);
      each(*row, operation, operation.call, operation.name);
      each(*row, operation, operation.async_call, "async " + operation.name);
    }
  }

  /// What a call is refused with, before anything is sent.
  std::string refusal(const ApiOperation::Call& call, const PathArguments& path,
                      const CallOptions& options = {}) {
    const auto error =
        caught<InvalidArgumentException>([&] { static_cast<void>(call(client, path, options)); });
    EXPECT_EQ(error.attempts(), 0);
    EXPECT_EQ(error.execution(), Execution::none);
    EXPECT_EQ(transport->request_count(), 0u);
    return error.what();
  }
};

TEST_F(ApiOperations, AreThoseOfTheLibrary) {
  std::vector<std::string> listed;
  for (const ApiOperation& operation : api_operations()) listed.push_back(operation.name);

  for (const Operation* row : operations::all) {
    const auto found = std::find(listed.begin(), listed.end(), row->name);
    if (found == listed.end()) {
      ADD_FAILURE() << row->name << " is missing in tests/support/api_operations.cpp";
    } else {
      listed.erase(found);
    }
  }
  for (const std::string& name : listed) {
    ADD_FAILURE() << name << " is missing in src/api/operations.hpp, or listed twice";
  }
}

TEST_F(ApiOperations, SendTheMethodAndThePathOfTheirRows) {
  for_each([&](const Operation& row, const ApiOperation& operation, const auto& call,
               const std::string& form) {
    const HttpResponse response =
        operation.response(operation.path, R"({"properties":{"name":"ci-pull"}})");
    const std::size_t before = transport->request_count();
    transport->respond(response.status, response.body, response.headers);

    const HttpInfo http = call(client, operation.path, {});

    EXPECT_EQ(http.status, response.status) << form;
    const HttpRequest request = transport->requests().at(before);
    EXPECT_EQ(request.method, row.method) << form;
    EXPECT_EQ(request.url.substr(0, request.url.find('?')),
              "https://api.ionos.com/containerregistries" + Path(row.path, operation.path).text)
        << form;
  });
}

TEST_F(ApiOperations, RefuseAnImpossibleArgumentOfTheirPath) {
  const std::string nul("r\0", 2);
  const std::pair<std::string, std::string> impossible[] = {
      {"", " must not be empty"},
      {".", " must not be \".\" or \"..\""},
      {"..", " must not be \".\" or \"..\""},
      {"r\n", " must not hold control characters"},
      {"r\r", " must not hold control characters"},
      {"a\tb", " must not hold control characters"},
      {nul, " must not hold control characters"},
      {" r", " must be the id alone"},
  };

  for_each([&](const Operation& row, const ApiOperation& operation, const auto& call,
               const std::string& form) {
    const Path fine(row.path, operation.path);
    EXPECT_EQ(fine.names.size(), operation.path.size()) << form;
    for (std::size_t i = 0; i < fine.names.size(); ++i) {
      for (const auto& [argument, complaint] : impossible) {
        PathArguments path = operation.path;
        path.at(i) = argument;
        const std::string start = operation.name + ": " + fine.names[i] + complaint;

        EXPECT_EQ(refusal(call, path).substr(0, start.size()), start) << form;
      }
    }
  });
}

TEST_F(ApiOperations, RefuseAHeaderOfTheLibrarysOwn) {
  CallOptions options;
  options.headers.add("Authorization", "Bearer other");

  for_each([&](const Operation&, const ApiOperation& operation, const auto& call,
               const std::string& form) {
    const std::string what = refusal(call, operation.path, options);

    EXPECT_EQ(what.find(operation.name + ": options.headers"), 0u) << form;
  });
}

struct StatusClass {
  int status;
  std::type_index type;
};

const std::vector<StatusClass> status_classes = {
    {400, typeid(BadRequestException)}, {401, typeid(UnauthorizedException)},
    {402, typeid(ApiException)},        {403, typeid(ForbiddenException)},
    {404, typeid(NotFoundException)},   {405, typeid(ApiException)},
    {408, typeid(ApiException)},        {409, typeid(ConflictException)},
    {413, typeid(ApiException)},        {415, typeid(ApiException)},
    {418, typeid(ApiException)},        {422, typeid(UnprocessableEntityException)},
    {425, typeid(ApiException)},        {429, typeid(RateLimitedException)},
    {431, typeid(ApiException)},        {500, typeid(ServiceException)},
    {501, typeid(ServiceException)},    {502, typeid(ServiceException)},
    {503, typeid(ServiceException)},    {504, typeid(ServiceException)},
    {599, typeid(ServiceException)},    {301, typeid(ApiException)},
    {302, typeid(ApiException)},        {304, typeid(ApiException)},
    {307, typeid(ApiException)},        {308, typeid(ApiException)},
    {100, typeid(ApiException)},        {99, typeid(ApiException)},
    {600, typeid(ApiException)},
};

TEST_F(ApiOperations, ThrowTheClassOfAStatus) {
  CallOptions options;
  options.retry = RetryPolicy::none();

  for_each([&](const Operation&, const ApiOperation& operation, const auto& call,
               const std::string& form) {
    for (const StatusClass& row : status_classes) {
      transport->respond(row.status);
      try {
        static_cast<void>(call(client, operation.path, options));
        ADD_FAILURE() << form << " took " << row.status << " for a success";
      } catch (const ApiException& error) {
        EXPECT_TRUE(std::type_index(typeid(error)) == row.type) << form << " " << row.status;
        EXPECT_EQ(error.status(), row.status) << form;
        EXPECT_EQ(error.operation(), operation.name);
      }
    }
  });
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
