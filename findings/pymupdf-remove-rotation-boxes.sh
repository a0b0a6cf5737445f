#!/usr/bin/env bash
# PyMuPDF's remove_rotation() takes the trim and bleed boxes away, and in a cropped page it moves links off their words.
#
# One would guess: the page looks as before, and its boxes are turned with it, as qpdf --flatten-rotation does; a press goes by
# the TrimBox.
# What happens: TrimBox, BleedBox and CropBox are gone, so that a press file has no trimmed size any more and all that was cropped
# shows. Where the CropBox did not begin at the corner, links miss what they lay on by as much.
#
# Seen with PyMuPDF 2.0, pikepdf 10.18.0, qpdf 11.3.0 (Debian 12):
#   qpdf: BleedBox CropBox MediaBox TrimBox, link on its words True
#   mupdf: MediaBox, link on its words False
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pymupdf==2.0 pypdfium2==5.15.2
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "rotation is removed otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    page.TrimBox, page.BleedBox = Array([10, 20, 190, 95]), Array([5, 15, 195, 98])
    page.CropBox = Array([2, 3, 198, 99])
    page.Contents = pdf.make_stream(b"20 30 40 10 re f")
    page.obj.Rotate = 90
    web = Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org"))
    page.obj.Annots = Array(
        [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, 30, 60, 40], Border=[0, 0, 0], A=web))]
    )
    pdf.save("turned.pdf")
subprocess.run(["qpdf", "--flatten-rotation", "turned.pdf", "qpdf.pdf"], check=True)
document = pymupdf.open("turned.pdf")
document[0].remove_rotation()
document.save("mupdf.pdf")


def seen(name):
    with pikepdf.open(name) as pdf:
        page = pdf.pages[0]
        boxes = sorted(key[1:] for key in page.obj.keys() if key.endswith("Box"))
        rectangle = [float(each) for each in page.obj.Annots[0].Rect]
    (mark,) = (each for each in pypdfium2.PdfDocument(name)[0].get_objects())
    return boxes, all(abs(one - other) < 1.5 for one, other in zip(rectangle, mark.get_bounds()))


found = {name: seen(f"{name}.pdf") for name in ("qpdf", "mupdf")}
for name, (boxes, covered) in found.items():
    print(f"{name}: {' '.join(boxes)}, link on its words {covered}")
raise SystemExit(
    found != {"qpdf": (["BleedBox", "CropBox", "MediaBox", "TrimBox"], True), "mupdf": (["MediaBox"], False)}
)
PYTHON
