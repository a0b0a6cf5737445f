#!/usr/bin/env bash
# pyphen divides English words before their last two letters, which its own patterns forbid: quick-ly, universi-ty.
#
# One would guess: what the head of a pattern file says holds: RIGHTHYPHENMIN 3 in those for English, where a dictionary of
# hyphenation (Hunspell's, which LibreOffice goes by) states how many letters a word's end must have.
# What happens: pyphen skips these lines, and takes two for every language, so that WeasyPrint, whose `hyphens: auto` is
# pyphen's, sets “ly” and “ty” alone in a line; Typst does not. What works: Pyphen(lang=…, right=3), and in CSS
# `hyphenate-limit-chars: 5 2 3`.
#
# Seen with pyphen 0.18.1, WeasyPrint 70.0, typst 0.15.2, pypdfium2 5.15.2:
#   stated: RIGHTHYPHENMIN 3
#   pyphen: uni-ver-si-ty
#   pyphen, right=3: uni-ver-sity
#   weasyprint ends in: ty sity versity
#   weasyprint, 5 2 3, ends in: sity versity
#   typst ends in: sity versity
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pyphen==0.18.1 weasyprint==70.0 typst==0.15.2 pypdfium2==5.15.2 font-source-sans-pro==0.0.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "English endings are divided otherwise now"; exit 1; }
import os

import font_source_sans_pro
import pyphen
import pypdfium2
import typst
import weasyprint

FACES = os.path.join(os.path.dirname(font_source_sans_pro.__file__), "files")
STYLE = """@font-face { font-family: Face; src: url(file://%s/SourceSansPro-Regular.ttf) } @page { size: 300pt 200pt; margin: 0 }
body { margin: 0; font: 10pt Face } p { width: %spt; hyphens: auto; %s }"""
WORD = "university"


def endings(make):
    """What is divided off at the word's end, over all widths."""
    seen = set()
    for width in range(25, 45):
        text = pypdfium2.PdfDocument(make(width))[0].get_textpage().get_text_range()
        seen.add(text.replace("\ufffe", "\n").split()[-1])
    return sorted(seen - {WORD}, key=len)


def by_weasyprint(limits=""):
    def make(width):
        return weasyprint.HTML(string=f'<html lang="en-US"><style>{STYLE % (FACES, width, limits)}</style><p>{WORD}').write_pdf()

    return make


def by_typst(width):
    with open("page.typ", "w") as file:
        file.write(
            f'#set page(width: {width}pt, height: 200pt, margin: 0pt)\n'
            f'#set text(font: "Source Sans Pro", size: 10pt, lang: "en", hyphenate: true)\n{WORD}'
        )
    return typst.compile("page.typ", font_paths=[FACES])


with open(pyphen.LANGUAGES["en_US"], "rb") as file:
    stated = next(line.decode() for line in file if line.startswith(b"RIGHTHYPHENMIN")).strip()
found = {
    "stated": stated,
    "pyphen": pyphen.Pyphen(lang="en_US").inserted(WORD),
    "pyphen, right=3": pyphen.Pyphen(lang="en_US", right=3).inserted(WORD),
    "weasyprint ends in": " ".join(endings(by_weasyprint())),
    "weasyprint, 5 2 3, ends in": " ".join(endings(by_weasyprint("hyphenate-limit-chars: 5 2 3"))),
    "typst ends in": " ".join(endings(by_typst)),
}
for name, value in found.items():
    print(f"{name}: {value}")
expected = ["RIGHTHYPHENMIN 3", "uni-ver-si-ty", "uni-ver-sity", "ty sity versity", "sity versity", "sity versity"]
raise SystemExit(list(found.values()) != expected)
PYTHON
