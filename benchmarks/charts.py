"""What six charts cost: in time, in memory and in the file, against the same brief without, and against matplotlib.

    pip install . matplotlib && python benchmarks/charts.py [OUTLINE]

Whole processes take turns, so that a busy machine slows all of them alike; printed are medians and their ratios. matplotlib
writes six charts of the same numbers as PDF, in a process of its own. Lines of limits say what is to hold.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pikepdf
import yaml

ROUNDS = 15
YEARS = list(range(2012, 2024))
SERIES = {"In": [52, 50, 47, 49, 44, 43, 42, 41, 38, 36, 37, 33], "Out": [31, 32, 33, 33, 35, 36, 38, 38, 40, 41, 43, 44]}
KINDS = ("line", "area", "column", "bar", "dot", "scatter")
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
MATPLOTLIB = """
import sys
import matplotlib
matplotlib.use("pdf")
from matplotlib import pyplot
years, series = {years}, {series}
for number, kind in enumerate({kinds}):
    figure, axes = pyplot.subplots(figsize=(3.2, 2.0))
    for name, values in series.items():
        if kind == "line":
            axes.plot(years, values, label=name)
        elif kind == "area":
            axes.fill_between(years, values, label=name)
        elif kind == "column":
            axes.bar([year + (0.4 if name == "Out" else 0) for year in years], values, 0.4, label=name)
        elif kind == "bar":
            axes.barh([year + (0.4 if name == "Out" else 0) for year in years], values, 0.4, label=name)
        else:
            axes.scatter(years, values, label=name)
    axes.set_title("A chart")
    axes.legend()
    figure.savefig(f"{{sys.argv[1]}}/chart{{number}}.pdf")
    pyplot.close(figure)
"""


def main() -> None:
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain, drawn = (folder / file for file in ("plain.yaml", "drawn.yaml"))
        shutil.copytree(source.parent / "assets", folder / "assets")
        outline = yaml.safe_load(source.read_text(encoding="utf-8"))
        outline["design"].pop("pages", None)
        without_charts(outline)
        plain.write_text(yaml.safe_dump(outline), encoding="utf-8")
        add_charts(outline)
        drawn.write_text(yaml.safe_dump(outline), encoding="utf-8")
        script = MATPLOTLIB.format(years=YEARS, series=SERIES, kinds=KINDS)
        commands = {
            "without charts": [sys.executable, "-m", "briefgen", "build", str(plain)],
            "with six charts": [sys.executable, "-m", "briefgen", "build", str(drawn)],
            "matplotlib": [sys.executable, "-c", script, name],
        }
        report(measure(commands, folder), folder)


def report(found: dict[str, tuple[float, float]], folder: Path) -> None:
    for name, (seconds, memory) in found.items():
        print(f"{name:16} {1000 * seconds:6.0f} ms  {memory / 1024:6.1f} MB")
    (plain, small), (drawn, large), (other, _) = found.values()
    print(f"with / without: {drawn / plain:.2f} (limit 1.6); memory {large / small:.2f} (limit 1.3)")
    print(f"what six charts add / matplotlib: {(drawn - plain) / other:.3f} (limit 0.1)")
    sizes = [content_of(folder / "build" / f"{name}.pdf") for name in ("plain", "drawn")]
    print(f"a chart takes {(sizes[1] - sizes[0]) / len(KINDS) / 1024:.1f} KiB of the file (limit 20)")


def without_charts(outline: dict[str, Any]) -> None:
    """Leave out what charts the outline has."""
    for section in outline["sections"]:
        if isinstance(section, dict):
            section["content"] = [each for each in section["content"] if not (isinstance(each, dict) and "chart" in each)]


def add_charts(outline: dict[str, Any]) -> None:
    """Six charts, one of each kind, at the ends of the first sections that have content."""
    sections = [each for each in outline["sections"] if isinstance(each, dict) and each.get("content")]
    for number, kind in enumerate(KINDS):
        data = [["Year", *SERIES], *([str(year), *row] for year, *row in zip(YEARS, *SERIES.values(), strict=True))]
        chart = {"kind": kind, "title": f"A chart of the kind {kind}", "alt": "auto", "data": data, "source": "Example data"}
        sections[number % len(sections)]["content"].append({"chart": chart})


def measure(commands: dict[str, list[str]], folder: Path) -> dict[str, tuple[float, float]]:
    """For each command the median of its seconds, and its most memory in KiB; the first round is not counted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    for _ in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"{name} failed")
            times[name].append(time.perf_counter() - start)
            memory[name] = max(memory.get(name, 0.0), usage.ru_maxrss)
    return {name: (statistics.median(found[1:]), memory[name]) for name, found in times.items()}


def content_of(file: Path) -> int:
    """The bytes of a file without its fonts."""
    with pikepdf.open(file) as pdf:
        fonts = sum(
            len(each.read_raw_bytes())
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and ("/Length1" in each or each.get("/Subtype") == "/CIDFontType0C")
        )
    return file.stat().st_size - fonts


if __name__ == "__main__":
    main()
