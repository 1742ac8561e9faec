// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// In whole seconds, because finer clocks can't hold every date that a server may write.
using HttpDate = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/// Reads a date of HTTP in any of its three forms, `Wed, 25 Nov 2026 20:38:18 GMT` among them.
[[nodiscard]] std::optional<HttpDate> parse_http_date(const std::string& text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
