#!/bin/sh
# Holds what bin/rung exports of real frameworks against people's counts, with
# the floors of score/floors. The frameworks are not part of this tree: where
# they are not beside it, this says so and passes.
set -eu
cd "$(dirname "$0")/.."
score=../shared/score/corpus.py
if [ ! -f "$score" ]; then
	echo "SKIP: no counted frameworks beside this tree ($score)"
	exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then
	echo "SKIP: scoring needs python3"
	exit 0
fi
# shellcheck disable=SC2046 # one option a line
exec python3 "$score" --rung bin/rung $(sed -e '/^#/d' -e 's/^/--/' score/floors)
