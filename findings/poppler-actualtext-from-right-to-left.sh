#!/usr/bin/env bash
# Poppler turns ActualText from right to left round, letter by letter; PDFium and MuPDF give it as it is written.
#
# One would guess: ActualText is the text itself, in its logical order, whatever glyphs stand for it (ISO 32000-1, 14.9.4), and
# every reader that heeds it gives it back unchanged.
# What happens: pdftotext lays its letters out from left to right over the place of the glyphs, and then turns them round, as
# it does with glyphs of a line from right to left: the word comes out backwards, between an embedding and its end. So no
# reading of a whole Arabic word can be given that is right in all three.
#
# Seen with pdftotext 22.12.0, pypdfium2 5.15.2 and PyMuPDF 2.0:
#   poppler backwards  pdfium as written  mupdf as written
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.17.0 pypdfium2==5.15.2 pymupdf==2.0
cd "$folder"
cat > read.py <<'PYTHON'
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

WORD = "سلام"
said = ("\ufeff" + WORD).encode("utf-16-be").hex()
pdf = pikepdf.new()
font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
shown = f"BT /F1 24 Tf 72 700 Td /Span << /ActualText <{said}> >> BDC (abcd) Tj EMC ET"
page = Dictionary(
    Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Resources=Dictionary(Font=Dictionary(F1=font)),
    Contents=Stream(pdf, shown.encode()),
)
pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
pdf.save("word.pdf")
found = {"poppler": subprocess.run(["pdftotext", "word.pdf", "-"], capture_output=True, text=True, check=True).stdout}
with pypdfium2.PdfDocument("word.pdf") as opened:
    found["pdfium"] = opened[0].get_textpage().get_text_range()
with pymupdf.open("word.pdf") as opened:
    found["mupdf"] = opened[0].get_text()
seen = {name: "as written" if WORD in text else "backwards" if WORD[::-1] in text else "lost" for name, text in found.items()}
print(*(f"{name} {order}" for name, order in seen.items()), sep="  ")
raise SystemExit(seen != {"poppler": "backwards", "pdfium": "as written", "mupdf": "as written"})
PYTHON
"$folder/venv/bin/python" read.py || { echo "otherwise now"; exit 1; }
