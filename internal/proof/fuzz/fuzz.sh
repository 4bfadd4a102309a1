#!/usr/bin/env bash
# Runs every fuzz target for a number of executions, one after the other:
#
#   internal/proof/fuzz/fuzz.sh [executions] [targets]
#
# executions is 2,000 where none are given; targets is a pattern of names, such as
# 'FuzzText|FuzzMerge'. A finding is kept under the testdata/fuzz of its package: make
# it small, mend what it shows, and commit it, so that every test run tries it.
# Without -fuzzminimizetime the engine spends most of its time making inputs smaller.
set -euo pipefail
cd "$(dirname "$0")/../../.."
executions=${1:-2000}
targets=${2:-.}
git ls-files '*_test.go' | xargs grep -H -o '^func Fuzz[A-Za-z]*' | sed 's/:func / /' | while read -r file target; do
  [[ $target =~ $targets ]] || continue
  dir=$(dirname "$file")
  echo "-- $target in $dir"
  (cd "$dir" && go test -run '^$' -fuzz "^$target\$" -fuzztime "${executions}x" -fuzzminimizetime 1x -timeout 0 . </dev/null)
done
