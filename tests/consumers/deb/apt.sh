#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Asks apt whether it would install the packages in a folder here, with what they depend on. Nothing
# is installed: apt.sh <folder>
set -eu
command -v apt-get >/dev/null || { echo "skipped: needs apt-get" && exit; }
exec apt-get install --simulate -qq --no-install-recommends "$1"/*.deb
