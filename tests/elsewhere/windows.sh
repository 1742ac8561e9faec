#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds the library for Windows with MinGW-w64, and runs the tests of the labels unit and http under Wine, with
# libcurl on OpenSSL and on Schannel:
#
#     tests/elsewhere/windows.sh [folder]
#
# What the library needs is built first, of Debian's source packages. The folder keeps it for the next time.
set -eu
cd "$(dirname "$0")/../.."
folder=${1:-build/elsewhere/windows}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
project=$PWD
. tests/elsewhere/source_packages.sh

host=x86_64-w64-mingw32
prefix=$folder/prefix
# What pkg-config knows is this system's.
export PKG_CONFIG_LIBDIR="$prefix/lib/pkgconfig"

openssl() {
  mkdir -p "$folder/build/openssl" && cd "$folder/build/openssl"
  "$folder/sources/openssl/Configure" mingw64 --cross-compile-prefix=$host- --prefix="$prefix" --libdir=lib \
    no-shared no-tests no-asm no-engine no-module no-dso
  make -j"$(nproc)" CC=$host-gcc-posix build_libs
  make CC=$host-gcc-posix install_dev
}

# Configures what lies in one folder for Windows, to be built in another: both, then options.
configure() {
  from=$1 to=$2 && shift 2
  cmake -S "$from" -B "$to" -G Ninja --toolchain "$project/tests/elsewhere/windows.cmake" \
    -D CMAKE_BUILD_TYPE=Release -D BUILD_SHARED_LIBS=OFF -D CMAKE_FIND_ROOT_PATH="$prefix;/usr/$host" "$@"
}

# Builds a source package by its CMake, and installs it: package, name, then options.
package() {
  from=$folder/sources/$1 to=$folder/build/$2 && shift 2
  configure "$from" "$to" -D CMAKE_INSTALL_PREFIX="$prefix" "$@"
  cmake --build "$to"
  cmake --install "$to"
}

# What consists of headers alone. Debian's package of cpp-httplib has its bodies in a library, its source hasn't.
headers() {
  mkdir -p "$prefix/include" "$prefix/share/cmake/httplib"
  cp -r /usr/include/nlohmann "$prefix/include"
  cp -r /usr/share/cmake/nlohmann_json "$prefix/share/cmake"
  cp "$folder/sources/cpp-httplib/httplib.h" "$prefix/include"
  cat >"$prefix/share/cmake/httplib/httplibConfig.cmake" <<'END'
find_package(Threads REQUIRED)
add_library(httplib::httplib INTERFACE IMPORTED)
target_include_directories(httplib::httplib INTERFACE "${CMAKE_CURRENT_LIST_DIR}/../../../include")
target_link_libraries(httplib::httplib INTERFACE Threads::Threads ws2_32 crypt32)
END
}

# libcurl with one TLS library: its name here, then options.
curl() {
  kind=$1 && shift
  package curl "curl-$kind" -D CMAKE_INSTALL_LIBDIR="lib/$kind" -D HTTP_ONLY=ON -D BUILD_CURL_EXE=OFF \
    -D BUILD_TESTING=OFF -D ENABLE_MANUAL=OFF -D CURL_ZLIB=OFF -D CURL_USE_LIBSSH2=OFF -D USE_LIBIDN2=OFF "$@"
}

# Builds the library with that libcurl, which only its tests are linked with, and runs these.
try() {
  echo "+ tests for Windows, with libcurl on $1"
  configure "$project" "$folder/build/library" -D CURL_DIR="$prefix/lib/$1/cmake/CURL" \
    -D CMAKE_BUILD_TYPE= -D CMAKE_CXX_FLAGS=-g1 -D ZLIB_LIBRARY=/usr/$host/lib/libz.a \
    -D OPENSSL_USE_STATIC_LIBS=ON \
    -D IONOSCLOUD_CR_BUILD_EXAMPLES=OFF -D IONOSCLOUD_CR_BUILD_TESTS=ON \
    -D IONOSCLOUD_CR_BUILD_TESTING_COMPONENT=ON -D IONOSCLOUD_CR_WITH_PROFILES=ON
  cmake --build "$folder/build/library"
  ctest --test-dir "$folder/build/library" -L '^(unit|http)$' --no-tests=error --output-on-failure
}

install_packages cmake dpkg-dev g++-mingw-w64-x86-64 libz-mingw-w64-dev make ninja-build nlohmann-json3-dev \
  perl wine64
once sources get_sources openssl curl simdjson googletest cpp-httplib yaml-cpp
once openssl openssl
once headers headers
once simdjson package simdjson simdjson -D SIMDJSON_DEVELOPER_MODE=OFF
once googletest package googletest googletest
once yaml-cpp package yaml-cpp yaml-cpp -D YAML_CPP_BUILD_TESTS=OFF -D YAML_CPP_BUILD_TOOLS=OFF
once curl-openssl curl openssl -D CURL_USE_OPENSSL=ON -D CURL_USE_SCHANNEL=OFF \
  -D CMAKE_C_STANDARD_LIBRARIES="-lws2_32 -lcrypt32 -lgdi32 -ladvapi32 -lbcrypt -luser32 -lkernel32"
once curl-schannel curl schannel -D CURL_USE_OPENSSL=OFF -D CURL_USE_SCHANNEL=ON

export WINEPREFIX="$folder/wine" WINEDEBUG=-all
try openssl
try schannel
