#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
#     musl.sh <labels>, for elsewhere.sh
#
# Builds the library for musl with zig, which brings it, and runs its tests as static programs. The labels are as
# ctest takes them: unit|http.
name=musl
. "$(dirname "$0")/source_packages.sh"

roots=$prefix
zig=$(PATH="${IONOSCLOUD_CR_ZIG_FOLDER:-$PATH}:$PATH" command -v zig) ||
  skip "needs zig, in PATH or in the folder that IONOSCLOUD_CR_ZIG_FOLDER names"
export ZIG_GLOBAL_CACHE_DIR="$folder/cache" ZIG_LOCAL_CACHE_DIR="$folder/cache"
bin=$folder/bin
export CC="$bin/cc" CXX="$bin/c++" AR="$bin/ar" RANLIB="$bin/ranlib"

# zig's tools by the names that builds call them by.
tools() {
  mkdir -p "$bin"
  for tool in cc c++; do
    # It would have undefined behaviour end programs, in the libraries too.
    echo "exec '$zig' $tool -target x86_64-linux-musl -fno-sanitize=undefined \"\$@\"" >"$bin/$tool"
  done
  for tool in ar ranlib; do echo "exec '$zig' $tool \"\$@\"" >"$bin/$tool"; done
  for tool in cc c++ ar ranlib; do sed -i '1i #!/bin/sh' "$bin/$tool" && chmod +x "$bin/$tool"; done
}

zlib() {
  rm -rf "$folder/build/zlib" && cp -r "$folder/sources/zlib" "$folder/build/zlib" && cd "$folder/build/zlib"
  ./configure --static --prefix="$prefix"
  make -j"$(nproc)" libz.a
  make install
}

# In a static program no function takes the place of another: libcurl asks that of the tests, by its own name.
let_tests_resolve() {
  objcopy --redefine-sym getaddrinfo=getaddrinfo_of_tests "$prefix/lib/openssl/libcurl.a"
}

install_packages binutils cmake dpkg-dev make ninja-build nlohmann-json3-dev perl
once sources get_sources openssl curl simdjson googletest cpp-httplib yaml-cpp zlib
once tools tools
once openssl openssl linux-x86_64
once zlib zlib
once headers headers
once simdjson package simdjson simdjson -D SIMDJSON_DEVELOPER_MODE=OFF
once googletest package googletest googletest
once yaml-cpp package yaml-cpp yaml-cpp -D YAML_CPP_BUILD_TESTS=OFF -D YAML_CPP_BUILD_TOOLS=OFF
# To find out whether poll() works would take a run, so that a cross build goes without: by select(), which has
# 1024 descriptors.
once curl curl openssl -D CURL_USE_OPENSSL=ON -D HAVE_POLL_FINE=ON
once resolver let_tests_resolve

# Of clang 16, whose warnings nobody else looks at.
try "$1" -D IONOSCLOUD_CR_WITH_PROFILES=ON -D CURL_DIR="$prefix/lib/openssl/cmake/CURL" \
  -D IONOSCLOUD_CR_WARNINGS_AS_ERRORS=OFF -D CMAKE_EXE_LINKER_FLAGS=-static \
  -D CMAKE_CXX_FLAGS="-g0 -D IONOSCLOUD_CR_TESTS_GETADDRINFO=getaddrinfo_of_tests"
