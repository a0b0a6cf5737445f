#!/usr/bin/env bash
# WeasyPrint prints all languages of an SVG's <switch> on top of each other, and Typst its own, English, in a document in French.
#
# One would guess: of <switch><text systemLanguage="fr">…, which drawings in several languages have (those of Wikimedia Commons,
# for one), a program that makes a document shows one text: that in the document's language, or in the reader's.
# What happens: WeasyPrint knows no <switch>, and draws each of its texts at the same place. Typst has the first that is for
# English or for all, whatever `text(lang: …)` says. rsvg-convert goes by LANG, and by --accept-language. Nothing is said.
#
# Seen with WeasyPrint 70.0, typst 0.15.2, rsvg-convert 2.54.7 (Debian 12), font-source-sans-pro 0.0.1, for a document in French:
#   weasyprint: Brunnen + Puits + Wells
#   typst: Wells
#   rsvg-convert, LANG=fr_FR.UTF-8: Puits
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v rsvg-convert > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q font-source-sans-pro==0.0.1 pypdfium2==5.15.2 typst==0.15.2 weasyprint==70.0
cd "$folder"
cat > drawing.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60" font-family="Source Sans Pro" font-size="20">
  <switch>
    <text x="10" y="30" systemLanguage="de">Brunnen</text>
    <text x="10" y="30" systemLanguage="fr">Puits</text>
    <text x="10" y="30">Wells</text>
  </switch>
</svg>
SVG
venv/bin/python - <<'PYTHON' || { echo "languages are switched otherwise now"; exit 1; }
import os
import subprocess

import font_source_sans_pro
import pypdfium2
import typst
import weasyprint

FACES = os.path.join(os.path.dirname(font_source_sans_pro.__file__), "files")


def shown(pdf):
    """The words of which all letters are there: those at one place are read in each other."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    text = page.get_text_range()
    words = [word for word in ("Brunnen", "Puits", "Wells") if set(word) <= set(text)]
    return " + ".join(words)


with open("page.typ", "w") as file:
    file.write('#set page(width: 200pt, height: 60pt, margin: 0pt)\n#set text(lang: "fr")\n#image("drawing.svg")')
html = '<html lang="fr"><style>@page { size: 200px 60px; margin: 0 } body { margin: 0 }</style><img src="drawing.svg">'
subprocess.run(["rsvg-convert", "-f", "pdf", "-o", "rsvg.pdf", "drawing.svg"], env={**os.environ, "LANG": "fr_FR.UTF-8"}, check=True)
found = {
    "weasyprint": shown(weasyprint.HTML(string=html, base_url=".").write_pdf()),
    "typst": shown(typst.compile("page.typ", font_paths=[FACES])),
    "rsvg-convert, LANG=fr_FR.UTF-8": shown("rsvg.pdf"),
}
for program, words in found.items():
    print(f"{program}: {words}")
raise SystemExit(list(found.values()) != ["Brunnen + Puits + Wells", "Wells", "Puits"])
PYTHON
