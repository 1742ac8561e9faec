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
  void begin(HttpMethod method = HttpMethod::get) { begin_with(method, false); }
  void begin_create() { begin_with(HttpMethod::post, true); }

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

  void begin_with(HttpMethod method, bool creates) {
    ExchangeOptions options;
    options.limits = limits_;
    options.creates = creates;
    reader_.begin(method, options);
  }

  Limits limits_;
  ResponseReader reader_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
