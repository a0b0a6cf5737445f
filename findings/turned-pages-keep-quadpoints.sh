#!/usr/bin/env bash
# Where qpdf and PyMuPDF turn a page for good, and pypdf scales one, links get a new rectangle and keep their old
# quadrilaterals.
#
# One would guess: what moves an annotation moves its /Rect and its /QuadPoints, which say where within it the words of a link
# or a highlight are; and the places that links lead to (/XYZ, left and top) move with the page.
# What happens: /QuadPoints and destinations stay as they were, in all three. A highlight is drawn anew from its quadrilaterals
# at the old place; of a link, readers that heed them have nothing left within the rectangle; a jump lands elsewhere on the
# page.
#
# Seen with qpdf 11.3.0 (Debian 12), PyMuPDF 2.0, pypdf 7.1.1, for a page of 200 by 100, with the link in its lower left:
#   before: Rect 20 30 60 40, QuadPoints within True, leads to 20 80
#   qpdf --flatten-rotation: Rect 30 140 40 180, QuadPoints within False, leads to 20 80
#   PyMuPDF remove_rotation: Rect 30 140 40 180, QuadPoints within False, leads to 20 80
#   pypdf scale_by(2): Rect 40 60 120 80, QuadPoints within False, leads to 20 80
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pymupdf==2.0 pypdf==7.1.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "links are moved otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdf
from pikepdf import Array, Dictionary, Name


def link(pdf, **more):
    entries = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, 30, 60, 40], Border=[0, 0, 0], **more)
    return pdf.make_indirect(entries)


def make(name, turned):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        page.Contents = pdf.make_stream(b"20 30 40 10 re f")
        page.obj.Rotate = turned
        web = Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org"))
        page.obj.Annots = Array(
            [
                link(pdf, QuadPoints=[20, 40, 60, 40, 20, 30, 60, 30], A=web),
                link(pdf, Dest=Array([page.obj, Name.XYZ, 20, 80, 0])),
            ]
        )
        pdf.save(name)


def seen(name):
    with pikepdf.open(name) as pdf:
        web, inner = pdf.pages[0].obj.Annots
        left, bottom, right, top = (round(float(each)) for each in web.Rect)
        points = [float(each) for each in web.QuadPoints]
        within = all(left <= x <= right and bottom <= y <= top for x, y in zip(points[::2], points[1::2]))
        return (left, bottom, right, top), within, tuple(round(float(each)) for each in list(inner.Dest)[2:4])


make("turned.pdf", 90)
make("plain.pdf", 0)
subprocess.run(["qpdf", "--flatten-rotation", "turned.pdf", "qpdf.pdf"], check=True)
document = pymupdf.open("turned.pdf")
document[0].remove_rotation()
document.save("mupdf.pdf")
writer = pypdf.PdfWriter(clone_from="plain.pdf")
writer.pages[0].scale_by(2)
writer.write("pypdf.pdf")
found = {
    "before": seen("turned.pdf"),
    "qpdf --flatten-rotation": seen("qpdf.pdf"),
    "PyMuPDF remove_rotation": seen("mupdf.pdf"),
    "pypdf scale_by(2)": seen("pypdf.pdf"),
}
for road, (rectangle, within, target) in found.items():
    print(f"{road}: Rect {' '.join(map(str, rectangle))}, QuadPoints within {within}, leads to {' '.join(map(str, target))}")
turned = ((30, 140, 40, 180), False, (20, 80))
scaled = ((40, 60, 120, 80), False, (20, 80))
raise SystemExit(list(found.values()) != [((20, 30, 60, 40), True, (20, 80)), turned, turned, scaled])
PYTHON
