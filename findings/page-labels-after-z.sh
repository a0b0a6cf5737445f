#!/usr/bin/env bash
# Page labels in letters go on after z in two ways: pikepdf, PyMuPDF and pdfminer.six count on like the columns of a spreadsheet.
#
# One would guess: libraries that read page labels say what the viewer shows: with letters a to z, then aa, bb, cc up to zz
# (ISO 32000-1, 12.4.2, Table 159), an odd rule, but an explicit one.
# What happens: three of five say aa, ab, ac. So an annex of 28 pages ends on page bb in Chromium, and on ab for a script
# that looks its pages up by label.
#
# Seen with pypdf 7.1.1, pypdfium2 5.15.2, pikepdf 10.18.0, PyMuPDF 2.0, pdfminer.six 20260107:
#   pypdf: z aa bb
#   pdfium: z aa bb
#   pikepdf: z aa ab
#   mupdf: z aa ab
#   pdfminer: z aa ab
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0 pdfminer.six==20260107
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "page labels are counted otherwise now"; exit 1; }
import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pdfminer.pdfpage import PDFPage

with pikepdf.new() as pdf:
    for _ in range(28):
        pdf.add_blank_page(page_size=(100, 100))
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name("/a"))])
    pdf.save("annex.pdf")

last = range(25, 28)
mupdf, pdfium, qpdf = pymupdf.open("annex.pdf"), pypdfium2.PdfDocument("annex.pdf"), pikepdf.open("annex.pdf")
with open("annex.pdf", "rb") as file:
    labels = {
        "pypdf": pypdf.PdfReader("annex.pdf").page_labels[25:],
        "pdfium": [pdfium.get_page_label(number) for number in last],
        "pikepdf": [qpdf.pages[number].label for number in last],
        "mupdf": [mupdf[number].get_label() for number in last],
        "pdfminer": [page.label for page in PDFPage.get_pages(file)][25:],
    }
for reader, found in labels.items():
    print(f"{reader}:", *found)
standard = [reader for reader, found in labels.items() if found == ["z", "aa", "bb"]]
raise SystemExit(standard != ["pypdf", "pdfium"])
PYTHON
