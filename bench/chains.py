#!/usr/bin/env python3
"""Draws statements whose chains somebody then follows by eye.

    rung history --format json BUNDLE | bench/chains.py SPLIT [SEED]

SPLIT is the commit (or its beginning) that made one file a level out of one
file a ladder. Ten each are drawn of the statements with two periods at least
that were retired before it or by it, that went through it, and that came with
it or after; and ten that only ever had one wording in one place, since where a
link is missing both ends may be such.
"""
import json
import random
import sys

SEED = 20261125


def strata(history, split):
    order = {r["commit"]: i for i, r in enumerate(history["revisions"])}
    at = next(i for commit, i in order.items() if commit.startswith(split))
    kinds = {"before": [], "through": [], "after": [], "single": []}
    for s in sorted(history["statements"], key=lambda s: s["id"]):
        periods = s["wordings"]
        first = order[periods[0]["from"]]
        through = first < at and any(order[p["from"]] <= at < order.get(p.get("to"), len(order)) for p in periods)
        if len(periods) < 2:
            kinds["single"].append(s)
        else:
            kinds["through" if through else "before" if first < at else "after"].append(s)
    return kinds


def main():
    history = json.load(sys.stdin)
    times = {r["commit"]: r["time"][:10] for r in history["revisions"]}
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else SEED)
    for kind, all_of in strata(history, sys.argv[1]).items():
        print(f"# {kind}: 10 of {len(all_of)}")
        for s in chance.sample(all_of, min(10, len(all_of))):
            print(s["id"], times[s["wordings"][0]["from"]], len(s["wordings"]))


if __name__ == "__main__":
    main()
