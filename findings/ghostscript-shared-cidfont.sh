#!/usr/bin/env bash
# Ghostscript's pdfwrite reads two fonts as one when they share a CIDFont, and text is copied with the wrong letters.
#
# One would guess: two Type 0 fonts with a ToUnicode map each are two fonts (ISO 32000-1, 9.10.3: the map belongs to the Type 0
# font), whether or not they have the same descendant, which many writers share to save space.
# What happens: pdfwrite goes by the CIDFont, and writes one font with one map: of two texts that a glyph stands for, one
# wins everywhere. A CIDFont dictionary of its own for each font, with the same descriptor and font file, keeps
# both.
#
# Seen with Ghostscript 10.00.0 (Debian 12), pikepdf 10.18.0, fonttools 4.60.1, font-source-sans-pro 0.0.1:
#   shared: policy policy
#   apart: POLICY policy
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 fonttools==4.60.1 font-source-sans-pro==0.0.1
cd "$folder"
cat > make.py <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String

FILE = Path(find_spec("font_source_sans_pro").origin).parent / "files" / "SourceSansPro-Regular.ttf"
font = TTFont(FILE)
GLYPHS = [font.getGlyphID(font.getBestCmap()[ord(c)]) for c in "policy"]
CODES = "".join(f"{glyph:04x}" for glyph in GLYPHS)


def to_unicode(text):
    pairs = "".join(f"<{glyph:04x}> <{ord(c):04x}>\n" for glyph, c in zip(GLYPHS, text))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange {len(GLYPHS)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def make(path, shared):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 100))
    program = pdf.make_stream(FILE.read_bytes())
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Sans, Flags=4, FontBBox=[-500, -300, 1500, 1000], ItalicAngle=0,
            Ascent=900, Descent=-300, CapHeight=660, StemV=80, FontFile2=program,
        )
    )
    widths = Array([part for g in GLYPHS for part in (g, Array([round(font["hmtx"][font.getGlyphName(g)][0])]))])

    def descendant():
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Sans, FontDescriptor=descriptor, W=widths,
                CIDToGIDMap=Name.Identity,
                CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            )
        )

    one = descendant()
    fonts = {}
    for label, text, own in (("/F1", "POLICY", one), ("/F2", "policy", one if shared else descendant())):
        fonts[label] = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Sans, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([own]), ToUnicode=pdf.make_stream(to_unicode(text)),
        )
    page.obj.Resources = Dictionary(Font=Dictionary(fonts))
    shown = f"BT /F1 12 Tf 20 50 Td <{CODES}> Tj 80 0 Td /F2 12 Tf <{CODES}> Tj ET"
    page.obj.Contents = pdf.make_stream(shown.encode())
    pdf.save(path)


make("shared.pdf", True)
make("apart.pdf", False)
PYTHON
venv/bin/python make.py
gs --version
for name in shared apart; do
  [ "$(pdftotext $name.pdf - | tr -s '\n\f ' ' ')" = "POLICY policy " ]
  gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pdfwrite -o "$name-small.pdf" "$name.pdf"
  echo "$name: $(pdftotext "$name-small.pdf" - | tr -s '\n\f ' ' ')"
done
[ "$(pdftotext shared-small.pdf - | tr -s '\n\f ' ' ')" != "POLICY policy " ] || { echo "both maps are kept now"; exit 1; }
[ "$(pdftotext apart-small.pdf - | tr -s '\n\f ' ' ')" = "POLICY policy " ] || { echo "fonts apart are merged too"; exit 1; }
