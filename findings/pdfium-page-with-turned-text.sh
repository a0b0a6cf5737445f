#!/usr/bin/env bash
# An ordinary Vega chart, read by Chrome's PDFium, falls into letters: the turned title of its axis makes all other words vertical.
#
# One would guess: words are found in a chart's PDF as they are elsewhere, for they are text in a known font; Poppler, MuPDF and pdf.js
# read “North”, “South”, “Region” and “1,000”.
# What happens: PDFium guesses one direction of lines for a whole page, by what its text covers. vl-convert's charts (svg2pdf) set
# each letter as a text object of its own, and the title of the vertical axis stands on its side: when the chart is the page, the
# page is read as vertical, and each letter of a horizontal word is a line: nothing in the chart is found but that title. With
# the title laid flat (`axis: {titleAngle: 0}`), or none, all words are whole.
#
# Seen with vl-convert-python 1.9.0, pypdfium2 5.15.2, PyMuPDF 2.0, pdftotext 22.12.0 (Debian 12); “/” is a new line:
#   title turned, pdfium: N / o / r / t / h / S / o / u / t / h / R / e / g / i / o / n / 0 / 5 / 0 / 0 / 1,0 / 0 / 0 / Growing villages
#   title turned, mupdf: North / South / Region / 0 / 500 / 1,000 / Growing villages
#   title turned, pdftotext: North South / Region / 0 / 500 / 1,000 / Growing / villages
#   title flat, pdfium: North South / Region / 0 / 500 / 1,000 / Growing villages
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q vl-convert-python==1.9.0 pypdfium2==5.15.2 pymupdf==2.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "charts with turned titles are read otherwise now"; exit 1; }
import subprocess
from pathlib import Path

import pymupdf
import pypdfium2
import vl_convert


def make(name, **axis):
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 200,
        "height": 100,
        "data": {"values": [{"place": "North", "growth": 1234.5}, {"place": "South", "growth": 5}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "place", "type": "nominal", "title": "Region", "axis": {"labelAngle": 0}},
            "y": {"field": "growth", "type": "quantitative", "title": "Growing villages", "axis": axis},
        },
    }
    Path(name).write_bytes(vl_convert.vegalite_to_pdf(spec, vl_version="5.20"))


def lines(text):
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())


def of_pdfium(name):
    return lines(pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range())


make("turned.pdf")
make("flat.pdf", titleAngle=0)
poppler = subprocess.run(["pdftotext", "-raw", "turned.pdf", "-"], capture_output=True, text=True, check=True).stdout
found = {
    "title turned, pdfium": of_pdfium("turned.pdf"),
    "title turned, mupdf": lines(pymupdf.open("turned.pdf")[0].get_text()),
    "title turned, pdftotext": lines(poppler.replace("\f", "")),
    "title flat, pdfium": of_pdfium("flat.pdf"),
}
for way, text in found.items():
    print(f"{way}: {text}")
whole = [all(word in text for word in ("North", "Region", "1,000")) for text in found.values()]
raise SystemExit(whole != [False, True, True, True])
PYTHON
