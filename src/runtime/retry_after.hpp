// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <ionoscloud/container_registry/headers.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How long the service asks to be left alone: its `Retry-After`, as seconds or as an HTTP date
/// seen from `now`. A moment that has passed is 0; more than a day counts as a day; of several
/// lines the longest wait counts. Nothing when there is no line that can be read.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(
    const Headers& headers, std::chrono::system_clock::time_point now);

}  // namespace v0
}  // namespace ionoscloud::container_registry
