#!/usr/bin/env bash
# An inverted soft mask hides what lies outside of its own shape in Poppler, and one of opacity does so in MuPDF too.
#
# One would guess: a mask with a transfer function that turns it round (/TR, ISO 32000-1, 11.6.5.2; “invert mask” in drawing
# programs) shows what the mask hides, and so all that lies where the mask has nothing, in every reader.
# What happens: pdftoppm turns round what is within the mask's box and hides all outside of it. MuPDF does the same for masks of
# opacity (/S /Alpha), and has those of brightness right. pdftocairo, the other way of Poppler, takes no notice of the function for
# masks of opacity, and shows everything. PDFium and Ghostscript have both right. What works everywhere: a mask drawn inverted,
# as large as the page.
#
# Seen with pypdfium2 5.15.2, PyMuPDF 2.0, Ghostscript 10.00.0, poppler 22.12.0 (both Debian 12); shown of the mask's shape, of its
# box beside that, and of what lies outside:
#   pdfium: Luminosity no yes yes, Alpha no yes yes
#   ghostscript: Luminosity no yes yes, Alpha no yes yes
#   mupdf: Luminosity no yes yes, Alpha no yes no
#   pdftoppm: Luminosity no yes no, Alpha no yes no
#   pdftocairo: Luminosity no yes yes, Alpha yes yes yes
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "inverted masks are drawn otherwise now"; exit 1; }
import io
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Dictionary, Name
from PIL import Image

KINDS = ("Luminosity", "Alpha")
for kind in KINDS:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        form = dict(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 60, 100], Group=group)
        shape = pdf.make_stream(b"1 g 0 0 40 100 re f", **form)
        inverse = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
        mask = Dictionary(Type=Name.Mask, S=Name("/" + kind), G=shape, TR=inverse)
        page.Resources = Dictionary(ExtGState=Dictionary(M=Dictionary(SMask=mask)))
        page.Contents = pdf.make_stream(b"/M gs 0 g 0 0 100 100 re f")
        pdf.save(f"{kind}.pdf", min_version="1.4")


def printed(*command):
    return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))


READERS = {
    "pdfium": lambda name: pypdfium2.PdfDocument(name)[0].render().to_pil(),
    "ghostscript": lambda name: printed("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r72", "-o", "-", name),
    "mupdf": lambda name: pymupdf.open(name)[0].get_pixmap().pil_image(),
    "pdftoppm": lambda name: printed("pdftoppm", "-r", "72", "-png", "-singlefile", name),
    "pdftocairo": lambda name: printed("pdftocairo", "-r", "72", "-png", "-singlefile", name, "-"),
}
found = {}
for reader, draw in READERS.items():
    said = []
    for kind in KINDS:
        image = draw(f"{kind}.pdf").convert("L")
        said.append(" ".join("yes" if image.getpixel((x, 50)) < 128 else "no" for x in (20, 50, 80)))
    found[reader] = tuple(said)
    print(f"{reader}: Luminosity {said[0]}, Alpha {said[1]}")
right, box = "no yes yes", "no yes no"
raise SystemExit(list(found.values()) != [(right, right), (right, right), (right, box), (box, box), (right, "yes yes yes")])
PYTHON
