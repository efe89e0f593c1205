#!/usr/bin/env bash
# How long it takes from nothing to the first page of the example company: the
# program starts, makes its database, loads the company and answers. Prints
# each run and the median, in milliseconds. It needs Go and curl.
set -eu -o pipefail
cd "$(dirname "$0")/.."

runs=${1:-7}
dir=$(mktemp -d)
server=
cleanup() {
	if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
	rm -rf "$dir"
}
trap cleanup EXIT

CGO_ENABLED=0 go build -trimpath -o "$dir/rung" ./cmd/rung
port=17575
for run in $(seq "$runs"); do
	home="$dir/$run"
	mkdir "$home"
	port=$((port + 1))
	begin=${EPOCHREALTIME/./}
	env -i PATH="$PATH" HOME="$home" XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" \
		"$dir/rung" demo --addr "127.0.0.1:$port" >"$home/out" 2>&1 &
	server=$!
	until curl -fs -o /dev/null "http://127.0.0.1:$port/"; do
		if ! kill -0 "$server" 2>/dev/null || [ $((${EPOCHREALTIME/./} - begin)) -gt 30000000 ]; then
			cat "$home/out" >&2
			exit 1
		fi
	done
	end=${EPOCHREALTIME/./}
	kill "$server" && wait "$server" 2>/dev/null || true
	server=
	echo "$(((end - begin) / 1000))" | tee -a "$dir/all" | sed 's/$/ ms/'
done
sort -n "$dir/all" | awk '{a[NR] = $1} END {print "median " a[int((NR + 1) / 2)] " ms"}'
