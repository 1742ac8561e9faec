// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <ionoscloud/container_registry/transport.hpp>

#include <optional>
#include <string>
#include <vector>

#include "curl/response_reader.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Reads one response that is given line by line.
class ResponseReading : public testing::Test {
 protected:
  void begin(HttpMethod method = HttpMethod::get) { reader_.begin(method, limits_); }

  /// Stops at the line that is refused, as libcurl does. Returns whether there was none.
  bool read(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      if (!reader_.read_line(line + "\r\n")) return false;
    }
    return true;
  }

  std::optional<TransportError> error() const {
    if (!reader_.fault()) return std::nullopt;
    return reader_.fault()->error;
  }

  Limits limits_;
  ResponseReader reader_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
