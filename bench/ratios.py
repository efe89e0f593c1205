"""Prints medians of measured runs and how much longer each peer took than
rung; exits with 1 where a ratio falls below its floor. Fewer than three runs
of a tool move too much to be held to one."""
import json
import statistics
import sys

runs = {}
for line in open(sys.argv[1]):
    r = json.loads(line)
    tool, label = r["name"].split("/", 1)
    runs.setdefault(label, {}).setdefault(tool, []).append(r)
floors = {}
for line in open(sys.argv[2]):
    if line.strip() and not line.startswith("#"):
        label, tool, wall, cpu = line.split()
        floors[label, tool] = float(wall), float(cpu)
low = 0
print(f"{'ladder':8} {'tool':11} {'wall s':>8} {'cpu s':>8} {'MiB':>6} {'x wall':>7} {'x cpu':>7}  floor")
for label, tools in runs.items():
    med = {t: [statistics.median(r[k] for r in rs) for k in ("wall_s", "cpu_s", "peak_mib")] for t, rs in tools.items()}
    for tool, (wall, cpu, mib) in med.items():
        ratio = wall / med["rung"][0], cpu / med["rung"][1]
        floor = floors.get((label, tool))
        few = min(len(tools[tool]), len(tools["rung"])) < 3
        bad = floor and not few and (ratio[0] < floor[0] or ratio[1] < floor[1])
        low += bool(bad)
        note = "" if not floor else f"{floor[0]:g} / {floor[1]:g}" + ("  BELOW" if bad else "  few runs" if few else "")
        print(f"{label:8} {tool:11} {wall:8.3f} {cpu:8.3f} {mib:6.0f} {ratio[0]:7.2f} {ratio[1]:7.2f}  {note}")
sys.exit(1 if low else 0)
