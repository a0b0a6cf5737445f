"""How well composed the pages are that nobody fitted: white left on briefs with figures, tables and quotes at every place.

    python benchmarks/composition.py [--count 200] [--keep FOLDER] [OUTLINE ...]

Makes outlines of ordinary shape by chance, each from its own number, builds them, and looks at the pages as pixels. Prints
the share of pages with a hole: a white band of more than 48 points across a page or of 72 in one half of it, or on a last
page one of more than 45 % of its height. Named outlines are judged instead of made ones.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from briefgen.build import build

BAND, COLUMN, LAST = 48.0, 72.0, 45.0  # points, points, percent
TOP, FOOT = 0.07, 0.92  # of a page's height: furniture stands outside
SYLLABLES = (
    "ba ber con da de el fi fo gra ha in ka la lo ma men na no or per qui ra re sen so ta ter ti tor un va ver wi".split()
)
SHORT = "a and as at by for in is it no of on or so the to was we".split()


class Author:
    """Writes an outline by chance; the same number writes the same one."""

    def __init__(self, number: int) -> None:
        self._chance = random.Random(number)

    def words(self, least: int, most: int) -> str:
        """A sentence of so many words."""
        count = self._chance.randint(least, most)
        return " ".join(self._word() for _ in range(count)).capitalize()

    def _word(self) -> str:
        if self._chance.random() < 0.4:
            return self._chance.choice(SHORT)
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.choice((1, 2, 2, 3, 3, 4))))

    def paragraph(self) -> str:
        """Two to seven sentences."""
        return " ".join(f"{self.words(7, 22)}." for _ in range(self._chance.randint(2, 7)))

    def outline(self) -> dict[str, Any]:
        """A whole brief of two to eight pages."""
        chance = self._chance
        made: dict[str, Any] = {
            "title": self.words(5, 11),
            "subtitle": self.words(5, 12),
            "date": "2026-11-22",
            "standfirst": f"{self.words(20, 45)}.",
            "summary": [f"{self.words(8, 24)}." for _ in range(chance.randint(2, 6))],
            "sections": [{"heading": self.words(2, 6), "content": [*self._content()]} for _ in range(chance.randint(2, 6))],
            "recommendations": [*self._recommendations(chance.randint(2, 8))],
            "about": self.paragraph(),
            "design": {"columns": chance.choice((1, 2, 2, 2)), "paper": chance.choice(("a4", "a4", "letter"))},
        }
        if chance.random() < 0.6:
            made["findings"] = [
                {"statement": f"{self.words(6, 14)}.", "evidence": f"{self.words(12, 30)}."}
                for _ in range(chance.randint(2, 5))
            ]
        if chance.random() < 0.5:
            made["references"] = [f"{self.words(8, 16)}." for _ in range(chance.randint(3, 9))]
        return made

    def _recommendations(self, count: int) -> Iterator[dict[str, str]]:
        for _ in range(count):
            yield {"action": self.words(6, 16), "for": self.words(1, 3), "rationale": f"{self.words(10, 30)}."}

    def _content(self) -> Iterator[Any]:
        yield self.paragraph()
        for _ in range(self._chance.randint(1, 5)):
            if self._chance.random() < 0.45:
                yield self._block()
            if self._chance.random() < 0.3:
                yield {"heading": self.words(2, 5)}
            yield self.paragraph()

    def _block(self) -> dict[str, Any]:
        chance = self._chance
        kind = chance.choice(("figure", "figure", "table", "table", "pull_quote", "box", "stats", "list"))
        if kind == "figure":
            width, height = chance.choice((("column", "tall"), ("column", "flat"), ("page", "flat"), ("page", "tall")))
            return {
                "figure": {"image": f"{width}-{height}.png", "alt": "Bars", "caption": self.words(6, 14), "width": width}
            }
        if kind == "table":
            columns, rows = chance.choice(((2, 5), (3, 8), (4, 10), (6, 12)))
            return {
                "table": {
                    "caption": self.words(4, 9),
                    "head": [self.words(1, 2) for _ in range(columns)],
                    "rows": [
                        [self.words(1, 3), *(str(chance.randint(1, 900)) for _ in range(columns - 1))] for _ in range(rows)
                    ],
                }
            }
        if kind == "box":
            return {"box": {"heading": self.words(2, 5), "content": [self.paragraph()]}}
        if kind == "stats":
            return {
                "stats": [
                    {"value": str(chance.randint(2, 99)), "label": self.words(2, 5)} for _ in range(chance.randint(2, 6))
                ]
            }
        if kind == "list":
            return {"list": [f"{self.words(4, 18)}." for _ in range(chance.randint(2, 6))]}
        return {"pull_quote": f"{self.words(7, 16)}."}


def draw_pictures(folder: Path) -> None:
    """Pictures of the shapes that charts have."""
    for name, size in (
        ("column-tall", (1000, 900)),
        ("column-flat", (1000, 560)),
        ("page-flat", (2000, 640)),
        ("page-tall", (2000, 1100)),
    ):
        picture = Image.new("L", size, 225)  # its own white is none of ours
        pen = ImageDraw.Draw(picture)
        for bar in range(8):
            left = size[0] * bar // 8 + 10
            pen.rectangle((left, size[1] * (7 - bar) // 10, left + size[0] // 10, size[1] - 1), fill=90)
        picture.save(folder / f"{name}.png")


def tallest(image: Image.Image, left: float, right: float) -> float:
    """The tallest band without ink between two shares of a page's width, in pixels of the image."""
    width, height = image.size
    part = image.crop((int(width * left), int(height * TOP), int(width * right), int(height * FOOT)))
    found = run = 0
    for row in range(part.size[1]):
        light = part.crop((0, row, part.size[0], row + 1)).getextrema()[0]
        run = run + 1 if float(str(light)) >= 235 else 0
        found = max(found, run)
    return float(found)


def holes(path: Path) -> list[tuple[bool, str]]:
    """For each page whether it has a hole, and its measures in points."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            image = page.render(scale=1).to_pil().convert("L")
            band, left, right = (tallest(image, *part) for part in ((0.08, 0.92), (0.09, 0.49), (0.51, 0.91)))
            share = 100 * band / (image.size[1] * (FOOT - TOP))
            bad = share > LAST if number == len(document) else band > BAND or max(left, right) > COLUMN
            found.append((bad, f"page {number} of {len(document)}: {band:.0f} pt ({share:.0f} %), {left:.0f}, {right:.0f}"))
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("outlines", nargs="*", type=Path)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--keep", type=Path)
    order = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = order.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        draw_pictures(folder)
        sources = list(order.outlines)
        for number in range(0 if sources else order.count):
            sources.append(folder / f"made-{number}.yaml")
            sources[-1].write_text(json.dumps(Author(number).outline()), encoding="utf-8")
        pages = bad = 0
        for source in sources:
            output = folder / f"{source.stem}.pdf"
            result = build(source, output)
            if result.output is None:
                sys.exit(f"{source}: {[problem.message for problem in result.problems if problem.severity == 'error']}")
            for hole, said in holes(output):
                pages += 1
                bad += hole
                if hole:
                    print(f"{source.stem}: {said}")
        print(f"{bad} of {pages} pages have a hole ({100 * bad / pages:.1f} %), {len(sources)} briefs")


if __name__ == "__main__":
    main()
