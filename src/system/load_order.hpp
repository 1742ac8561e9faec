// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What is made first when a program is loaded goes last when it ends.

#if defined(__ELF__)
/// Has a static object of the library made before those of the program, also where the library is
/// linked into it. Elsewhere the order is the linker's.
#define IONOSCLOUD_CR_BEFORE_THE_PROGRAM [[gnu::init_priority(101)]]
#else
#define IONOSCLOUD_CR_BEFORE_THE_PROGRAM
#endif
