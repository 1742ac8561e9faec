#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the figures of `benchmark --json` as SVG: plot.py figures.json plot.svg"""

import json
import sys
from xml.sax.saxutils import escape

ROW = 34
LEFT = 250
WIDTH = 460
RIGHT = 70
TOP = 46
STYLE = """
  text { font: 13px sans-serif; fill: #24292f }
  .small { font-size: 11px; fill: #57606a }
  .paper { fill: #ffffff }
  .bar { fill: #4c8dd6 } .missed { fill: #d68a4c }
  .spread { stroke: #24292f; stroke-width: 1.5 }
  .goal { stroke: #c0392b; stroke-width: 2 }
  .yardstick { stroke: #8c959f; stroke-dasharray: 4 3 }
"""


def line(css, x1, y1, x2, y2):
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1}" x2="{x2:.1f}" y2="{y2}"/>'


def text(x, y, words, css=""):
    return f'<text class="{css}" x="{x:.1f}" y="{y}">{escape(words)}</text>'


def row(workload, y, scale):
    ratio, goal = workload["ratio"], workload["goal"]
    faster_is_more = workload["figure"] == "rate"
    reached = ratio["median"] >= goal if faster_is_more else ratio["median"] <= goal
    x = {key: LEFT + value * scale for key, value in {**ratio, "goal": goal}.items()}
    middle = y + 11
    return [
        text(8, y + 15, f'{workload["name"]}  {workload["title"]}'),
        f'<rect class="bar{"" if reached else " missed"}" x="{LEFT}" y="{y}" '
        f'width="{ratio["median"] * scale:.1f}" height="22"/>',
        line("spread", x["min"], middle, x["max"], middle),
        line("spread", x["min"], middle - 4, x["min"], middle + 4),
        line("spread", x["max"], middle - 4, x["max"], middle + 4),
        line("goal", x["goal"], y - 3, x["goal"], y + 25),
        text(LEFT + WIDTH + 8, y + 15, f'{ratio["median"]:.2f}'),
    ]


def draw(figures):
    workloads = [w for w in figures["workloads"] if w["rival"] == "libcurl"]
    longest = max(max(w["ratio"]["max"], w["goal"], 1) for w in workloads)
    scale = WIDTH / longest
    bottom = TOP + ROW * len(workloads)
    parts = [
        text(8, 18, "The library in shares of plain libcurl (dashed): calls a second of W1 to W6, time of W7"),
        text(8, 35, "bar: median; black: least and most; red: goal, the least of W1 to W6, the most of W7", "small"),
        line("yardstick", LEFT + scale, TOP - 6, LEFT + scale, bottom),
    ]
    for i, workload in enumerate(workloads):
        parts += row(workload, TOP + ROW * i, scale)
    width, height = LEFT + WIDTH + RIGHT, bottom + 8
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{width}" height="{height}"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        figures = json.load(file)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(draw(figures))


if __name__ == "__main__":
    main()
