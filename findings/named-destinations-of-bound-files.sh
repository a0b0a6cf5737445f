#!/usr/bin/env bash
# Links by name break where two files with the same name are bound together: one tool of six leads both where they led before.
#
# One would guess: a tool that binds files renames destinations that clash, or writes explicit ones, for “sources” and “summary”
# are in every brief of a series; or it warns.
# What happens: Ghostscript writes explicit ones. With qpdf and pypdf the second brief's link leads into the first brief.
# pdfunite takes no names at all, so that both are dead, the first file's too; PyMuPDF's insert_pdf and mutool merge leave out
# the links.
#
# Seen with Ghostscript 10.00.0, qpdf 11.3.0, poppler 22.12.0, mutool 1.21.1 (all Debian 12), pypdf 7.1.1, PyMuPDF 2.0:
#   ghostscript: A to A, B to B
#   qpdf: A to A, B to A
#   pypdf: A to A, B to A
#   pdfunite: A to nothing, B to nothing
#   mutool: A has no link, B has no link
#   PyMuPDF: A has no link, B has no link
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pymupdf==2.0 pypdf==7.1.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "named destinations are taken over otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdf
from pikepdf import Array, Dictionary, Name


def make(name):
    """A file of two pages; a link on the first leads to the destination “sources”, the second."""
    with pikepdf.new() as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        for _ in range(2):
            page = pdf.add_blank_page(page_size=(200, 100))
            page.Resources = Dictionary(Font=Dictionary(F=font))
            page.Contents = pdf.make_stream(f"BT /F 12 Tf 10 80 Td ({name}) Tj ET".encode())
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 75, 60, 90], Border=[0, 0, 0], Dest=pikepdf.String("sources"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        target = Array([pdf.pages[1].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([pikepdf.String("sources"), target])))
        pdf.save(f"{name}.pdf")


def seen(name):
    """Of the first page of each of the two files: in which file its link leads to the second page."""
    with pymupdf.open(name) as document:
        texts = [page.get_text().strip() for page in document]
        found = []
        for number in (0, 2):
            links = document[number].get_links()
            target = links[0].get("page", -1) if links else -1
            led = f"to {texts[target] if target in (1, 3) else 'nothing'}" if links else "has no link"
            found.append(f"{texts[number]} {led}")
        return ", ".join(found)


make("A")
make("B")
run = subprocess.run
gs = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "ghostscript.pdf", "A.pdf", "B.pdf"]
run(gs, check=True)
run(["qpdf", "A.pdf", "--pages", ".", "B.pdf", "--", "qpdf.pdf"], check=True)
writer = pypdf.PdfWriter()
writer.append("A.pdf")
writer.append("B.pdf")
writer.write("pypdf.pdf")
run(["pdfunite", "A.pdf", "B.pdf", "pdfunite.pdf"], check=True)
run(["mutool", "merge", "-o", "mutool.pdf", "A.pdf", "B.pdf"], check=True)
bound = pymupdf.open()
for name in "AB":
    bound.insert_pdf(pymupdf.open(f"{name}.pdf"))
bound.save("PyMuPDF.pdf")

found = {road: seen(f"{road}.pdf") for road in ("ghostscript", "qpdf", "pypdf", "pdfunite", "mutool", "PyMuPDF")}
for road, words in found.items():
    print(f"{road}: {words}")
first, dead, gone = "A to A, B to A", "A to nothing, B to nothing", "A has no link, B has no link"
raise SystemExit(list(found.values()) != ["A to A, B to B", first, first, dead, gone, gone])
PYTHON
