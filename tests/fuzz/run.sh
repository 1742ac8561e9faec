#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Gives each fuzz target of a build, or one, some seconds: as many at a time as there are processors.
# Writes a line for each. Fails when one finds something, and names the input that does it.
#
#   tests/fuzz/run.sh <build folder> <seconds> [target]
#
# What libFuzzer finds worth keeping stays in <build folder>/corpus for the next time.
set -eu
build=$1
seconds=$2
here=$(dirname "$0")

if [ $# -eq 3 ]; then
  target=$3
  case $target in
    *token* | *page | error_body | salvage) dictionary=json ;;
    *_url | url_parts) dictionary=urls ;;
    *) dictionary=dates ;;
  esac
  corpus=$build/corpus/$target
  finding=$build/findings/$target
  log=$build/logs/$target.log
  mkdir -p "$corpus" "$build/findings" "$build/logs"
  started=$log.started
  touch "$started"
  code=0
  "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -dict="$here/$dictionary.dict" -artifact_prefix="$finding-" -print_final_stats=1 \
    "$corpus" "$here/seeds/$target" >"$log" 2>&1 </dev/null || code=$?
  awk -v target="$target" -v files="$(find "$corpus" -type f | wc -l)" '
    / cov: / { for (i = 1; i < NF; ++i) if ($i == "cov:") edges = $(i + 1) }
    /stat::number_of_executed_units/ { runs = $2 }
    /stat::average_exec_per_sec/ { rate = $2 }
    END { printf "%-18s %10d runs %7d/s %6d edges %5d inputs\n", target, runs, rate, edges, files }
  ' "$log"
  [ "$code" = 0 ] && exit 0
  grep -aE 'Does not hold|ERROR: |runtime error' "$log" || tail -n 3 "$log"
  find "$build/findings" -name "$target-*" -newer "$started" | sed 's/^/reproduced by /'
  exit 1
fi

find "$here/seeds" -mindepth 1 -maxdepth 1 -type d -exec basename {} \; | sort |
  xargs -n 1 -P "$(nproc)" "$0" "$build" "$seconds"
