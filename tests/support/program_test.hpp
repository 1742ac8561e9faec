// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/process.hpp"
#include "support/temporary_folder.hpp"

namespace programs {

namespace cr = ionoscloud::container_registry;

inline std::string text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One line, its end included: what a program may say on stderr.
inline bool is_one_line(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

/// A stub server, and the environment in which programs find it.
class ProgramTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string registry() const { return stub_.registry().text(); }

  [[nodiscard]] std::vector<cr::TokenResponse> tokens() const {
    return stub_.tokens(stub_.registry());
  }

  /// The only token of the stub.
  [[nodiscard]] cr::TokenResponse token() const { return tokens().at(0); }

  [[nodiscard]] std::string token_id() const { return token().id.value().text(); }

  /// The password of the only token, which the stub alone still knows.
  [[nodiscard]] std::string password() const {
    return std::string(token().properties.credentials.value().password.expose());
  }

  cr::testing::StubServer stub_;
  Environment environment_ = {{"IONOS_API_URL", stub_.url()}, {"IONOS_TOKEN", "stub-token"}};
  cr::TemporaryFolder folder_;
};

}  // namespace programs
