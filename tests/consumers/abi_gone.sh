#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks a library against a baseline with a function that the library never had:
#   abi_gone.sh <abi.sh> <library> <work folder>
set -eu
mkdir -p "$3"
xz -dc "$(dirname "$1")/baseline.abi.xz" |
  sed 's/_ZN10ionoscloud18container_registry2v07versionEv/_ZN10ionoscloud18container_registry2v04goneEv/g' |
  xz >"$3/gone.abi.xz"
exec "$1" check "$2" "$3/gone.abi.xz"
