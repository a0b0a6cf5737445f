#!/usr/bin/env bash
# python-barcode draws an ISSN and an ISBN-10 as half a code, which no scanner reads, and corrects a wrong check digit in silence.
#
# One would guess: barcode.get("issn", "0317-8471") is the EAN-13 that stands on serials, 977 0317847 00 1, for the number is right
# and the library makes the EAN by itself; a number whose check digit is wrong is refused.
# What happens: the EAN is cut to the length of the ISSN before it is drawn: 9770317 and a check digit, eight digits drawn by the
# rules for thirteen; an ISBN-10 keeps ten. There is no error, and the text below the bars is as short. ISBN-13 works, and what
# stands in the last place is overwritten: a mistyped number comes out as a right one, of another book. What works: the EAN-13
# itself ("9770317847001" as "ean13").
#
# Seen with python-barcode 0.16.1, read by zxing-cpp 3.1.1:
#   issn 0317-8471: 97703174, read as nothing
#   isbn10 0-201-37962-7: 9780201379, read as nothing
#   ean13 9770317847001: 9770317847001, read as 9770317847001
#   isbn13 978-0-201-37962-9: 9780201379624, read as 9780201379624
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-barcode==0.16.1 pillow==13.0.0 zxing-cpp==3.1.1 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "barcodes are drawn otherwise now"; exit 1; }
import io

import barcode
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image

CODES = {
    "issn": "0317-8471",
    "isbn10": "0-201-37962-7",
    "ean13": "9770317847001",
    "isbn13": "978-0-201-37962-9",  # the check digit should be 4
}
found = {}
for kind, code in CODES.items():
    drawn = barcode.get(kind, code, writer=ImageWriter())
    buffer = io.BytesIO()
    drawn.write(buffer)
    read = zxingcpp.read_barcodes(Image.open(buffer).convert("L"))
    found[kind] = (drawn.get_fullcode(), read[0].text if read else "nothing")
    print(f"{kind} {code}: {found[kind][0]}, read as {found[kind][1]}")
expected = [("97703174", "nothing"), ("9780201379", "nothing"), ("9770317847001",) * 2, ("9780201379624",) * 2]
raise SystemExit(list(found.values()) != expected)
PYTHON
