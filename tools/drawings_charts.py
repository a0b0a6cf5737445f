"""Forty charts by matplotlib, pygal and Vega-Lite as SVG, into the folder that is named; run by drawings.py."""

import json
import sys
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt
import pygal
import vl_convert

FOLDER = Path(sys.argv[1])
VALUES = [[(7 * at * (series + 3) + 11 * series) % 23 + 1 for at in range(12)] for series in range(4)]


def by_matplotlib() -> None:
    """Twenty charts: ten kinds, their words as text and as outlines."""
    for kind in ("none", "path"):
        mpl.rcParams["svg.fonttype"] = kind
        mpl.rcParams["svg.hashsalt"] = "x"
        for at in range(10):
            figure, axes = plt.subplots(figsize=(5, 3.5))
            x = list(range(12))
            match at:
                case 0:
                    axes.plot(x, VALUES[0], marker="o")
                case 1:
                    axes.bar(x, VALUES[1], hatch="//")
                case 2:
                    axes.scatter(VALUES[0], VALUES[1], s=[9 * v for v in VALUES[2]], c=VALUES[3], cmap="viridis", alpha=0.6)
                case 3:
                    axes.fill_between(x, VALUES[0], VALUES[2], alpha=0.4)
                case 4:
                    axes.pie(VALUES[0][:5], labels=list("abcde"))
                case 5:
                    axes.imshow(VALUES)
                case 6:
                    axes.hist(VALUES, stacked=True)
                case 7:
                    axes.errorbar(x, VALUES[1], yerr=2, linestyle="--")
                case 8:
                    axes.step(x, VALUES[2])
                    axes.axhline(9, color="red", linestyle=":")
                case 9:
                    axes.contourf(VALUES)
            axes.set_title(f"Chart {at}: water, °C and 50 %")
            figure.savefig(FOLDER / f"matplotlib-{kind}-{at}.svg")
            plt.close(figure)


def by_pygal() -> None:
    """Ten charts."""
    kinds = (
        pygal.Line,
        pygal.Bar,
        pygal.StackedBar,
        pygal.Pie,
        pygal.Radar,
        pygal.Dot,
        pygal.HorizontalBar,
        pygal.StackedLine,
    )
    for at, kind in enumerate((*kinds, pygal.Funnel, pygal.Gauge)):
        chart = kind(title=f"Chart {at}", js=[], width=600, height=400)
        for series, values in enumerate(VALUES[:3]):
            chart.add(f"Series {series}", values if at not in {3, 9} else values[0])
        chart.render_to_file(str(FOLDER / f"pygal-{at}.svg"))


def by_vega() -> None:
    """Ten charts."""
    rows = [
        {"x": at, "y": value, "s": f"s{series}"} for series, values in enumerate(VALUES) for at, value in enumerate(values)
    ]
    for at, mark in enumerate(("line", "bar", "area", "point", "tick", "circle", "square", "rect", "rule", "boxplot")):
        encoding = {
            "x": {
                "field": "x",
                "type": "ordinal" if mark in {"bar", "rect", "boxplot"} else "quantitative",
                "title": "Year",
            },
            "y": {"field": "y", "type": "quantitative", "title": "Water, %"},
            "color": {"field": "s", "type": "nominal"},
        }
        if mark == "boxplot":
            del encoding["color"]
        chart = {"data": {"values": rows}, "mark": mark, "encoding": encoding, "title": f"Chart {at}"}
        (FOLDER / f"vega-{at}.svg").write_text(vl_convert.vegalite_to_svg(json.dumps(chart)), encoding="utf-8")


by_matplotlib()
by_pygal()
by_vega()
