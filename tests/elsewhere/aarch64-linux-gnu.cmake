# SPDX-License-Identifier: Apache-2.0
#
# 64-bit ARM by Debian's cross compiler; the tests run by qemu.

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(ENV{PKG_CONFIG_LIBDIR} /usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig)
# The interpreter and the libraries are where Debian puts those of another architecture.
set(CMAKE_CROSSCOMPILING_EMULATOR "qemu-aarch64;-L;/")
