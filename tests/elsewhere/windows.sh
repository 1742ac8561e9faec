#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds the library for Windows with MinGW-w64, and runs the tests of the labels unit and http under Wine, with
# libcurl on OpenSSL and on Schannel.
name=windows
. "$(dirname "$0")/source_packages.sh"

host=x86_64-w64-mingw32
roots=/usr/$host
export CC=$host-gcc-posix AR=$host-ar RANLIB=$host-ranlib RC=$host-windres
# Wine asks its server about each socket of each poll: a thousand calls at once take it minutes.
export GTEST_FILTER=-AsyncTokensApiOverHttp.TakesAThousandCallsAtOnce
export WINEPREFIX="$folder/wine" WINEDEBUG=-all

# Only the tests are linked with libcurl, so that both kinds share the rest.
try_with() {
  echo "+ tests for Windows, with libcurl on $1"
  try "unit|http" -D CURL_DIR="$prefix/lib/$1/cmake/CURL" \
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

try_with openssl
try_with schannel
