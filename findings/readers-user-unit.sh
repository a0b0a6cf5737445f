#!/usr/bin/env bash
# PDFium and Poppler take no notice of UserUnit, and PyMuPDF's page boxes are not in the units of its page.
#
# One would guess: UserUnit 2 (PDF 1.6, made for posters) doubles a page for every reader, as it does for Ghostscript.
# What happens: in PDFium and Poppler a page of 200 by 100 units of 1/36 inch is 200 by 100 points, so that it prints at half
# its size. PyMuPDF says 400 by 200, and has all that is drawn there in points; its trimbox, bleedbox and cropbox are still in
# the file's units, so that `get_pixmap(clip=page.trimbox)` shows the upper left quarter.
#
# Seen with Ghostscript 10.00.0, pdfinfo 22.12.0 (both Debian 12), pypdfium2 5.15.2, PyMuPDF 2.0:
#   ghostscript: 400 x 200
#   poppler: 200 x 100
#   pdfium: 200 x 100
#   mupdf: 400 x 200, trimmed: 180 x 80
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "UserUnit is taken otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from PIL import Image

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    page.Contents = pdf.make_stream(b"10 10 180 80 re f")
    page.UserUnit = 2
    page.TrimBox = pikepdf.Array([10, 10, 190, 90])
    pdf.save("poster.pdf", min_version="1.6")

gs = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r72", "-o", "gs.png", "poster.pdf"]
subprocess.run(gs, check=True)
subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "poster.pdf", "poppler"], check=True)
page = pymupdf.open("poster.pdf")[0]
whole, trimmed = page.get_pixmap(), page.get_pixmap(clip=page.trimbox)
found = {
    "ghostscript": Image.open("gs.png").size,
    "poppler": Image.open("poppler.png").size,
    "pdfium": pypdfium2.PdfDocument("poster.pdf")[0].render().to_pil().size,
    "mupdf": (whole.width, whole.height),
    "mupdf, trimmed": (trimmed.width, trimmed.height),
}
for reader, (width, height) in found.items():
    print(f"{reader}: {width} x {height}")
raise SystemExit(list(found.values()) != [(400, 200), (200, 100), (200, 100), (400, 200), (180, 80)])
PYTHON
