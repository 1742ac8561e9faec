// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an example of the documentation may use without declaring it, unless it is a whole file.

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/testing/recording_observer.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace cr = ionoscloud::container_registry;

/// Where a program of the reader's keeps its secrets.
class Vault {
 public:
  void store(std::string_view password);
  cr::Secret read(const char* name);
};

extern Vault vault;
extern cr::ApiClient client;
extern cr::TokensApi tokens;
extern cr::AsyncTokensApi async_tokens;
extern cr::RegistryId registry;
extern cr::TokenId token_id;
extern cr::PostTokenInput input;

/// Whatever a program of the reader's does with a token.
void use(const cr::TokenResponse& token);
