// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>

#include "runtime/client_core.hpp"
#include "support/fake_clock.hpp"
#include "support/fixed_random.hpp"
#include "support/recording_sleeper.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// One operation of each safety.
namespace sample_operations {
inline constexpr Operation read{"read", HttpMethod::get, "/things", Safety::safe};
inline constexpr Operation remove{"remove", HttpMethod::del, "/things", Safety::idempotent};
inline constexpr Operation change{"change", HttpMethod::patch, "/things", Safety::idempotent};
inline constexpr Operation create{"create", HttpMethod::post, "/things",
                                  Safety::creates_credential};
inline constexpr Operation put{"put", HttpMethod::put, "/things", Safety::creates_credential};
}  // namespace sample_operations

/// A `ClientCore` of which everything around it is fake. It waits half of what it may.
class CoreUnderTest {
 public:
  explicit CoreUnderTest(Configuration configuration = with_token()) {
    if (!configuration.transport) configuration.transport = transport;
    core = std::make_unique<ClientCore>(
        make_client_settings(configuration),
        RuntimeServices{clock, sleeper, std::make_shared<FixedRandom>(0.5), nullptr});
  }

  static Configuration with_token() {
    Configuration configuration;
    configuration.host = "https://api.example";
    configuration.token = "hunter2-token";
    return configuration;
  }

  CallResponse call(const Operation& operation, const CallOptions& options = {}) {
    return core->call(operation, {std::string(operation.path), ""}, options);
  }

  const std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
  const std::shared_ptr<RecordingSleeper> sleeper = std::make_shared<RecordingSleeper>(clock);
  const std::shared_ptr<testing::FakeTransport> transport =
      std::make_shared<testing::FakeTransport>();
  std::unique_ptr<ClientCore> core;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
