"""How long a series takes, against builds one after the other, and how much memory.

    pip install . && python benchmarks/editions.py [COUNT] [COLD]

Makes COUNT editions (1000) of a two-page brief with one chart, on one process and on two, and COLD (60) of them as builds of
their own, each a process; all in one run. Prints the time of an edition as a share of that of a build alone, what the second
process brings, and the peak memory of a process of COUNT editions against one of ten. No two editions have the same words.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = (
    "water well meter river farm price drought canal share basin reading district law flow rain pump tariff field".split()
)
OUTLINE = """\
title: "{{t}}"
subtitle: A brief of a series
summary: ["{{a}}", "{{b}}", "{{c}}"]
sections:
  - heading: What is measured
    content:
      - "{{p1}}"
      - chart:
          {kind: bar, title: "{{t}}", data: [[year, flow], [a23, "{{x}}"], [a24, "{{y}}"], [a25, "{{z}}"]], alt: auto}
      - "{{p2}}"
      - "{{p3}}"
  - heading: What it means
    content: ["{{p4}}", "{{p5}}", "{{p6}}"]
recommendations:
  - {action: "{{a}}", rationale: "{{p7}}"}
  - {action: "{{b}}", rationale: "{{p8}}"}
  - "{{c}}"
"""


def rows(count: int) -> str:
    """Rows of words and numbers, no two alike."""
    chance = random.Random(count)
    names = ["code", "t", "a", "b", "c", *(f"p{number}" for number in range(1, 9)), "x", "y", "z"]

    def text(words: int) -> str:
        return " ".join(
            f"{chance.choice(WORDS)}{chance.choice(['', 's', 'ing', 'ed', 'er'])}" for _ in range(words)
        ).capitalize()

    lines = [",".join(names)]
    for number in range(count):
        cells = [f"r{number}", text(4), text(9), text(9), text(9), *(f"{text(55)}." for _ in range(8))]
        lines.append(",".join([*cells, *(f"{chance.uniform(1, 99):.1f}" for _ in "xyz")]))
    return "\n".join(lines) + "\n"


def run(folder: Path, arguments: list[str]) -> tuple[float, float]:
    """The wall time of a run of briefgen in seconds, and the most that one of its processes held, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "briefgen", *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"briefgen {' '.join(arguments)} failed")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    cold = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "brief.yaml").write_text(OUTLINE, encoding="utf-8")
        (folder / "few.csv").write_text(rows(10), encoding="utf-8")
        text = rows(count)
        (folder / "many.csv").write_text(text, encoding="utf-8")
        head, *lines = text.splitlines()
        alone = []
        for line in lines[:cold]:
            filled = OUTLINE
            for name, cell in zip(head.split(","), line.split(","), strict=True):
                filled = filled.replace(f"{{{{{name}}}}}", cell)
            (folder / "alone.yaml").write_text(filled, encoding="utf-8")
            alone.append(run(folder, ["build", "alone.yaml"])[0])
        single = sum(alone) / len(alone)
        _, small = run(folder, ["editions", "--data", "few.csv", "-o", "few/{{code}}.pdf", "--jobs", "1"])
        one, large = run(folder, ["editions", "--data", "many.csv", "-o", "one/{{code}}.pdf", "--jobs", "1"])
        two, _ = run(folder, ["editions", "--data", "many.csv", "-o", "two/{{code}}.pdf", "--jobs", "2"])
        ms = [1000 * each for each in (single, one / count, two / count)]
        print(f"a build alone: {ms[0]:.0f} ms; an edition on one core {ms[1]:.0f} ms, on two {ms[2]:.0f} ms")
        print(f"{count} editions on two cores: {two / (single * count):.2f} of the time of as many builds")
        print(f"two cores against one: {one / two:.2f} times as fast")
        print(f"memory of {count} editions against ten: {large:.0f} / {small:.0f} MB = {large / small:.2f}")
        same = all(
            (folder / "one" / f"r{n}.pdf").read_bytes() == (folder / "two" / f"r{n}.pdf").read_bytes() for n in range(count)
        )
        print("same bytes on one core and on two:", same)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
