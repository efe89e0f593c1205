#!/bin/sh
# Sees to it that what tests start is on this machine: Chromium for the pages,
# PostgreSQL for the second database. On Debian they are installed where that
# may be done without asking; elsewhere the answer names what is missing.
set -eu

missing=
found=
for name in chromium chromium-browser google-chrome headless-shell; do
	if command -v "$name" >/dev/null 2>&1; then found=$name; break; fi
done
[ -n "$found" ] || missing="$missing chromium"

found=
for file in "$(command -v pg_ctl || true)" /usr/lib/postgresql/*/bin/pg_ctl; do
	if [ -x "$file" ]; then found=$file; fi
done
[ -n "$found" ] || missing="$missing postgresql"

[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
	if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=no; fi
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null 2>&1; then
	echo "The tests need these, and they are not installed:$missing" >&2
	echo "Install them with the system's packages (on Debian: apt-get install$missing) and run this again." >&2
	exit 1
fi
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# shellcheck disable=SC2086 # a list of names, and a command with its option
if ! { $as_root apt-get -q update && $as_root apt-get -q install -y --no-install-recommends $missing; } >"$log" 2>&1; then
	tail -n 20 "$log" >&2
	rm -f "$log"
	echo "The tests need these, and installing them failed:$missing" >&2
	exit 1
fi
rm -f "$log"
