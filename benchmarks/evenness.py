"""How evenly justified text is set: briefgen against Typst and LuaLaTeX, on the same text, face, size and measures.

    python benchmarks/evenness.py TEXT [--language en-US] [--keep FOLDER]

Each line of the file TEXT is a paragraph. The programs set it at 16 measures from 150 to 300 pt (benchmarks/programs.py says
how); their results are PDF files, and the figures are read back from those by pdfplumber, for all alike:

    sd       standard deviation of the full lines' mean word gap, in em
    loose    share of full lines with a mean gap above 0.40 em; tight: below 0.16 em
    hyphens  share of full lines that end in a hyphen; ladder: the most of them in a row
    over     share of lines that stick out of the measure by more than a quarter of an em

LuaLaTeX is shown twice: as it comes, when it lets lines stick out that it cannot set evenly, and with room for emergencies
(\\emergencystretch=3em), when none does. Then come the frontier of briefgen, sd against hyphens by the cost of a hyphen, and
the lines beside a pull quote against the same text at their measure throughout.

Needs the packages typst, pdfplumber and pikepdf; lualatex is left out where it is missing (Debian: texlive-luatex,
texlive-latex-recommended).
Exit code 1 when a goal is missed.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from programs import MARGIN, SIZE, STYLE, set_with_briefgen, set_with_lualatex, set_with_typst

from briefgen.content.brief import Span
from briefgen.problem import Problems
from briefgen.typeset import opportunities
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Line
from briefgen.typeset.setter import Typesetter

MEASURES = tuple(float(measure) for measure in range(150, 301, 10))
COSTS = (0.0, 25.0, 50.0, 100.0, 200.0, 400.0, 800.0)
GOALS = ((0.22, 0.060), (0.29, 0.046))  # the sd that a point with no more hyphens has to reach
GOAL_LADDER, GOAL_LOOSE, GOAL_BESIDE = 2, 0.02, 1.15


class Score(NamedTuple):
    """The figures of one file, or their means over several; of `ladder` the greatest."""

    sd: float
    loose: float
    tight: float
    hyphens: float
    over: float
    ladder: int

    def __str__(self) -> str:
        loose, tight, hyphens, over = (
            f"{100 * share:5.1f} %" for share in (self.loose, self.tight, self.hyphens, self.over)
        )
        return f"sd {self.sd:.4f}   hyphens {hyphens}   ladder {self.ladder}   loose {loose}   tight {tight}   over {over}"


def read_lines(path: Path) -> Iterator[list[dict[str, Any]]]:
    """The visible characters of each line of a one-column file, from the top down."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
            for char in page.chars:
                if char["text"].strip():
                    rows[round(char["matrix"][5])].append(char)
            for baseline in sorted(rows, reverse=True):
                yield sorted(rows[baseline], key=lambda char: char["x0"])


def score(path: Path, measure: float) -> Score:
    """The figures of a file. A line is full when it ends within a quarter of an em of the measure, or beyond."""
    edge, slack = MARGIN + measure, SIZE / 4
    means, ladder, hyphens, in_a_row, over, count = [], 0, 0, 0, 0, 0
    for line in read_lines(path):
        count += 1
        over += line[-1]["x1"] > edge + slack
        if line[-1]["x1"] < edge - slack:
            in_a_row = 0
            continue
        in_a_row = in_a_row + 1 if line[-1]["text"][-1] in "-\u2010\u00ad" else 0
        ladder = max(ladder, in_a_row)
        gaps = [b["x0"] - a["x1"] for a, b in pairwise(line) if b["x0"] - a["x1"] > 0.11 * SIZE]
        if len(gaps) >= 3:
            means.append(statistics.fmean(gaps) / SIZE)
            hyphens += in_a_row > 0
    full = len(means)
    loose, tight = sum(mean > 0.4 for mean in means), sum(mean < 0.16 for mean in means)
    return Score(statistics.pstdev(means), loose / full, tight / full, hyphens / full, over / count, ladder)


def mean_score(program: Callable[[float, Path], None], folder: Path, name: str) -> Score:
    """The means of a program over all measures."""
    scores = []
    for measure in MEASURES:
        path = folder / f"{name}-{measure:g}.pdf"
        program(measure, path)
        scores.append(score(path, measure))
    *means, ladders = zip(*scores, strict=True)
    return Score(*(statistics.fmean(values) for values in means), max(ladders))


def compare(paragraphs: list[str], language: str, folder: Path) -> Score:
    """Print the figures of each program; returns those of briefgen."""
    programs: dict[str, Callable[[float, Path], None]] = {
        "briefgen": lambda measure, path: set_with_briefgen(paragraphs, measure, path, language),
        "typst": lambda measure, path: set_with_typst(paragraphs, measure, path, language),
    }
    if shutil.which("lualatex"):
        for name, stretch in (("lualatex", 0.0), ("lualatex-emergency", 3.0)):
            programs[name] = lambda measure, path, stretch=stretch: set_with_lualatex(
                paragraphs, measure, path, language, stretch
            )
    else:
        print("lualatex is not installed: it is left out")
    scores = {}
    for name, program in programs.items():
        scores[name] = mean_score(program, folder, name)
        print(f"{name:20} {scores[name]}", flush=True)
    return scores["briefgen"]


def frontier(paragraphs: list[str], language: str, folder: Path) -> list[Score]:
    """Print briefgen's figures by the cost of a hyphen."""
    usual = opportunities.SOFT
    scores = []
    for cost in COSTS:
        opportunities.SOFT = cost
        program = partial(_set, paragraphs, language)
        scores.append(mean_score(program, folder, f"hyphen-{cost:g}"))
        print(f"hyphen costs {cost:<7g} {scores[-1]}{'   (the default)' if cost == usual else ''}", flush=True)
    opportunities.SOFT = usual
    return scores


def _set(paragraphs: list[str], language: str, measure: float, path: Path) -> None:
    set_with_briefgen(paragraphs, measure, path, language)


def beside_quote(paragraphs: list[str], language: str) -> float:
    """Print the sd of the lines beside a pull quote against the text at their measure throughout; returns the quotient."""
    setter = Typesetter(FontBook.load(None, None, (), Problems()), language)
    beside, throughout = [], []
    for measure in MEASURES:
        narrow = 0.78 * measure
        for words in paragraphs:
            for above in range(4):
                shape = (*[measure] * above, *[narrow] * 5, measure)
                beside += _gaps(setter.set((Span(words),), STYLE, shape).lines[:-1], narrow)
            throughout += _gaps(setter.set((Span(words),), STYLE, (narrow,)).lines[:-1], narrow)
    sd, usual = statistics.pstdev(beside), statistics.pstdev(throughout)
    print(f"beside a quote       sd {sd:.4f}   at that measure throughout {usual:.4f}   {sd / usual:.2f} times")
    return sd / usual


def _gaps(lines: tuple[Line, ...], measure: float) -> list[float]:
    """The mean word space in em of those full lines that have this measure and three spaces at least."""
    found = []
    for line in lines:
        gaps = [glyph.advance / SIZE for run in line.runs for glyph in run.glyphs if glyph.text == " " and glyph.advance > 0]
        if line.measure == measure and len(gaps) >= 3:
            found.append(statistics.fmean(gaps))
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("text", type=Path)
    arguments.add_argument("--language", default="en-US", help="en-US or en-GB: whose hyphenation the programs use")
    arguments.add_argument("--keep", type=Path, help="a folder for the PDF files")
    given = arguments.parse_args()
    paragraphs = [line.strip() for line in given.text.read_text("utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        ours = compare(paragraphs, given.language, folder)
        scores = frontier(paragraphs, given.language, folder)
        beside = beside_quote(paragraphs, given.language)
    missed = [f"sd {sd} at {100 * most:.0f} % of hyphens" for most, sd in GOALS if not _reached(scores, most, sd)]
    missed += ["ladders"] if max(point.ladder for point in scores) > GOAL_LADDER else []
    missed += ["loose lines"] if ours.loose > GOAL_LOOSE else []
    missed += ["lines that stick out"] if ours.over else []
    missed += ["lines beside a quote"] if beside > GOAL_BESIDE else []
    print("missed: " + ", ".join(missed) if missed else "all goals reached")
    return int(bool(missed))


def _reached(scores: list[Score], most: float, sd: float) -> bool:
    return any(point.hyphens <= most and point.sd <= sd for point in scores)


if __name__ == "__main__":
    sys.exit(main())
