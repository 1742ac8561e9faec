#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
#     windows.sh <labels>, for elsewhere.sh
#
# Builds the library for Windows with MinGW-w64, and runs its tests under Wine, with libcurl on OpenSSL and on
# Schannel. The labels are as ctest takes them: unit|http.
name=windows
. "$(dirname "$0")/source_packages.sh"

host=x86_64-w64-mingw32
roots=/usr/$host
export CC=$host-gcc-posix AR=$host-ar RANLIB=$host-ranlib RC=$host-windres
# What is left out, and why. What needs POSIX isn't built: tests/CMakeLists.txt.
left_out="
AsyncTokensApiOverHttp.TakesAThousandCallsAtOnce         # Wine asks its server about each socket, for minutes
StubServerStop.DoesNotWaitForConnectionsThatAreKept      # it does: shutdown() ends no select() of another thread
FloodGuardTest.SeesNoneInManyThingsThatTakeNoTime        # Wine asks its server for a thread's time, which takes some
Configuration.TellsTheVariableOfEachFieldThatHasOne      # variables whose names differ in case alone are one there
FromEnvironment.ReadsWhereNoProxyIsWanted                # the same
FromEnvironment.WarnsOfWhatNoProxyCannotMean             # the same
"
GTEST_FILTER=-$(echo "$left_out" | awk 'NF { printf "%s:", $1 }')
export GTEST_FILTER
export WINEPREFIX="$folder/wine" WINEDEBUG=-all

# Only the tests are linked with libcurl, so that both kinds share the rest: labels, then kind.
try_with() {
  echo "+ tests for Windows, with libcurl on $2"
  try "$1" -D CURL_DIR="$prefix/lib/$2/cmake/CURL" \
    -D ZLIB_LIBRARY=/usr/$host/lib/libz.a -D IONOSCLOUD_CR_WITH_PROFILES=ON
}

install_packages cmake dpkg-dev g++-mingw-w64-x86-64 libz-mingw-w64-dev make ninja-build nlohmann-json3-dev \
  perl wine64
once sources get_sources openssl curl simdjson googletest cpp-httplib yaml-cpp
once openssl openssl mingw64
once headers headers
once simdjson package simdjson simdjson -D SIMDJSON_DEVELOPER_MODE=OFF
once googletest package googletest googletest
once yaml-cpp package yaml-cpp yaml-cpp -D YAML_CPP_BUILD_TESTS=OFF -D YAML_CPP_BUILD_TOOLS=OFF
once curl-openssl curl openssl -D CURL_USE_OPENSSL=ON -D CURL_USE_SCHANNEL=OFF \
  -D CMAKE_C_STANDARD_LIBRARIES="-lws2_32 -lcrypt32 -lgdi32 -ladvapi32 -lbcrypt -luser32 -lkernel32"
once curl-schannel curl schannel -D CURL_USE_OPENSSL=OFF -D CURL_USE_SCHANNEL=ON

try_with "$1" openssl
try_with "$1" schannel
