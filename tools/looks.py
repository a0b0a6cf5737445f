"""Draw docs/looks.png: one brief in each look, on a screen, from a press and in gray.

Run by hand: python tools/looks.py. Inks are shown as MuPDF sees them through the profile that the press file names.
"""

import tempfile
from io import BytesIO
from pathlib import Path
from typing import get_args

import pymupdf
from PIL import Image

from briefgen.build import Profile, build
from briefgen.looks.built_in import FIRST, NAMES, SPECIMEN

ROOT = Path(__file__).parents[1]
WIDTH, GAP, MARGIN = 150, 6, 26  # pixels: a page, between the pages of a brief, between briefs
GROUND = (214, 214, 214)


def pages_of(pdf: Path) -> list[Image.Image]:
    """The first two pages of a brief, cut at the trim."""
    document = pymupdf.open(pdf)
    found = []
    for number in range(2):
        page = document[number]
        page.set_cropbox(page.trimbox)
        scale = 3 * WIDTH / page.trimbox.width
        data = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB).tobytes("png")
        large = Image.open(BytesIO(data)).convert("RGB")
        found.append(large.resize((WIDTH, round(large.height * WIDTH / large.width)), Image.Resampling.LANCZOS))
    return found


def main() -> None:
    names = [name for name in NAMES if name != FIRST]
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for profile in get_args(Profile):
            row = []
            for name in names:
                outline = Path(scratch, f"{name}.yaml")
                outline.write_text(f"{SPECIMEN.read_text(encoding='utf-8')}design: {{look: {name}}}\n", encoding="utf-8")
                made = build(outline, Path(scratch, f"{name}-{profile}.pdf"), profile=profile)
                assert made.output, made.problems
                row.append(pages_of(made.output))
            rows.append(row)
    high = rows[0][0][0].height
    wide = len(names) * (2 * WIDTH + GAP + MARGIN) + MARGIN
    sheet = Image.new("RGB", (wide, len(rows) * (high + MARGIN) + MARGIN), GROUND)
    for down, row in enumerate(rows):
        for across, pages in enumerate(row):
            for number, page in enumerate(pages):
                x = MARGIN + across * (2 * WIDTH + GAP + MARGIN) + number * (WIDTH + GAP)
                sheet.paste(page, (x, MARGIN + down * (high + MARGIN)))
    sheet.quantize(256).save(ROOT / "docs" / "looks.png", optimize=True)


if __name__ == "__main__":
    main()
