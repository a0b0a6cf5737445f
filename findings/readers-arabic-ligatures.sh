#!/usr/bin/env bash
# What ToUnicode says of an Arabic ligature is read backwards by PDFium, MuPDF and Poppler.
#
# One would guess: a glyph of lam and alef maps to U+0644 U+0627, the letters in the order of the text, as ISO 32000-1, 9.10.3
# has it for ligatures, and readers give "سلام" back, as they give "fi" back for the ligature of Latin letters.
# What happens: text from right to left is stored from left to right, and readers turn it round character by character after they
# have looked up each code: the two letters of the ligature are turned too, and the word comes out as "سالم", which is another
# word. With the letters swapped in the map, which is against the standard, they come out right, and so they do when the
# glyph stands for lam alone and a glyph without width beside it for alef.
#
# Seen with pypdfium2 5.15.2, PyMuPDF 2.0 and pdftotext 22.12.0:
#   as the text:  pdfium سالم  mupdf سالم  poppler سالم
#   swapped:      pdfium سلام  mupdf سلام  poppler سلام
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.17.0 uharfbuzz==0.57.0 fontpkg-ibm-plex-sans-arabic==1.101 pypdfium2==5.15.2 pymupdf==2.0
cd "$folder"
cat > read.py <<'PYTHON'
import re
import shutil
import subprocess

import fontpkg
import pikepdf
import pymupdf
import pypdfium2
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name

WORD = "سلام"
path = fontpkg.path("IBM Plex Sans Arabic")
face = hb.Face(hb.Blob.from_file_path(str(path)))
font = hb.Font(face)
buffer = hb.Buffer()
buffer.add_str(WORD)
buffer.guess_segment_properties()
hb.shape(font, buffer)
starts = sorted({info.cluster for info in buffer.glyph_infos}) + [len(WORD)]
text = {first: WORD[first:last] for first, last in zip(starts, starts[1:])}
glyphs = [(info.codepoint, text[info.cluster]) for info in buffer.glyph_infos]
assert [len(letters) for _, letters in glyphs] == [1, 2, 1], glyphs


def write(name: str, swapped: bool) -> None:
    pdf = pikepdf.new()
    file = pdf.make_stream(path.read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Plex, Flags=4, FontBBox=Array([0, -500, 1000, 1000]), ItalicAngle=0,
        Ascent=1000, Descent=-500, CapHeight=700, StemV=80, FontFile2=file,
    )
    widths = Array()
    for glyph, _ in glyphs:
        widths.extend([glyph, Array([round(font.get_glyph_h_advance(glyph) * 1000 / face.upem)])])
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Plex, FontDescriptor=pdf.make_indirect(descriptor), W=widths,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
    )
    lines = [f"<{glyph:04x}> <{(words[::-1] if swapped else words).encode('utf-16-be').hex()}>" for glyph, words in glyphs]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /A def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(lines)} beginbfchar {' '.join(lines)} endbfchar endcmap end end"
    )
    composite = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Plex, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(cid)]), ToUnicode=pdf.make_stream(cmap.encode()),
    )
    codes = "".join([f"{glyph:04x}" for glyph, _ in glyphs])
    page = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 200, 100]), Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(composite))),
        Contents=pdf.make_stream(f"BT /F 24 Tf 50 50 Td <{codes}> Tj ET".encode()),
    )
    pdf.pages.append(pikepdf.Page(page))
    pdf.save(name)


def read(name: str) -> dict[str, str]:
    said = {
        "pdfium": pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
        "mupdf": pymupdf.open(name)[0].get_text(),
    }
    if shutil.which("pdftotext"):
        said["poppler"] = subprocess.run(["pdftotext", name, "-"], capture_output=True, text=True, check=True).stdout
    return {reader: re.sub("[^\u0600-\u06ff]", "", words) for reader, words in said.items()}


found = {}
for label, swapped in (("as the text:", False), ("swapped:", True)):
    write("word.pdf", swapped)
    found[label] = read("word.pdf")
    print(f"{label:13}", "  ".join(f"{reader} {words}" for reader, words in found[label].items()))
backwards = all(words == "سالم" for words in found["as the text:"].values())
raise SystemExit(not (backwards and all(words == WORD for words in found["swapped:"].values())))
PYTHON
venv/bin/python read.py || { echo "readers take ligatures otherwise now"; exit 1; }
