#!/bin/sh
# Generates again and fails where that changes a file: what is committed must
# be what its sources say. The change is left in place, ready to be committed.
set -eu
cd "$(dirname "$0")/.."

generated() {
	git ls-files --cached --others --exclude-standard -- 'internal/*.go' | while read -r file; do
		if [ -f "$file" ] && head -n 3 "$file" | grep -q '^// Code generated .* DO NOT EDIT\.$'; then cksum "$file"; fi
	done
}

before=$(mktemp)
after=$(mktemp)
trap 'rm -f "$before" "$after"' EXIT
generated >"$before"
scripts/templ.sh
scripts/sqlc.sh
generated >"$after"
if ! diff "$before" "$after" >/dev/null; then
	echo "Generated files differ from their sources. They are generated now; look at them and commit them:" >&2
	diff "$before" "$after" | sed -n 's/^[<>] [0-9]* [0-9]* /  /p' | sort -u >&2
	exit 1
fi
