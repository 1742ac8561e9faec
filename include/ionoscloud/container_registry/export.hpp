// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The one macro that marks what the library exports. It is the caller's to ignore.

/// @def IONOSCLOUD_CR_EXPORT
/// Marks what the shared library exports; empty in a static one (`IONOSCLOUD_CR_STATIC`).

#if defined(IONOSCLOUD_CR_STATIC)
#define IONOSCLOUD_CR_EXPORT
#elif defined(_WIN32)
#if defined(IONOSCLOUD_CR_BUILDING)
#define IONOSCLOUD_CR_EXPORT __declspec(dllexport)
#else
#define IONOSCLOUD_CR_EXPORT __declspec(dllimport)
#endif
#else
#define IONOSCLOUD_CR_EXPORT __attribute__((visibility("default")))
#endif
