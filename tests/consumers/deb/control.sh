#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Complains when the packages in a folder don't say of themselves what they should:
#   control.sh <folder> <version> <minor version>
set -eu
library=libionoscloud-container-registry
broken=0

# Says so when a field of a package isn't of a pattern, of which it may be a part.
field() {
  value=$(dpkg-deb --field "$1" "$2")
  echo "$value" | grep -Eq "$3" && return
  echo "$(basename "$1"): $2 is '$value', not of $3"
  broken=1
}

for name in "$library$3" "$library-dev"; do
  package=$(echo "$1/${name}_$2_"*.deb)
  field "$package" Package "^$name\$"
  field "$package" Version "^$2\$"
  field "$package" Architecture "^$(dpkg --print-architecture)\$"
  field "$package" Maintainer '^[^<]+ <[^@ ]+@[^@ ]+>$'
  field "$package" Homepage '^https://'
  field "$package" Description '^Client library for the IONOS Cloud Container Registry API'
done

for dependency in libc6 libcurl4 libsimdjson libssl libstdc++6 zlib1g; do
  field "$1/$library$3_$2_"*.deb Depends "(^|, )$(echo "$dependency" | sed 's/+/\\+/g')"
done
field "$1/$library$3_$2_"*.deb Section '^libs$'
field "$1/$library-dev_$2_"*.deb Section '^libdevel$'
field "$1/$library-dev_$2_"*.deb Depends "(^|, )$library$3 \\(= $2\\)"
exit "$broken"
