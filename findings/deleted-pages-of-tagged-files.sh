#!/usr/bin/env bash
# Pages that PyMuPDF or pikepdf delete from a tagged file stay in it, with all their words and pictures; qpdf takes them out.
#
# One would guess: a page that is deleted is gone when the file is written, at the least where it is written with `garbage=4`,
# PyMuPDF's greatest cleaning; a file without tags does get smaller so.
# What happens: the structure tree still names the page (/Pg), so that it is in use: the file stays as large as it was, and the
# tags list words that no page shows. qpdf sets such references to null, with which the page goes.
#
# Seen with PyMuPDF 2.0, pikepdf 10.18.0, qpdf 11.3.0 (Debian 12), two pages of which the second has a picture of 200 kB:
#   tagged: mupdf 200 kB, pikepdf 200 kB, qpdf 0 kB
#   plain: mupdf 0 kB, pikepdf 0 kB, qpdf 0 kB
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pymupdf==2.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "deleted pages are kept otherwise now"; exit 1; }
import random
import subprocess
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name


def make(name, tagged):
    with pikepdf.new() as pdf:
        samples = random.Random(1).randbytes(200_000)
        picture = pdf.make_stream(
            samples, Type=Name.XObject, Subtype=Name.Image, Width=400, Height=500, ColorSpace=Name.DeviceGray, BitsPerComponent=8
        )
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        figures = []
        for number in range(2):
            page = pdf.add_blank_page(page_size=(200, 100))
            page.StructParents = number
            if number:
                page.Resources = Dictionary(XObject=Dictionary(P=picture))
                page.Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC 40 0 0 50 0 0 cm /P Do EMC")
            else:
                page.Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC 0 0 9 9 re f EMC")
            element = Dictionary(Type=Name.StructElem, S=Name.Figure, P=document, Pg=page.obj, K=0, Alt=pikepdf.String("A"))
            figures.append(pdf.make_indirect(element))
        document.K, root.K = Array(figures), document
        root.ParentTree = Dictionary(Nums=Array([0, Array(figures[:1]), 1, Array(figures[1:])]))
        if tagged:
            pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
        pdf.save(name)


def sizes(name):
    document = pymupdf.open(name)
    document.delete_page(1)
    document.save("mupdf.pdf", garbage=4)
    with pikepdf.open(name) as pdf:
        del pdf.pages[1]
        pdf.save("pikepdf.pdf")
    subprocess.run(["qpdf", name, "--pages", ".", "1", "--", "qpdf.pdf"], check=True)
    return {each: Path(f"{each}.pdf").stat().st_size // 10_000 * 10 for each in ("mupdf", "pikepdf", "qpdf")}


found = {}
for label, tagged in (("tagged", True), ("plain", False)):
    make("file.pdf", tagged)
    found[label] = sizes("file.pdf")
    print(f"{label}:", ", ".join(f"{each} {size} kB" for each, size in found[label].items()))
raise SystemExit([list(each.values()) for each in found.values()] != [[200, 200, 0], [0, 0, 0]])
PYTHON
