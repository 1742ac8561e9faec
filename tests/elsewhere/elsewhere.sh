#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
#     elsewhere.sh <name> [label...]
#
# Builds the project in another system, in a folder of its own below build/elsewhere/<name>, and runs
# the tests of the labels there: those of the table, unless others are named. With CXX, for that
# compiler alone. What it has made is kept for the next time; delete the folder to begin anew.
#
# Ends with 77 where such a system can't be made: not as root, or without a mirror.
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)
name=${1:-}

# name      suite    architecture  compilers               labels
table="
debian13    trixie   amd64         g++,clang++             unit,http,faults
unstable    sid      amd64         g++,clang++             unit,http,faults
i386        trixie   i386          g++                     unit,http,faults
arm64       trixie   amd64         aarch64-linux-gnu-g++   unit,http
windows     sources  amd64         x86_64-w64-mingw32-g++  unit,http
musl        sources  amd64         zig                     unit,http,faults
"
row=$(echo "$table" | grep "^$name ") || {
  echo "usage: ./run elsewhere $(echo "$table" | awk 'NF { printf "%s%s", bar, $1; bar = "|" }') [label...]" >&2
  exit 2
}
read -r _ suite architecture compilers labels <<END
$row
END
shift
[ $# = 0 ] || labels=$(echo "$*" | tr ' ' ',')
compilers=${CXX:-$compilers}

# For what Debian isn't, a script of that name builds what the library needs, of Debian's source packages.
[ "$suite" != sources ] || exec "$tree/tests/elsewhere/$name.sh" "$(echo "$labels" | tr ',' '|')"

here="$tree/build/elsewhere/$name"
root="$here/root"

skip() { echo "skipped: $name: $*" && exit 77; }
say() { echo "+ $*" && "$@"; }

[ "$(id -u)" = 0 ] || skip "a system of its own needs root"
unshare --mount true 2>/dev/null || skip "mounting isn't allowed"

# The mirror is the one that this system has its packages from.
make_root() {
  command -v debootstrap >/dev/null ||
    say env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends debootstrap ||
    skip "debootstrap can't be installed"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' | head -n 1)
  [ -n "$mirror" ] || skip "this system has no mirror of Debian"
  mkdir -p "$here"
  rm -rf "$root"
  say debootstrap --variant=minbase --arch="$architecture" "$suite" "$root" "$mirror" >"$here/debootstrap.log" 2>&1 || {
    tail -n 5 "$here/debootstrap.log"
    skip "debootstrap ended with an error: $here/debootstrap.log"
  }
  apt-config dump | grep '^Acquire::[a-z]*::Proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
  touch "$root/made"
}

# Everything that is mounted is gone with the shell that does it.
inside() {
  # shellcheck disable=SC2016
  say unshare --mount --propagation private sh -euc '
    root=$1 tree=$2 build=$3; shift 3
    mkdir -p "$root/project" "$build"
    mount --bind "$tree" "$root/project"
    mount --bind "$build" "$root/project/build"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    cp /etc/hosts /etc/resolv.conf "$root/etc/"
    exec chroot "$root" env -C /project LC_ALL=C.UTF-8 HOME=/root "$@"
  ' sh "$root" "$tree" "$@"
}

[ -e "$root/made" ] || make_root
mkdir -p "$tree/build"
for compiler in $(echo "$compilers" | tr ',' ' '); do
  # shellcheck disable=SC2046
  inside "$here/$compiler" CXX="$compiler" ./run only $(echo "$labels" | tr ',' ' ')
done
