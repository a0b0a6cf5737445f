#!/usr/bin/env bash
# svg2pdf draws no words at all in a generic family such as sans-serif, though a face is loaded, and says nothing.
#
# One would guess: where a family is not at hand, the face that is loaded is taken, as every browser does, or there is an error.
# What happens: sans-serif and serif stand for Arial and Times New Roman, by their names; when these are not loaded the words
# vanish from the drawing. Only words that name a loaded family are drawn.
#
# Seen with svg2pdf-py 1.1.0, pypdfium2 5.12.1, font-source-sans-pro 0.0.1:
#   sans-serif: ''
#   Source Sans Pro: 'Wells'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q svg2pdf-py==1.1.0 pypdfium2 font-source-sans-pro==0.0.1
cd "$folder"
cat > make.py <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import svg2pdf_py

face = Path(find_spec("font_source_sans_pro").origin).parent / "files" / "SourceSansPro-Regular.otf"
fonts = svg2pdf_py.FontDatabase()
fonts.load_font_file(str(face))
drawn = {}
for family in ("sans-serif", "Source Sans Pro"):
    words = f'<text y="40" font-size="30" font-family="{family}">Wells</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="60">{words}</svg>'
    file = pypdfium2.PdfDocument(svg2pdf_py.svg_to_pdf(svg, fonts))
    drawn[family] = file[0].get_textpage().get_text_range()
    print(f"{family}: {drawn[family]!r}")
raise SystemExit(drawn != {"sans-serif": "", "Source Sans Pro": "Wells"})
PYTHON
venv/bin/python make.py || { echo "words in a generic family are drawn now"; exit 1; }
