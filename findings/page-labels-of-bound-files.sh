#!/usr/bin/env bash
# Page labels of two files that are bound together: Ghostscript gives every page the second's, and only qpdf keeps both.
#
# One would guess: a file whose pages are called S-1, S-2 and one whose pages are A-1, A-2 are S-1, S-2, A-1, A-2 when they are
# bound, or are counted without labels; labels are what readers cite.
# What happens: Ghostscript labels all pages by the last file it read: A-1 to A-4, the summary's too. pikepdf, PDFium and PyMuPDF go
# on with the first file's: S-1 to S-4. pypdf's append, pdfunite and mutool lose them. Nothing is said by any.
#
# Seen with qpdf 11.3.0, Ghostscript 10.00.0, poppler 22.12.0, mutool 1.21.1 (all Debian 12), pikepdf 10.18.0, pypdfium2 5.15.2,
# PyMuPDF 2.0, pypdf 7.1.1; read by PDFium:
#   qpdf: S-1 S-2 A-1 A-2
#   ghostscript: A-1 A-2 A-3 A-4
#   pikepdf: S-1 S-2 S-3 S-4
#   pdfium: S-1 S-2 S-3 S-4
#   PyMuPDF: S-1 S-2 S-3 S-4
#   pypdf: none
#   pdfunite: none
#   mutool: none
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "page labels are bound otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

NAMES = ("summary.pdf", "annex.pdf")
for name, letter in zip(NAMES, "SA"):
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(200, 100))
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(f"{letter}-"))]))
        pdf.save(name)


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


run("qpdf", NAMES[0], "--pages", ".", NAMES[1], "--", "qpdf.pdf")
run("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "ghostscript.pdf", *NAMES)
run("pdfunite", *NAMES, "pdfunite.pdf")
run("mutool", "merge", "-o", "mutool.pdf", *NAMES)
with pikepdf.open(NAMES[0]) as bound, pikepdf.open(NAMES[1]) as second:
    bound.pages.extend(second.pages)
    bound.save("pikepdf.pdf")
document = pypdfium2.PdfDocument(NAMES[0])
document.import_pages(pypdfium2.PdfDocument(NAMES[1]))
document.save("pdfium.pdf")
document = pymupdf.open(NAMES[0])
document.insert_pdf(pymupdf.open(NAMES[1]))
document.save("PyMuPDF.pdf")
writer = pypdf.PdfWriter()
for name in NAMES:
    writer.append(name)
writer.write("pypdf.pdf")

found = {}
for tool in ("qpdf", "ghostscript", "pikepdf", "pdfium", "PyMuPDF", "pypdf", "pdfunite", "mutool"):
    document = pypdfium2.PdfDocument(f"{tool}.pdf")
    found[tool] = " ".join(filter(None, map(document.get_page_label, range(4)))) or "none"
    print(f"{tool}: {found[tool]}")
first = "S-1 S-2 S-3 S-4"
raise SystemExit(list(found.values()) != ["S-1 S-2 A-1 A-2", "A-1 A-2 A-3 A-4", first, first, first, "none", "none", "none"])
PYTHON
