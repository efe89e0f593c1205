#!/usr/bin/env bash
# history.sh: times "rung history" against what git alone needs to read the same
# past, in turn, on the real repository and on synthetic ones. See
# bench/README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
SHARED=${SHARED:-$here/../../shared}
PEERS=${PEERS:-/tmp/peers} TMP=${TMP:-/tmp/rung-bench} HISTORIES=${HISTORIES:-"60x100 600x300"} ROUNDS=${ROUNDS:-3}
[[ -x $SHARED/bench/peers.sh ]] || { echo "the peers and ladders come from $SHARED/bench, which is not there" >&2; exit 2; }
mkdir -p "$TMP/histories"
[[ -x $PEERS/bin/ladders && -x $PEERS/bin/measure ]] || PEERS=$PEERS "$SHARED/bench/peers.sh" >&2
(cd "$here/.." && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$TMP/rung" ./cmd/rung)
export XDG_CACHE_HOME=$TMP/cache
results=$TMP/history.jsonl
: > "$results"

run() { # tool label repository
  local -a cmd
  case $1 in
  rung) cmd=("$TMP/rung" history --format json "$3") ;;
  log-p) cmd=(git -C "$3" log -p -- '*.md') ;;
  word-diff) cmd=(git -C "$3" log -p --word-diff=porcelain -- '*.md') ;;
  blame) cmd=(sh -c "git -C '$3' ls-tree -r -z --name-only HEAD | grep -z '\.md$' | xargs -0 -I{} git -C '$3' blame --porcelain HEAD -- {}") ;;
  esac
  "$PEERS/bin/measure" -n 1 -warmup 0 -name "$1/$2" -out "$results" -stdout "$TMP/log-$1-$2.txt" -- "${cmd[@]}" > /dev/null 2>&1 || true
}

label() { # label repository tools...
  local name=$1 repo=$2
  for _ in $(seq "$ROUNDS"); do
    for tool in "${@:3}"; do run "$tool" "$name" "$repo"; done
  done
}

bundle=$SHARED/corpus/octopus-people.bundle
if [[ -f $bundle ]]; then
  [[ -d $TMP/histories/people.git ]] || git clone -q --bare "$bundle" "$TMP/histories/people.git"
  label people "$TMP/histories/people.git" rung log-p word-diff blame
fi
for h in $HISTORIES; do
  repo=$TMP/histories/$h
  if [[ ! -d $repo ]]; then
    "$PEERS/bin/ladders" -files "${h%x*}" -history "${h#*x}" -out "$repo" > /dev/null
    git -C "$repo" gc -q
  fi
  label "$h" "$repo" rung log-p word-diff
done
python3 "$here/ratios.py" "$results" /dev/null
