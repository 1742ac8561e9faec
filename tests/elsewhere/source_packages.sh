# SPDX-License-Identifier: Apache-2.0
#
# Read by the scripts of this folder that build what the library needs, of Debian's source packages, for a
# system that Debian isn't: $name. They keep it in $folder, for the next time, and install it to $prefix. Each
# has a CMake toolchain file of that name.
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd)
folder=$project/build/elsewhere/$name
prefix=$folder/prefix
mkdir -p "$folder"
# What pkg-config knows is this system's.
export PKG_CONFIG_LIBDIR="$prefix/lib/pkgconfig"

skip() { echo "skipped: $name: $*" && exit 77; }

say() { echo "+ $*" && "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then say "$@"; else say sudo "$@"; fi; }

# Installs those of the packages that aren't there, or skips everything.
install_packages() {
  missing=$(for package in "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || printf ' %s' "$package"
  done)
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || skip "apt-get isn't here to install$missing"
  # shellcheck disable=SC2086
  { as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $missing; } ||
    skip "can't be installed:$missing"
}

# Runs a command, unless it has been run before for this folder and has succeeded. The first word names it.
once() {
  step=$1 && shift
  mkdir -p "$folder/made"
  if [ -e "$folder/made/$step" ]; then return; fi
  echo "+ $* >$folder/made/$step.log"
  # Behind an || or an if, errors of a function's commands wouldn't end it.
  set +e
  (set -e && "$@") >"$folder/made/$step.log" 2>&1
  failed=$?
  set -e
  if [ $failed != 0 ]; then tail -n 40 "$folder/made/$step.log" && exit $failed; fi
  touch "$folder/made/$step"
}

# Puts the sources of packages to $folder/sources/<name>, from where this system has its own packages. It has
# lists of its own for that: this system's stay as they are.
get_sources() {
  mkdir -p "$folder/sources" "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
  apt-get indextargets --format 'deb-src $(SITE) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Label: Debian' | sort -u >"$folder/apt/sources.list"
  [ -s "$folder/apt/sources.list" ] || skip "this system has no mirror of Debian"
  cat >"$folder/apt/apt.conf" <<END
APT::Sandbox::User "";
Dir::Cache "$folder/apt/cache";
Dir::Etc::SourceList "$folder/apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$folder/apt/lists";
END
  APT_CONFIG="$folder/apt/apt.conf" apt-get update -qq -o APT::Update::Error-Mode=any ||
    skip "this system's mirror has no source packages, or can't be reached"
  for package in "$@"; do
    rm -rf "$folder/sources/$package"
    (cd "$folder/sources" && APT_CONFIG="$folder/apt/apt.conf" apt-get source -qq --download-only "$package" &&
      dpkg-source --no-check -x "${package}"_*.dsc "$package")
  done
}

# Configures what lies in one folder for that system, to be built in another: both, then options.
configure() {
  from=$1 to=$2 && shift 2
  cmake -S "$from" -B "$to" -G Ninja --toolchain "$project/tests/elsewhere/$name.cmake" \
    -D CMAKE_BUILD_TYPE=Release -D BUILD_SHARED_LIBS=OFF -D CMAKE_FIND_ROOT_PATH="$prefix;$roots" "$@"
}

# OpenSSL for what its Configure calls a target, by the compiler in CC, with AR and RANLIB.
openssl() {
  mkdir -p "$folder/build/openssl" && cd "$folder/build/openssl"
  "$folder/sources/openssl/Configure" "$@" --prefix="$prefix" --libdir=lib no-shared no-tests no-asm \
    no-event loop no-module no-dso
  make -j"$(nproc)" build_libs
  make install_dev
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
target_link_libraries(httplib::httplib INTERFACE Threads::Threads $<$<BOOL:${WIN32}>:ws2_32> $<$<BOOL:${WIN32}>:crypt32>)
END
}

# libcurl with one TLS library: its name here, then options.
curl() {
  kind=$1 && shift
  package curl "curl-$kind" -D CMAKE_INSTALL_LIBDIR="lib/$kind" -D HTTP_ONLY=ON -D BUILD_CURL_EXE=OFF \
    -D BUILD_TESTING=OFF -D ENABLE_MANUAL=OFF -D CURL_ZLIB=OFF -D CURL_USE_LIBSSH2=OFF -D USE_LIBIDN2=OFF "$@"
}

# Builds the library with its tests, and runs those of the labels: these, then options.
try() {
  labels=$1 && shift
  configure "$project" "$folder/build/library" -D CMAKE_BUILD_TYPE= \
    -D IONOSCLOUD_CR_BUILD_EXAMPLES=OFF -D IONOSCLOUD_CR_BUILD_TOOL=OFF -D IONOSCLOUD_CR_BUILD_TESTS=ON \
    -D IONOSCLOUD_CR_BUILD_TESTING_COMPONENT=ON -D OPENSSL_USE_STATIC_LIBS=ON "$@"
  # shellcheck disable=SC2046
  cmake --build "$folder/build/library" --target $(echo "$labels" | sed 's/|/-tests /g')-tests
  ctest --test-dir "$folder/build/library" -L "^($labels)\$" --no-tests=error --output-on-failure
}
