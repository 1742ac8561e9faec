#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The binary interface of the shared library against the one that is kept: what programs have been
# linked with must still be there, and be the same.
#   abi.sh check|renew <shared library, with debug information> [<other baseline>]
# Ends with 1 when something is gone or changed, and with 77 where libabigail's tools aren't installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
headers=$here/../../include
baseline=${3:-$here/baseline.abi.xz}

if ! command -v abidiff >/dev/null; then
  echo "skipped: needs abidiff and abidw, on Debian of the package abigail-tools"
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "$1" = renew ]; then
  abidw --headers-dir "$headers" --drop-private-types --no-corpus-path --no-comp-dir-path \
    --no-show-locs --out-file "$work/abi" "$2"
  xz -9e -c "$work/abi" >"$baseline"
  echo "renewed: $(basename "$baseline"), $(wc -c <"$baseline") bytes"
  exit
fi

xz -dc "$baseline" >"$work/abi"
soname() { sed -n "s/.*soname='\([^']*\)'.*/\1/p" "$1" | head -n 1; }
now=$(objdump -p "$2" | sed -n 's/ *SONAME *//p')
if [ "$now" != "$(soname "$work/abi")" ]; then
  echo "$now replaces $(soname "$work/abi"): nothing is promised between the two, but the baseline is old."
elif abidiff --no-added-syms --drop-private-types --headers-dir2 "$headers" "$work/abi" "$2"; then
  exit
else
  echo "Programs linked with $now may break."
  echo "Before its first release nothing is promised yet; after it, this needs a new minor version."
fi
echo "The baseline is renewed by: ./run abi renew"
exit 1
