#!/bin/sh
# Holds what bin/rung exports of real frameworks against people's counts, and
# what it says of a real ladder's history against the ids that its statements
# carried, with the floors of score/floors. The frameworks are not part of this
# tree: where they are not beside it, this says so and passes.
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
failed=0
# shellcheck disable=SC2046 # one option a line
python3 "$score" --rung bin/rung $(sed -n 's/^min-/--min-/p' score/floors) || failed=1
while read -r name agreement grounded; do
	# The script rounds what it prints, not what it compares.
	if ! said=$(python3 "$score" --rung bin/rung --only "$name" --min-worst "$agreement" --min-grounded "$grounded"); then
		printf '%s\nbelow its floor: %s, expected agreement %s and grounded %s\n' "$said" "$name" "$agreement" "$grounded"
		failed=1
	fi
done <<EOF
$(sed -n 's/^corpus //p' score/floors)
EOF
history=$(mktemp)
trap 'rm -f "$history"' EXIT
bin/rung history --format json ../shared/corpus/identity-dev.bundle > "$history"
# shellcheck disable=SC2046 # one figure a word
python3 ../shared/score/identity.py ../shared/corpus/identity-dev.json "$history" --floors $(sed -n 's/^identity //p' score/floors) || failed=1
exit $failed
