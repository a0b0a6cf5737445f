#!/usr/bin/env bash
# A layer that is switched off is printed when its page is taken into another file: by qpdf, PyMuPDF, pypdf, pikepdf and PDFium
# alike.
#
# One would guess: a page that is imposed or bound in looks as it did; its hidden layers (cutting lines, notes, another
# language) come with what hides them, or are left out, as Ghostscript and Poppler's pdfseparate and pdfunite do.
# What happens: the marks of the layers come along, and the catalog's /OCProperties, which says that they are off, does not: a
# layer that no configuration knows is on. No tool says a word. mutool merge does the same; mutool clean, on one file, does not.
#
# Seen with qpdf 11.3.0, poppler 22.12.0 (both Debian 12), PyMuPDF 2.0, pypdf 7.1.1, pikepdf 10.18.0, pypdfium2 5.15.2:
#   before: hidden
#   pdfunite: hidden
#   qpdf --pages: shown
#   PyMuPDF insert_pdf: shown
#   PyMuPDF show_pdf_page: shown
#   pypdf append: shown
#   pikepdf extend: shown
#   pdfium import_pages: shown
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pymupdf==2.0 pypdf==7.1.1 pypdfium2==5.15.2 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "hidden layers are taken over otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(100, 100))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Cutting line")))
    page.Resources = Dictionary(Properties=Dictionary(Cut=layer))
    page.Contents = pdf.make_stream(b"/OC /Cut BDC 25 25 50 50 re f EMC")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer]), OFF=Array([layer])))
    pdf.save("before.pdf", min_version="1.5")
with pikepdf.new() as pdf:
    pdf.add_blank_page(page_size=(100, 100))
    pdf.save("other.pdf")

subprocess.run(["pdfunite", "before.pdf", "other.pdf", "pdfunite.pdf"], check=True)
subprocess.run(["qpdf", "--empty", "--pages", "before.pdf", "other.pdf", "--", "qpdf --pages.pdf"], check=True)
source, bound, sheet = pymupdf.open("before.pdf"), pymupdf.open(), pymupdf.open()
bound.insert_pdf(source)
bound.save("PyMuPDF insert_pdf.pdf")
place = sheet.new_page(width=100, height=100)
place.show_pdf_page(place.rect, source, 0)
sheet.save("PyMuPDF show_pdf_page.pdf")
writer = pypdf.PdfWriter()
writer.append("before.pdf")
writer.write("pypdf append.pdf")
with pikepdf.open("before.pdf") as taken, pikepdf.new() as pdf:
    pdf.pages.extend(taken.pages)
    pdf.save("pikepdf extend.pdf")
document = pypdfium2.PdfDocument.new()
document.import_pages(pypdfium2.PdfDocument("before.pdf"))
document.save("pdfium import_pages.pdf")

hidden = ("before", "pdfunite")
shown = ("qpdf --pages", "PyMuPDF insert_pdf", "PyMuPDF show_pdf_page", "pypdf append", "pikepdf extend", "pdfium import_pages")
found = {}
for road in hidden + shown:
    picture = pypdfium2.PdfDocument(f"{road}.pdf")[0].render().to_pil().convert("L")
    found[road] = "shown" if picture.getpixel((50, 50)) < 128 else "hidden"
    print(f"{road}: {found[road]}")
raise SystemExit(found != dict.fromkeys(hidden, "hidden") | dict.fromkeys(shown, "shown"))
PYTHON
