// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Static objects that are initialized first are destroyed last.

#if defined(__ELF__)
/// Initializes a static object of the library before those of the program, also when the library is
/// static. On other systems the linker determines the order.
#define IONOSCLOUD_CR_BEFORE_THE_PROGRAM [[gnu::init_priority(101)]]
#else
#define IONOSCLOUD_CR_BEFORE_THE_PROGRAM
#endif
