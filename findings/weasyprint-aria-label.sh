#!/usr/bin/env bash
# WeasyPrint takes no description from aria-label: a figure that browsers can name has none in a file that claims PDF/UA.
#
# One would guess: role="img" with aria-label="…", the usual way for drawings within HTML, gives the Figure its /Alt, as a <title>
# within the drawing does.
# What happens: the Figure is there without /Alt, which PDF/UA forbids (ISO 14289-1, 7.3), for <svg> and <img> alike; Chromium
# has the description. What works: a <title>, first in the drawing, or `alt`.
#
# Seen with WeasyPrint 70.0, pikepdf 10.18.0, Chromium 156.0.8078.108 (Debian 12):
#   svg, title: weasyprint A square, chromium A square
#   svg, aria-label: weasyprint none, chromium A square
#   img, aria-label: weasyprint none, chromium A square
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v chromium > /dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q weasyprint==70.0 pikepdf==10.18.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "drawings are described otherwise now"; exit 1; }
import logging
import subprocess

import pikepdf
import weasyprint

logging.disable()
SQUARE = '<rect width="9" height="9"/>'
IMAGE = f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{SQUARE}</svg>".replace('"', "'")
WAYS = {
    "svg, title": f'<svg width="9" height="9" role="img"><title>A square</title>{SQUARE}</svg>',
    "svg, aria-label": f'<svg width="9" height="9" role="img" aria-label="A square">{SQUARE}</svg>',
    "img, aria-label": f'<img role="img" aria-label="A square" src="{IMAGE}">',
}


def description(path):
    with pikepdf.open(path) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        return str(figures[0].get("/Alt", "none"))


found = {}
for way, markup in WAYS.items():
    html = f'<!DOCTYPE html><html lang="en"><title>Drawing</title><p>Text</p>{markup}'
    weasyprint.HTML(string=html).write_pdf("weasyprint.pdf", pdf_variant="pdf/ua-1")
    with open("page.html", "w") as file:
        file.write(html)
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=chromium.pdf", "page.html"]
    subprocess.run(chromium, capture_output=True, check=True)
    found[way] = (description("weasyprint.pdf"), description("chromium.pdf"))
    print(f"{way}: weasyprint {found[way][0]}, chromium {found[way][1]}")
square = "A square"
raise SystemExit(list(found.values()) != [(square, square), ("none", square), ("none", square)])
PYTHON
