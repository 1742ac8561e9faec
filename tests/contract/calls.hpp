// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace contract_calls {

namespace cr = ionoscloud::container_registry;

/// What a token is to be that gives its name alone.
cr::PostTokenProperties named(const std::string& name);

/// The library's way to `url`, sending nothing twice.
cr::ApiClient client_at(const std::string& url, const cr::Secret& token);

/// Calls the operation that the contract names so, in its simplest form, and returns the status of
/// its response. Throws what the library throws, and `std::out_of_range` for another name.
int call(const cr::ApiClient& client, const std::string& operation, const cr::CallOptions& options);

/// Compares statuses with those that should have come.
class Verdict {
 public:
  /// Makes a call that returns the status of its response. An `ApiException` is a response, too;
  /// anything else that is thrown is a difference.
  template <class Call>
  void expect(int wanted, const std::string& what, Call make) {
    try {
      compare(wanted, make(), what);
    } catch (const cr::ApiException& error) {
      compare(wanted, error.status(), what);
    } catch (const std::exception& error) {
      complain(what + ": " + error.what());
    }
  }

  void require(bool holds, const std::string& what) {
    if (!holds) complain(what);
  }

  [[nodiscard]] int differences() const { return differences_; }

 private:
  void compare(int wanted, int got, const std::string& what);
  void complain(const std::string& what);

  int differences_ = 0;
};

/// Every option of every operation, and every error that the stub server has a reason for.
/// `url` leads to one that is new.
void make_tour(Verdict& verdict, const std::string& url);

}  // namespace contract_calls
