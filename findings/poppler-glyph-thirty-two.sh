#!/usr/bin/env bash
# Poppler takes the glyph of number 32 for a blank where words are spaced, and cuts a word in two at it.
#
# One would guess: word spacing (Tw) goes to the single-byte code 32, in a composite font with codes of one byte too (ISO 32000-1,
# 9.3.3); the number of the glyph that a code stands for (its CID) has no part in it, and which letter has number 32 is by chance.
# What happens: pdftotext goes by the CID: with glyphs in the order of ASCII “one two three” is read as it stands, and where e has
# CID 32, which is so in some faces, “three” is “thre e”. PDFium and MuPDF read both alike.
#
# Seen with pdftotext 22.12.0 (Debian 12), pypdfium2 5.15.2, PyMuPDF 2.0:
#   e has CID 101: poppler one two three, pdfium one two three, mupdf one two three
#   e has CID 32: poppler one two thre e, pdfium one two three, mupdf one two three
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "spaced words are read otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

HEAD = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
SYSTEM = "/CIDSystemInfo << /Registry (Adobe) /Ordering ({}) /Supplement 0 >> def\n"
CODES = "1 begincodespacerange <00> <FF> endcodespacerange\n"
END = "endcmap CMapName currentdict /CMap defineresource pop end end"


def make(path, cids):
    """A page in a composite font whose codes are ASCII, in one byte, and stand for these CIDs."""
    pairs = "".join(f"<{code:02X}> {cid}\n" for code, cid in cids.items())
    encoding = f"{HEAD}{SYSTEM.format('Identity')}/CMapName /One def /CMapType 1 def\n{CODES}{len(cids)} begincidchar\n{pairs}endcidchar {END}"
    texts = "".join(f"<{code:02X}> <{code:04X}>\n" for code in cids)
    reading = f"{HEAD}{SYSTEM.format('UCS')}/CMapName /U def /CMapType 2 def\n{CODES}{len(cids)} beginbfchar\n{texts}endbfchar {END}"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Plain, Flags=4, FontBBox=[0, -200, 1000, 900], ItalicAngle=0, Ascent=800,
            Descent=-200, CapHeight=700, StemV=80,
        )
        descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Plain, CIDSystemInfo=system, DW=500,
            FontDescriptor=pdf.make_indirect(descriptor),
        )
        codes = pdf.make_stream(encoding.encode(), Type=Name.CMap, CMapName=Name.One, CIDSystemInfo=system)
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Plain-One"), Encoding=codes,
            DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=pdf.make_stream(reading.encode()),
        )
        page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F 12 Tf 4 Tw 10 50 Td (one two three) Tj ET")
        pdf.save(path)


def read(path):
    yield subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    yield pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    yield pymupdf.open(path)[0].get_text()


ascii_order = {code: code for code in range(32, 127)}
make("ascii.pdf", ascii_order)
make("other.pdf", {**ascii_order, ord("e"): 32, ord(" "): ord("e")})
found = []
for name in ("ascii.pdf", "other.pdf"):
    texts = [" ".join(text.split()) for text in read(name)]
    cid = 32 if name == "other.pdf" else ord("e")
    print(f"e has CID {cid}: poppler {texts[0]}, pdfium {texts[1]}, mupdf {texts[2]}")
    found.append(texts)
plain = "one two three"
raise SystemExit(found != [[plain] * 3, ["one two thre e", plain, plain]])
PYTHON
