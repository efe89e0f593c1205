#!/usr/bin/env bash
# check.sh: times "rung check" against the tools that a person would use instead.
# Ours and theirs run in turn, round after round, so that a busy minute hits
# both; medians and ratios are printed, and floors (bench/floors) are demanded.
# See bench/README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
SHARED=${SHARED:-$here/../../shared}
PEERS=${PEERS:-/tmp/peers} TMP=${TMP:-/tmp/rung-bench} FILES=${FILES:-"60 1000"} ROUNDS=${ROUNDS:-5} TOOLS=${TOOLS:-"hugo vale remark"}
[[ -x $SHARED/bench/peers.sh ]] || { echo "the peers and ladders come from $SHARED/bench, which is not there" >&2; exit 2; }
mkdir -p "$TMP"
[[ -x $PEERS/bin/hugo && -x $PEERS/bin/measure ]] || PEERS=$PEERS "$SHARED/bench/peers.sh" >&2
(cd "$here/.." && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$TMP/rung" ./cmd/rung)
export XDG_CACHE_HOME=$TMP/cache
nm=$PEERS/npm/node_modules/.bin
results=$TMP/check.jsonl
: > "$results"

run() { # tool label folder
  local before=true
  local -a cmd
  case $1 in
  rung) cmd=("$TMP/rung" check --no-cache "$3") ;;
  rung-again) cmd=("$TMP/rung" check "$3") ;;
  hugo) before="rm -rf '$TMP/hugo'" cmd=("$PEERS/bin/hugo" --quiet --noBuildLock -s "$SHARED/bench/sites/hugo" --contentDir "$3" -d "$TMP/hugo" --cacheDir "$TMP/hugo-cache") ;;
  vale) cmd=(sh -c "cd '$3' && exec '$PEERS/bin/vale' --config '$SHARED/bench/sites/vale/.vale.ini' --output=line --no-exit --no-global .") ;;
  remark) cmd=(sh -c "cd '$PEERS/npm' && exec '$nm/remark' '$3' --no-config --quiet --frail --use remark-validate-links=repository:false") ;;
  esac
  "$PEERS/bin/measure" -n 1 -warmup 0 -name "$1/$2" -out "$results" -before "$before" -stdout "$TMP/log-$1-$2.txt" -- "${cmd[@]}" > /dev/null 2>&1 || true
}

label() { # folder -> rounds of every tool, in turn
  local name=$1 dir=$2 n=$3
  "$TMP/rung" check "$dir" > /dev/null 2>&1 || true # what is known before rung-again
  for _ in $(seq "$n"); do
    for tool in rung rung-again $TOOLS; do
      [[ $tool == remark && ( ! -x $nm/remark || $name -gt 1000 ) ]] 2> /dev/null && continue
      run "$tool" "$name" "$dir"
    done
  done
}

people=$SHARED/corpus/OctopusDeploy--People
[[ -d $people ]] && label people "$people" "$ROUNDS"
for n in $FILES; do
  [[ -d $TMP/ladders/$n ]] || "$PEERS/bin/ladders" -files "$n" -out "$TMP/ladders/$n" > /dev/null
  label "$n" "$TMP/ladders/$n" "$((n > 5000 ? 1 : ROUNDS))"
done
python3 "$here/ratios.py" "$results" "$here/floors"
