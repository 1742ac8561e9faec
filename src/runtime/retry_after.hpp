// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <ionoscloud/container_registry/headers.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How long the service asks to be left alone, by its `Retry-After`:
///
/// - seconds, also as a decimal, which is rounded up
/// - an HTTP date, seen from the `Date` of the same response; without one from `now`
/// - a duration as Go's programs write it: `1m30s`, `500ms`
///
/// A moment that has passed is 0; more than a day counts as a day. Of several lines, or of several
/// values that commas join, the longest wait counts. Nothing when none can be read.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(
    const Headers& headers, std::chrono::system_clock::time_point now);

}  // namespace v0
}  // namespace ionoscloud::container_registry
