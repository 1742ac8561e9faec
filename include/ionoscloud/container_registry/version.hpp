// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <ionoscloud/container_registry/export.hpp>

/// @file
/// The version of this library. The build, the packages and the `User-Agent` all read it from here.

/// @{
/// The version of these headers, for `#if`.
#define IONOSCLOUD_CR_VERSION_MAJOR 0
#define IONOSCLOUD_CR_VERSION_MINOR 1
#define IONOSCLOUD_CR_VERSION_PATCH 0
/// @}

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The version of the library that is linked, as `major.minor.patch`. It can differ from the
/// `IONOSCLOUD_CR_VERSION_…` macros, which tell the version of the headers. Never throws.
[[nodiscard]] IONOSCLOUD_CR_EXPORT std::string_view version() noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
