#!/usr/bin/env bash
# Calibrated gray is pink in Poppler, its white is cream, and PDFium takes no notice of its gamma.
#
# One would guess: CalGray (ISO 32000-1, 8.6.5.2) is gray, however a reader goes about white points; its white is the paper's, and
# its gamma says how dark a half is. Old Distiller files, scans and some PDF/A files have it, and PDFium does heed the gamma of
# CalRGB, its sister.
# What happens: Poppler, on both of its ways to draw, works out the colour for one fixed white: with the usual white of screens
# (D65) a half is (140, 125, 123), white (255, 249, 244), so that a scanned page has a tint. PDFium shows the number as it stands:
# with a gamma of 1 a half is as dark as with 2.2. MuPDF and Ghostscript have both right.
#
# Seen with poppler 22.12.0, Ghostscript 10.00.0 (both Debian 12), pypdfium2 5.15.2, PyMuPDF 2.0; a half with a gamma of 2.2, white,
# and a half with a gamma of 1:
#   pdfium: (128, 128, 128), (255, 255, 255), (128, 128, 128)
#   mupdf: (128, 128, 128), (255, 255, 255), (187, 187, 187)
#   ghostscript: (128, 129, 128), (255, 255, 255), (187, 188, 187)
#   pdftoppm: (140, 125, 123), (255, 249, 244), (204, 183, 180)
#   pdftocairo: (140, 125, 125), (255, 249, 248), (203, 183, 182)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "calibrated gray is drawn otherwise now"; exit 1; }
import io
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image


def gray(gamma):
    return Array([Name.CalGray, Dictionary(WhitePoint=[0.9505, 1, 1.089], Gamma=gamma)])


with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(90, 30))
    page.Resources = Dictionary(ColorSpace=Dictionary(A=gray(2.2), B=gray(1)))
    page.Contents = pdf.make_stream(b"/A cs 0.5 sc 0 0 30 30 re f 1 sc 30 0 30 30 re f /B cs 0.5 sc 60 0 30 30 re f")
    pdf.save("gray.pdf")


def printed(*command):
    return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))


images = {
    "pdfium": pypdfium2.PdfDocument("gray.pdf")[0].render().to_pil(),
    "mupdf": pymupdf.open("gray.pdf")[0].get_pixmap().pil_image(),
    "ghostscript": printed("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r72", "-o", "-", "gray.pdf"),
    "pdftoppm": printed("pdftoppm", "-r", "72", "-png", "-singlefile", "gray.pdf"),
    "pdftocairo": printed("pdftocairo", "-r", "72", "-png", "-singlefile", "gray.pdf", "-"),
}
found = {}
for reader, image in images.items():
    colours = [image.convert("RGB").getpixel((x, 15)) for x in (15, 45, 75)]
    print(f"{reader}: {', '.join(map(str, colours))}")
    neutral = all(max(colour) - min(colour) <= 2 for colour in colours)
    found[reader] = (neutral, colours[2][1] > 160)
expected = [(True, False), (True, True), (True, True), (False, True), (False, True)]
raise SystemExit(list(found.values()) != expected)
PYTHON
