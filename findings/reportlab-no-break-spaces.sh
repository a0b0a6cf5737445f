#!/usr/bin/env bash
# ReportLab breaks lines at spaces made to prevent that, prints another space in their place, and never breaks where it may.
#
# One would guess: a narrow no-break space (U+202F, before French signs and within numbers) and a figure space (U+2007) keep what
# they join on one line, as the no-break space U+00A0 does; a zero width space (U+200B) lets an address break.
# What happens: a paragraph is split as Python's str.split() has it, for which the two are spaces like any other: “10 000” is
# divided at the line's end, and elsewhere the space that was asked for has become U+0020, wider than it was; <nobr> does not
# help. The zero width space is none for Python, and never breaks. fpdf2 has all four right.
#
# Seen with ReportLab 5.1.0, fpdf2 2.8.9, font-source-sans-pro 0.0.1, pypdfium2 5.15.2; “/” is a new line:
#   U+00A0: reportlab mm / mmmm mmmm / mm, fpdf2 mm / mmmm mmmm / mm
#   U+202F: reportlab mm mmmm / mmmm mm, fpdf2 mm / mmmm<202F>mmmm / mm
#   U+2007: reportlab mm mmmm / mmmm mm, fpdf2 mm / mmmm<2007>mmmm / mm
#   U+200B: reportlab mm / mmmmmmmm / mm, fpdf2 mm mmmm / mmmm mm
#   within a line: reportlab mm mm
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q reportlab==5.1.0 fpdf2==2.8.9 font-source-sans-pro==0.0.1 pypdfium2==5.15.2
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "spaces are broken otherwise now"; exit 1; }
import io
import os

import font_source_sans_pro
import pypdfium2
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

FACE = os.path.join(os.path.dirname(font_source_sans_pro.__file__), "files", "SourceSansPro-Regular.ttf")
WIDTH = 78  # room for two words of four letters, and not for three


def reportlab(text):
    pdfmetrics.registerFont(TTFont("Face", FACE))
    file = io.BytesIO()
    margins = {f"{side}Margin": 0 for side in ("left", "right", "top", "bottom")}
    document = SimpleDocTemplate(file, pagesize=(WIDTH + 12, 200), **margins)  # its frame has 6 points of padding
    document.build([Paragraph(text, ParagraphStyle("plain", fontName="Face", fontSize=10, leading=12))])
    return file.getvalue()


def fpdf2(text):
    pdf = FPDF(unit="pt", format=(WIDTH, 200))
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.add_page()
    pdf.add_font("Face", fname=FACE)
    pdf.set_font("Face", size=10)
    pdf.multi_cell(WIDTH, 12, text, align="L")
    return bytes(pdf.output())


def lines(pdf):
    read = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    shown = {0x202F: "<202F>", 0x2007: "<2007>", 0x00A0: " ", 0x200B: "<200B>"}
    return " / ".join(line.strip() for line in read.splitlines()).translate(shown)


found = {}
for sign in (0x00A0, 0x202F, 0x2007, 0x200B):
    text = f"mm mmmm{chr(sign)}mmmm mm"
    found[sign] = (lines(reportlab(text)), lines(fpdf2(text)))
    print(f"U+{sign:04X}: reportlab {found[sign][0]}, fpdf2 {found[sign][1]}")
short = lines(reportlab("mm\u202fmm"))
print(f"within a line: reportlab {short}")
joined, broken = "mm / mmmm{}mmmm / mm", "mm mmmm / mmmm mm"
raise SystemExit(
    [read for read, _ in found.values()] != [joined.format(" "), broken, broken, joined.format("")]
    or [read for _, read in found.values()] != [joined.format(" "), joined.format("<202F>"), joined.format("<2007>"), broken]
    or short != "mm mm"
)
PYTHON
