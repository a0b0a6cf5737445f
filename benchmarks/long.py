"""Long texts in which no paragraph stands twice, against Typst: time and peak memory for each page, in one run.

    pip install . typst pypdfium2 && python benchmarks/long.py [--pages 20 120] [--rounds 3]

Paragraphs are made of the words of brief.yaml by chance, the same ones each time, so that words come as often
as in English, and no paragraph, line or page is like another. Both programs run as whole processes in turn, and of each the
quickest round counts. The size of Typst's type is found by halving, so that it fills as many pages. Memory is that of all
processes of a program at once, what they share counted once (Linux's PSS), looked at every few milliseconds in a run of its
own.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from speed import ENVIRONMENT, FONTS, PAGE, TYPST, count, once, texts

WORDS_OF_A_PAGE = 930  # about, at the size of the body, in two columns


class Author:
    """Writes sections whose words are those of an outline, by chance; the same every time."""

    def __init__(self, outline: Any) -> None:
        self._words = [word for text in texts(outline) for word in text.split() if word.isascii() and word.isalpha()]
        self._chance = random.Random(120)

    def outline(self, pages: int) -> dict[str, Any]:
        """An outline that fills about so many pages."""
        sections = []
        left = pages * WORDS_OF_A_PAGE
        while left > 0:
            content = [self._paragraph() for _ in range(self._chance.randint(4, 9))]
            sections.append({"heading": self._sentence(4), "content": content})
            left -= sum(len(text.split()) for text in content) + 12
        # without the list of sections, which Typst's document has not
        return {"title": self._sentence(6), "language": "en-GB", "contents": False, "sections": sections}

    def _paragraph(self) -> str:
        return " ".join(f"{self._sentence(self._chance.randint(7, 28))}." for _ in range(self._chance.randint(2, 7)))

    def _sentence(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, k=count)).capitalize()


def typst_source(outline: Any, pages: int, folder: Path) -> Path:
    """The same words as a Typst document of about as many pages.

    Compiled by a process of its own: a child's peak memory is at least that of the process that it was forked from.
    """
    source, pdf = folder / f"words-{pages}.typ", folder / "typst.pdf"
    body = "\n\n".join(f"#{json.dumps(text)}" for text in texts(outline))
    low, high = 7.0, 12.0
    for _ in range(7):
        size = (low + high) / 2
        source.write_text(PAGE.format(size=round(size, 3)) + body, encoding="utf-8")
        once([sys.executable, "-c", TYPST, str(source), str(pdf), *map(str, FONTS)], folder)
        found = count(pdf.read_bytes())
        if abs(found - pages) <= pages // 60:
            break
        low, high = (size, high) if found < pages else (low, size)
    return source


def peak(command: list[str], folder: Path) -> float:
    """The most memory in MB that a command and its children have at once."""
    most = 0
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        while program.poll() is None:
            most = max(most, sum(map(proportional, family(program.pid))))
            time.sleep(0.005)
    return most / 1e6


def family(process: int) -> list[int]:
    """A process and its children."""
    try:
        return [process, *map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    except OSError:  # it has just ended
        return []


def proportional(process: int) -> int:
    """The bytes of memory of a process, of what it shares with others its part."""
    try:
        found = re.search(r"^Pss: +(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return 1024 * int(found[1]) if found else 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, nargs=2, default=(20, 120))
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    author = Author(yaml.load(Path("brief.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))
    python, each = sys.executable, {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for wanted in given.pages:
            outline, pdf = folder / f"{wanted}.yaml", folder / f"{wanted}.pdf"
            outline.write_text(json.dumps(made := author.outline(wanted)), encoding="utf-8")
            ours = [python, "-m", "briefgen", "build", str(outline), "-o", str(pdf)]
            once(ours, folder)
            pages = count(pdf.read_bytes())
            source = typst_source(made, pages, folder)
            theirs = [python, "-c", TYPST, str(source), str(folder / "typst.pdf"), *map(str, FONTS)]
            rounds = [(once(ours, folder), once(theirs, folder)) for _ in range(given.rounds)]
            seconds, typst = (min(one[0] for one in runs) for runs in zip(*rounds, strict=True))
            memory, taken = peak(ours, folder), peak(theirs, folder)
            typst *= pages / count((folder / "typst.pdf").read_bytes())
            each[wanted] = seconds / pages
            print(f"{pages} pages, {len(json.dumps(made)) // 1000} kB")
            print(f"  briefgen {1000 * seconds / pages:6.1f} ms a page, {memory:4.0f} MB")
            print(f"  Typst    {1000 * typst / pages:6.1f} ms a page, {taken:4.0f} MB")
            print(f"  briefgen / Typst: time {seconds / typst:.2f}, memory {memory / taken:.2f}")
    few, many = given.pages
    print(f"time for a page of {many} / of {few}: {each[many] / each[few]:.2f}")


if __name__ == "__main__":
    main()
