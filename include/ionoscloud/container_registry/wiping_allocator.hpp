// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/export.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Makes libcurl wipe all memory that it lets go of, in the whole process and for good. Without it,
/// the request lines and responses that libcurl has buffered, with the token and new passwords in
/// them, stay in freed memory until somebody else gets it.
///
/// For programs that own libcurl's global state: call it first thing in `main`, before any other
/// thread runs, before a client is made, and before anything else sets libcurl up.
///
///     int main() {
///       if (!cr::use_wiping_allocator()) return complain("libcurl was set up before");
///
/// Returns whether libcurl does so: false when it had been set up already, by this library or by
/// another; nothing is changed then. May be called again, and returns the same.
///
/// The shared library must stay loaded from then on. What wiping costs, and what it doesn't reach,
/// is in SECURITY.md.
[[nodiscard]] IONOSCLOUD_CR_EXPORT bool use_wiping_allocator();

}  // namespace v0
}  // namespace ionoscloud::container_registry
