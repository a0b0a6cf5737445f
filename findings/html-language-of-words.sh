#!/usr/bin/env bash
# The language of foreign words gets lost between HTML and a tagged PDF: Chromium writes none for spans, WeasyPrint none at all.
#
# One would guess: <span lang="fr"> becomes an element with /Lang, as WCAG 3.1.2 asks for, since both programs write tags, and the
# language of the whole document.
# What happens: Chromium writes /Lang for paragraphs and sections, and forgets it where the element is inline, so that a screen
# reader reads the words in the language around them. WeasyPrint, asked for PDF/UA, writes the document's language alone.
# Typst has both right.
#
# Seen with Chromium 156.0.8078.108 (Debian 12), WeasyPrint 70.0, typst 0.15.2:
#   chromium: de
#   weasyprint:
#   typst: de fr
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 weasyprint==70.0 typst==0.15.2
cd "$folder"
cat > words.html <<'HTML'
<!doctype html><html lang="en"><head><title>Words</title></head>
<body><p lang="de">Ein ganzer Absatz.</p><p>Then, as they say, <span lang="fr">un mot</span> or two.</p></body></html>
HTML
cat > words.typ <<'TYPST'
#set document(title: "Words")
#set text(lang: "en")
#text(lang: "de")[Ein ganzer Absatz.]

Then, as they say, #text(lang: "fr")[un mot] or two.
TYPST
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" --print-to-pdf=chromium.pdf words.html > log 2>&1
venv/bin/weasyprint --pdf-variant pdf/ua-1 words.html weasyprint.pdf
venv/bin/python - <<'PYTHON' || { echo "languages are kept otherwise now"; exit 1; }
import pikepdf
import typst

with open("typst.pdf", "wb") as file:
    file.write(typst.compile("words.typ", pdf_standards="ua-1"))


def languages(name):
    """Every language but English that an element of structure or marked content of the file names."""
    found = set()
    with pikepdf.open(name) as pdf:
        found |= {str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each}
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and "/Lang" in operands[1]:
                    found.add(str(operands[1].Lang))
    return sorted(each for each in found if each[:2] != "en")


found = {name: languages(f"{name}.pdf") for name in ("chromium", "weasyprint", "typst")}
for name, each in found.items():
    print(f"{name}:", *each)
raise SystemExit(found != {"chromium": ["de"], "weasyprint": [], "typst": ["de", "fr"]})
PYTHON
