#!/usr/bin/env bash
# Typst's tagged PDF calls a list numbered a), b) or I., II. “Decimal”.
#
# One would guess: /ListNumbering of the L element is what the labels are: LowerAlpha, UpperRoman (ISO 32000-1, 14.8.5.5); Typst
# has the pattern at hand, and does tell bullets (Circle) from none.
# What happens: every enumeration is Decimal, which means 1, 2, 3: an assistive program that goes by the attribute says “1”
# where the text refers to “point a”.
#
# Seen with typst 0.15.2:
#   1.: Decimal
#   a): Decimal
#   I.: Decimal
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 typst==0.15.2
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "lists are tagged otherwise now"; exit 1; }
import io

import pikepdf
import typst


def numbering(pattern):
    source = f'#set document(title: "List")\n#set enum(numbering: "{pattern}")\n+ one\n+ two\n'
    with open("list.typ", "w") as file:
        file.write(source)
    with pikepdf.open(io.BytesIO(typst.compile("list.typ", pdf_standards="ua-1"))) as pdf:
        (element,) = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/L")
        attributes = element.A if isinstance(element.A, pikepdf.Array) else [element.A]
        return next(str(each.ListNumbering)[1:] for each in attributes if "/ListNumbering" in each)


found = {pattern: numbering(pattern) for pattern in ("1.", "a)", "I.")}
for pattern, value in found.items():
    print(f"{pattern}: {value}")
raise SystemExit(set(found.values()) != {"Decimal"})
PYTHON
