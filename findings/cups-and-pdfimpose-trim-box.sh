#!/usr/bin/env bash
# CUPS, told to fit a press file on the sheet, prints it without its marks and bleed; pdfimpose folds both into the booklet.
#
# One would guess: a spooler prints what a viewer shows, the whole page with its crop marks, made smaller to fit; and a program for
# imposing, which exists for the sake of trimmed pages, sets these side by side by their TrimBox (ISO 32000-1, 14.11.2).
# What happens: it is the other way round. CUPS's pdftopdf takes the TrimBox for the page: fit-to-page enlarges that until it fills
# the sheet, and marks and bleed fall off its edges; number-up and booklet go by it too. pdfimpose takes the CropBox, or the whole
# page, so that the folded pages have their marks round them, and the trim is nowhere. To proof marks on an office printer, take the
# TrimBox out of a copy; to fold, cut the pages to it first.
#
# Seen with cups-filters 1.28.17 (Debian 12, no printer needed), pdfimpose 2.10.0, for pages of 300 by 400 with a trim of 200 by 300:
#   cups, fit-to-page: marks not printed
#   cups, fit-to-page, without a TrimBox: marks printed
#   pdfimpose: two pages take 600 by 400
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pillow==13.0.0 pdfimpose==2.10.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "trim boxes are taken otherwise now"; exit 1; }
import os
import subprocess

import pikepdf
import pypdfium2
from pikepdf import Array

MARK = (255, 0, 0)


def make(name, trim):
    with pikepdf.new() as pdf:
        for _ in range(4):
            page = pdf.add_blank_page(page_size=(300, 400))
            page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 300 400 re f 1 g 50 50 200 300 re f")
            if trim:
                page.TrimBox = Array([50, 50, 250, 350])
        pdf.save(name)


def pixels(name):
    image = pypdfium2.PdfDocument(name)[0].render().to_pil().convert("RGB")
    return [(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) == MARK]


def cups(name):
    environment = {key: text for key, text in os.environ.items() if key != "PPD"}
    command = ["/usr/lib/cups/filter/pdftopdf", "1", "user", "title", "1", "fit-to-page", name]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    with open(f"cups-{name}", "wb") as file:
        file.write(done.stdout)
    # a hairline of the bleed may show where the sheet's form is not quite the page's
    return "printed" if len(pixels(f"cups-{name}")) > 5000 else "not printed"


make("trim.pdf", trim=True)
make("plain.pdf", trim=False)
found = [cups("trim.pdf"), cups("plain.pdf")]
command = ["venv/bin/pdfimpose", "cards", "trim.pdf", "-o", "sheets.pdf", "--signature", "2x1", "--omargin", "0", "--imargin", "0"]
subprocess.run(command, check=True, capture_output=True)
marked = pixels("sheets.pdf")
across, down = (max(places) - min(places) + 1 for places in zip(*marked))
print(f"cups, fit-to-page: marks {found[0]}")
print(f"cups, fit-to-page, without a TrimBox: marks {found[1]}")
print(f"pdfimpose: two pages take {across} by {down}")
raise SystemExit(found != ["not printed", "printed"] or abs(across - 600) > 2 or abs(down - 400) > 2)
PYTHON
