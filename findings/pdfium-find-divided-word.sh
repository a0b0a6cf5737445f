#!/usr/bin/env bash
# pdfium's own search finds no word that is divided at a line's end, in any file.
#
# One would guess: FPDFText_FindStart (in pypdfium2: textpage.search) searches the text as a reader means it. pdfium does know
# the hyphen at a line's end, a written one as well as U+00AD: its text has the mark U+FFFE there and no line break.
# What happens: the mark stays in the text that is searched, so that "Bundesministerium" is not found; with the mark typed into
# the query it is. Programs that search by pdfium have to take the text, leave the mark out, and search by themselves.
#
# Seen with pypdfium2 5.15.2 (pdfium of its wheel), Python 3.11:
#   text: 'Das Bundes\ufffeministerium pr\xfcft.'
#   the word: None
#   the word with the mark: (4, 18)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypdfium2==5.15.2 reportlab==5.1.0
cat > "$folder/try.py" <<'PYTHON'
import sys

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas(sys.argv[1])
lines = canvas.beginText(72, 700)
lines.textLine("Das Bundes-")
lines.textLine("ministerium prüft.")
canvas.drawText(lines)
canvas.save()
with pypdfium2.PdfDocument(sys.argv[1]) as pdf:
    page = pdf[0].get_textpage()
    text = page.get_text_range()
    plain = page.search("Bundesministerium").get_next()
    marked = page.search("Bundes\ufffeministerium").get_next()
print("text:", ascii(text))
print("the word:", plain)
print("the word with the mark:", marked)
sys.exit(not ("Bundes\ufffeministerium" in text and plain is None and marked == (4, 18)))
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder/lines.pdf"
