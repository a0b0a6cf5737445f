"""How evenly justified text is set: briefgen against Typst, on the same text, face, size and measures.

    python benchmarks/evenness.py TEXT [--keep FOLDER]

Each line of the file TEXT is a paragraph. Both programs set it in Source Serif Pro 10/13 pt, justified, hyphenated, at 150,
235 and 470 pt; both results are PDF files, and the figures are read back from those by pdfplumber, for both alike:

    full     lines that reach the right edge: those that are judged
    sd       standard deviation of the lines' mean word gap, in em
    spread   95th less 5th percentile of the same
    loose    share of lines with a mean gap above 0.40 em
    hyphens  share of lines that end in a hyphen; ladder: the most of them in a row
    scale    the most that glyphs are scaled, in per cent

Needs the packages typst, pdfplumber and pikepdf. Exit code 1 when briefgen's sd is above 0.9 times Typst's anywhere, its
share of hyphens higher, a ladder longer than 2 or the scale above 2 %.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pikepdf
import typst

from briefgen.content.brief import Span
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset.fonts import Face, FontBook, default_folder
from briefgen.typeset.lines import Line, Run
from briefgen.typeset.setter import Typesetter

MEASURES = (150.0, 235.0, 470.0)
SIZE, LEADING, MARGIN = 10.0, 13.0, 40.0
GOAL_SD, GOAL_LADDER, GOAL_SCALE = 0.9, 2, 2.0


class Score(NamedTuple):
    """The figures of one file."""

    full: int
    sd: float
    spread: float
    loose: float
    hyphens: float
    ladder: int


def set_with_typst(paragraphs: list[str], measure: float, path: Path) -> None:
    """Typst's own best: optimized line breaks, hyphens, overhang."""
    source = f"""
#set page(width: {measure + 2 * MARGIN}pt, height: auto, margin: {MARGIN}pt)
#set text(font: "Source Serif Pro", size: {SIZE}pt, lang: "en", region: "gb", top-edge: 8pt, bottom-edge: 0pt)
#set par(justify: true, linebreaks: "optimized", leading: {LEADING - 8}pt, spacing: {LEADING - 8}pt)
#for words in json(bytes(sys.inputs.paragraphs)) {{ par(words) }}
"""
    typst.compile(  # type: ignore[misc]  # its stub leaves a type variable open
        source.encode(),
        output=path,
        font_paths=[str(default_folder("body"))],
        sys_inputs={"paragraphs": json.dumps(paragraphs)},
    )


def set_with_briefgen(paragraphs: list[str], measure: float, path: Path) -> float:
    """briefgen's lines, written with nothing between them and the file. Returns the most that glyphs are scaled, in %."""
    book = FontBook.load(None, None, (), Problems())
    setter = Typesetter(book, "en-GB")
    style = TextStyle("body", SIZE, LEADING, align="justify", hyphenate=True)
    lines = [line for words in paragraphs for line in setter.set((Span(words),), style, (measure,)).lines]
    write_pdf(lines, measure, path)
    return max(abs(run.scale - 1) * 100 for line in lines for run in line.runs)


def write_pdf(lines: list[Line], measure: float, path: Path) -> None:
    """The lines on one long page, each glyph where it was set."""
    height = len(lines) * LEADING + 2 * MARGIN
    faces: dict[Face, set[tuple[int, str]]] = defaultdict(set)
    drawing = []
    for number, line in enumerate(lines):
        y = height - MARGIN - LEADING * (number + 1)
        for run in line.runs:
            faces[run.face].update((glyph.id, glyph.text) for glyph in run.glyphs)
            drawing.append(draw_run(run, MARGIN + run.x, y, list(faces).index(run.face)))
    pdf = pikepdf.new()
    fonts = {f"/F{number}": embed(pdf, face, used) for number, (face, used) in enumerate(faces.items())}
    page = pdf.add_blank_page(page_size=(measure + 2 * MARGIN, height))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
    page.obj.Contents = pdf.make_stream("\n".join(drawing).encode())
    pdf.save(path, deterministic_id=True)


def draw_run(run: Run, x: float, y: float, font: int) -> str:
    """The operators of a run: TJ adjustments make up for what the font's own widths are off (ISO 32000-1, 9.4.3)."""
    shown = ""
    for glyph in run.glyphs:
        off = run.face.advance(glyph.id) - glyph.advance / (run.size * run.scale)
        shown += f"<{glyph.id:04x}> {off * 1000:.3f} "
    return f"BT /F{font} {run.size:g} Tf {run.scale * 100:.3f} Tz 1 0 0 1 {x:.4f} {y:.4f} Tm [{shown}] TJ ET"


def embed(pdf: pikepdf.Pdf, face: Face, used: set[tuple[int, str]]) -> Any:
    """A composite font of the glyphs used, with their widths and texts."""
    glyphs = sorted({glyph for glyph, _ in used})
    texts = {glyph: text.replace("\u00ad", "-") for glyph, text in sorted(used) if text}
    pairs = "".join(f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>\n" for glyph, text in texts.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(texts)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    )
    name = pikepdf.Name("/" + face.name)
    bbox = [round(value * 1000) for value in face.bbox]
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=bbox,
        ItalicAngle=0,
        Ascent=round(face.ascent * 1000),
        Descent=-round(face.descent * 1000),
        CapHeight=round(face.cap_height * 1000),
        StemV=80,
        FontFile3=pdf.make_stream(face.subset(glyphs), Subtype=pikepdf.Name.OpenType),
    )
    widths = [item for glyph in glyphs for item in (glyph, [round(face.advance(glyph) * 1000, 2)])]
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType0,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=widths,
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
        ToUnicode=pdf.make_stream(cmap.encode()),
    )


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


def score(path: Path) -> Score:
    """The figures of a file. A line is full when its end is within a quarter of an em of the commonest end, or beyond."""
    lines = [line for line in read_lines(path) if len(line) > 12]
    edge = Counter(round(line[-1]["x1"]) for line in lines).most_common(1)[0][0]
    means, ladder, hyphens, in_a_row = [], 0, 0, 0
    for line in lines:
        gaps = [b["x0"] - a["x1"] for a, b in pairwise(line) if b["x0"] - a["x1"] > 0.11 * SIZE]
        if line[-1]["x1"] < edge - 2.5 or len(gaps) < 3:
            in_a_row = 0
            continue
        means.append(statistics.fmean(gaps) / SIZE)
        in_a_row = in_a_row + 1 if line[-1]["text"][-1] in "-\u2010\u00ad" else 0
        hyphens += in_a_row > 0
        ladder = max(ladder, in_a_row)
    ranked = sorted(means)
    spread = ranked[int(0.95 * len(ranked))] - ranked[int(0.05 * len(ranked))]
    loose = sum(mean > 0.4 for mean in means) / len(means)
    return Score(len(means), statistics.pstdev(means), spread, loose, hyphens / len(means), ladder)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("text", type=Path)
    arguments.add_argument("--keep", type=Path, help="a folder for the PDF files")
    given = arguments.parse_args()
    paragraphs = [line.strip() for line in given.text.read_text("utf-8").splitlines() if line.strip()]
    missed = False
    print("  pt  program   full      sd  spread   loose  hyphens  ladder  scale %")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for measure in MEASURES:
            ours, theirs = folder / f"briefgen-{measure:g}.pdf", folder / f"typst-{measure:g}.pdf"
            scale = set_with_briefgen(paragraphs, measure, ours)
            set_with_typst(paragraphs, measure, theirs)
            a, b = score(ours), score(theirs)
            for name, result, scaled in (("briefgen", a, f"{scale:7.2f}"), ("typst", b, "")):
                print(
                    f"{measure:4g}  {name:8}  {result.full:4}  {result.sd:.4f}  {result.spread:.4f}  {result.loose:.4f}"
                    f"  {result.hyphens:7.4f}  {result.ladder:6}  {scaled}"
                )
            print(f"      sd {a.sd / b.sd:.2f} times Typst's")
            missed |= a.sd > GOAL_SD * b.sd or a.hyphens > b.hyphens or a.ladder > GOAL_LADDER or scale > GOAL_SCALE + 1e-6
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
