#!/bin/sh
# Runs every fuzz target for the time given, one after the other: go fuzzes
# one target at a time.
set -eu
cd "$(dirname "$0")/.."
time=${1:-30s}
git grep -lE '^func Fuzz' -- '*_test.go' | while read -r file; do
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' "$file"); do
		echo "fuzz $target in $(dirname "$file")"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$(dirname "$file")" </dev/null
	done
done
