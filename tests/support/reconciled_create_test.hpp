// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/pending.hpp>

#include "api/operations.hpp"
#include "api/reconciled_create.hpp"
#include "runtime/client_core.hpp"
#include "support/caught.hpp"
#include "support/small_registry.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Counts.
class CountingEntropy final : public Entropy {
 public:
  std::uint64_t next() override { return number_ += step; }

  std::uint64_t step = 1;

 private:
  std::uint64_t number_ = 0;
};

/// Whose thread makes the calls of a create.
enum class Form { sync, async };

/// A create at a `SmallRegistry`, in both forms.
class ReconciledCreateTest : public ::testing::TestWithParam<Form> {
 protected:
  ReconciledCreateTest() {
    configuration.token = "hunter2-token";
    configuration.transport = registry;
    configuration.retry.base_delay = std::chrono::milliseconds(0);
    make_core();
    input.properties.name = "ci-pull";
  }

  /// Makes the client anew, by `configuration`.
  void make_core() {
    RuntimeServices services = system_services();
    services.entropy = entropy;
    core = std::make_unique<ClientCore>(make_client_settings(configuration), services);
  }

  ReconciledToken create() {
    if (GetParam() == Form::sync) {
      ReconciledCreate steps(core->environment(), "reg", input, naming, options);
      run_steps(*core, steps);
      return steps.result().value;
    }
    return begin().get();
  }

  Pending<ReconciledToken> begin() {
    return begin_steps<ReconciledCreate>(*core, operations::registries_tokens_post, options, "reg",
                                         input, naming);
  }

  /// The exception that a create ends with.
  template <class ExceptionType = UnsettledCreateException>
  ExceptionType failed() {
    return caught<ExceptionType>([this] { static_cast<void>(create()); });
  }

  /// A token that is there, created at half past nine unless told otherwise.
  void add(const std::string& id, const std::string& name,
           const std::string& created = "2026-03-01T09:30:00Z") {
    auto token = token_json(id, name);
    token["metadata"]["createdDate"] = created;
    registry->tokens.push_back(token);
  }

  bool is_there(const std::string& id) const {
    for (const auto& token : registry->tokens) {
      if (token["id"] == id) return true;
    }
    return false;
  }

  /// Cuts a body off behind the first `mark`.
  static void cut_behind(HttpResponse& response, const std::string& mark) {
    response.body.resize(response.body.find(mark) + mark.size());
  }

  const std::shared_ptr<SmallRegistry> registry = std::make_shared<SmallRegistry>();
  const std::shared_ptr<CountingEntropy> entropy = std::make_shared<CountingEntropy>();
  Configuration configuration;
  std::unique_ptr<ClientCore> core;
  PostTokenInput input;
  TokenNaming naming = TokenNaming::given;
  CallOptions options;
};

inline std::string name_of(const ::testing::TestParamInfo<Form>& form) {
  return form.param == Form::sync ? "sync" : "async";
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
