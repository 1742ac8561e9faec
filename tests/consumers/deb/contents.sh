#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Complains when the packages in a folder hold what they shouldn't, or lack what they should:
#   contents.sh <folder> <version> <minor version>
set -eu
runtime=$(echo "$1/libionoscloud-container-registry$3_$2_"*.deb)
development=$(echo "$1/libionoscloud-container-registry-dev_$2_"*.deb)

# The files of a package, without the folders that depend on the machine and those of headers.
files() {
  dpkg-deb --contents "$1" | grep -v '^d' | sed -e 's|.* \./usr/||' -e 's| -> .*||' \
    -e 's|^lib/[^/]*-linux-gnu[^/]*/|lib/|' -e 's|^include/.*|include/…|' | sort -u
}

compare() {
  [ "$1" = "$2" ] && return
  printf 'should be:\n%s\nis:\n%s\n' "$1" "$2"
  exit 1
}

compare "lib/libionoscloud-container-registry.so.$3
share/doc/libionoscloud-container-registry$3/changelog.gz
share/doc/libionoscloud-container-registry$3/copyright" "$(files "$runtime")"

cmake=lib/cmake/ionoscloud-container-registry
compare "include/…
$cmake/cpp-httplib.cmake
$cmake/ionoscloud-container-registry-config-version.cmake
$cmake/ionoscloud-container-registry-config.cmake
$cmake/ionoscloud-container-registry-shared-targets-release.cmake
$cmake/ionoscloud-container-registry-shared-targets.cmake
$cmake/ionoscloud-container-registry-testing-targets-release.cmake
$cmake/ionoscloud-container-registry-testing-targets.cmake
$cmake/library-dependencies.cmake
lib/libionoscloud-container-registry-testing.a
lib/libionoscloud-container-registry.so
lib/pkgconfig/ionoscloud-container-registry-testing.pc
lib/pkgconfig/ionoscloud-container-registry.pc
share/doc/libionoscloud-container-registry-dev/changelog.gz
share/doc/libionoscloud-container-registry-dev/copyright" "$(LC_ALL=C files "$development")"
