"""The programs that benchmarks/evenness.py compares: each sets the same paragraphs at one measure and writes a PDF.

All set Source Serif Pro 10/13 pt, justified and hyphenated, on pages with a margin of MARGIN points.
"""

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pikepdf
import typst

from briefgen.content.brief import Span
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset.face import Face
from briefgen.typeset.families import default_folder
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Line, Run
from briefgen.typeset.setter import Typesetter

SIZE, LEADING, MARGIN = 10.0, 13.0, 40.0
STYLE = TextStyle("body", SIZE, LEADING, align="justify", hyphenate=True)
TEX_SIGNS = str.maketrans({sign: "\\" + sign for sign in "&%$#_{}"})
BABEL = {"en-US": "american", "en-GB": "british"}


def set_with_typst(paragraphs: list[str], measure: float, path: Path, language: str) -> None:
    """Typst's own best: optimized line breaks, hyphens, overhang."""
    base, _, region = language.lower().partition("-")
    source = f"""
#set page(width: {measure + 2 * MARGIN}pt, height: auto, margin: {MARGIN}pt)
#set text(font: "Source Serif Pro", size: {SIZE}pt, lang: "{base}", region: "{region}")
#set text(top-edge: 8pt, bottom-edge: 0pt)
#set par(justify: true, linebreaks: "optimized", leading: {LEADING - 8}pt, spacing: {LEADING - 8}pt)
#for words in json(bytes(sys.inputs.paragraphs)) {{ par(words) }}
"""
    typst.compile(  # type: ignore[misc]  # its stub leaves a type variable open
        source.encode(),
        output=path,
        font_paths=[str(default_folder("body"))],
        sys_inputs={"paragraphs": json.dumps(paragraphs)},
    )


def set_with_lualatex(paragraphs: list[str], measure: float, path: Path, language: str, stretch: float = 0.0) -> None:
    """LuaLaTeX with microtype's protrusion, and expansion of 2 %.

    TeX lets a line stick out that it cannot set within its tolerance, unless it is given `stretch` em for emergencies.
    """
    words = "\n\n".join(paragraph.translate(TEX_SIGNS) for paragraph in paragraphs)
    unit = 72.27 / 72  # TeX's point is the smaller one
    size, leading, width, margin = (f"{unit * value:.4f}pt" for value in (SIZE, LEADING, measure + 2 * MARGIN, MARGIN))
    source = rf"""\documentclass{{article}}
\usepackage[{BABEL[language]}]{{babel}}
\usepackage{{fontspec}}
\setmainfont{{SourceSerifPro-Regular}}[Path={default_folder("body")}/,Extension=.otf]
\usepackage[protrusion=true,expansion=true,stretch=20,shrink=20]{{microtype}}
\usepackage[paperwidth={width},paperheight=6000pt,margin={margin}]{{geometry}}
\pagestyle{{empty}}\parindent=0pt \parskip=0pt \frenchspacing \emergencystretch={stretch}em
\begin{{document}}\fontsize{{{size}}}{{{leading}}}\selectfont
{words}
\end{{document}}
"""
    path.with_suffix(".tex").write_text(source, "utf-8")
    command = ["lualatex", "-interaction=batchmode", "-no-shell-escape", path.stem]
    subprocess.run(command, cwd=path.parent, capture_output=True, check=True)


def set_with_briefgen(paragraphs: list[str], measure: float, path: Path, language: str) -> None:
    """briefgen's lines, written with nothing between them and the file."""
    setter = Typesetter(FontBook.load(None, None, (), Problems()), language)
    write_pdf([line for words in paragraphs for line in setter.set((Span(words),), STYLE, (measure,)).lines], measure, path)


def write_pdf(lines: list[Line], measure: float, path: Path) -> None:
    """The lines on one long page, each glyph where it was set."""
    height = len(lines) * LEADING + 2 * MARGIN
    faces: dict[Face, dict[int, str]] = defaultdict(dict)
    for line in lines:
        for run in line.runs:
            faces[run.face].update((glyph.id, glyph.text) for glyph in run.glyphs)
    pdf = pikepdf.new()
    fonts, codes = {}, {}
    for number, (face, used) in enumerate(faces.items()):
        subset = face.plan_subset(used)
        codes[face] = {glyph: subset.numbers.get(glyph, glyph) for glyph in used}
        fonts[f"/F{number}"] = embed(pdf, face, subset.data, {codes[face][glyph]: glyph for glyph in used}, used)
    drawing = []
    for number, line in enumerate(lines):
        y = height - MARGIN - LEADING * (number + 1)
        drawing += [draw_run(run, MARGIN + run.x, y, list(faces).index(run.face), codes[run.face]) for run in line.runs]
    page = pdf.add_blank_page(page_size=(measure + 2 * MARGIN, height))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
    page.obj.Contents = pdf.make_stream("\n".join(drawing).encode())
    pdf.save(path, deterministic_id=True)


def draw_run(run: Run, x: float, y: float, font: int, codes: dict[int, int]) -> str:
    """The operators of a run: TJ adjustments make up for what the font's own widths are off (ISO 32000-1, 9.4.3)."""
    shown = ""
    for glyph in run.glyphs:
        off = run.face.advance(glyph.id) - glyph.advance / (run.size * run.scale)
        shown += f"<{codes[glyph.id]:04x}> {off * 1000:.3f} "
    return f"BT /F{font} {run.size:g} Tf {run.scale * 100:.3f} Tz 1 0 0 1 {x:.4f} {y:.4f} Tm [{shown}] TJ ET"


def embed(pdf: pikepdf.Pdf, face: Face, program: bytes, glyphs: dict[int, int], texts: dict[int, str]) -> Any:
    """A composite font of the glyphs used, by their codes, with their widths and texts."""
    pairs = "".join(
        f"<{code:04x}> <{texts[glyph].replace(chr(0xAD), '-').encode('utf-16-be').hex()}>\n"
        for code, glyph in sorted(glyphs.items())
        if texts[glyph]
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{pairs.count(chr(10))} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    )
    name = pikepdf.Name("/" + face.name)
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=[round(value * 1000) for value in face.bbox],
        ItalicAngle=0,
        Ascent=round(face.ascent * 1000),
        Descent=-round(face.descent * 1000),
        CapHeight=round(face.cap_height * 1000),
        StemV=80,
        FontFile3=pdf.make_stream(program, Subtype=pikepdf.Name.OpenType),
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType0,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=[item for code, glyph in sorted(glyphs.items()) for item in (code, [round(face.advance(glyph) * 1000, 2)])],
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
        ToUnicode=pdf.make_stream(cmap.encode()),
    )
