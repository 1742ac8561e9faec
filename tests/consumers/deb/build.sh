#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the Debian packages in a folder of its own, by the preset that is for users:
#   build.sh <source> <build> [<compiler launcher>]
set -eu
cd "$1"
cmake --preset package -B "$2" -DCMAKE_CXX_COMPILER_LAUNCHER="${3:-}"
cmake --build "$2" -j 2
rm -f "$2"/*.deb
cpack --config "$2/CPackConfig.cmake" -B "$2"
rm -rf "$2/root"
for package in "$2"/*.deb; do dpkg-deb -x "$package" "$2/root"; done
