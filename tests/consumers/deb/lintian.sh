#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Complains when lintian does, of an error, about the packages in a folder: lintian.sh <folder>
set -eu
command -v lintian >/dev/null || { echo "skipped: needs lintian" && exit; }
exec lintian --allow-root --fail-on error "$1"/*.deb
