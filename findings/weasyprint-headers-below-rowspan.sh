#!/usr/bin/env bash
# WeasyPrint gives cells beside a header that spans two rows the header of the wrong column: a year is announced as “Region”.
#
# One would guess: /Headers, which WeasyPrint works out for each cell, go by the columns that its own layout has set.
# What happens: the cells of a row are counted from the left without those that reach down into it. Below the first row of
# a spanning header every cell has the header of the column to its left, and the spanning header itself is left out; the page
# looks right. Chromium, which works them out too, has it right.
#
# Seen with WeasyPrint 70.0 and Chromium 156.0.8078.108 (Debian 12):
#   weasyprint: 2024 = North Year, 10 = North Wells, 2025 = Region, 20 = Year
#   chromium: 2024 = North Year, 10 = North Wells, 2025 = North Year, 20 = North Wells
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 weasyprint==70.0
cd "$folder"
cat > table.html <<'HTML'
<!doctype html><html lang="en"><head><title>Wells</title></head><body><table>
<thead><tr><th scope="col">Region</th><th scope="col">Year</th><th scope="col">Wells</th></tr></thead>
<tbody><tr><th scope="row" rowspan="2">North</th><td>2024</td><td>10</td></tr><tr><td>2025</td><td>20</td></tr></tbody>
</table></body></html>
HTML
venv/bin/weasyprint --pdf-variant pdf/ua-1 table.html weasyprint.pdf
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" --print-to-pdf=chromium.pdf table.html > log 2>&1
cat > read.py <<'PYTHON'
# Of each data cell of a tagged PDF, the words of the headers that it names.
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary


def cells(name):
    page = pypdfium2.PdfDocument(name)[0]
    words = {}
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        number = raw.FPDFPageObj_GetMarkedContentID(each)
        words[number] = words.get(number, "") + each.extract().strip()

    def kids(element):
        inner = element.get("/K", Array())
        return list(inner) if isinstance(inner, Array) else [inner]

    def elements(element):
        yield element
        for kid in kids(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from elements(kid)

    def text(element):
        return "".join(words.get(kid, "") if isinstance(kid, int) else text(kid) for kid in kids(element))

    def headers(element):
        attributes = element.get("/A", Array())
        for each in attributes if isinstance(attributes, Array) else [attributes]:
            yield from map(str, each.get("/Headers", []))

    with pikepdf.open(name) as pdf:
        (root,) = kids(pdf.Root.StructTreeRoot)
        named = {str(each.ID): text(each) for each in elements(root) if "/ID" in each}
        return {text(each): {named[header] for header in headers(each)} for each in elements(root) if each.S == "/TD"}
PYTHON
venv/bin/python - <<'PYTHON' || { echo "headers are worked out otherwise now"; exit 1; }
from read import cells

found = {program: cells(f"{program}.pdf") for program in ("weasyprint", "chromium")}
for program, each in found.items():
    print(f"{program}:", ", ".join(f"{cell} = {' '.join(sorted(names))}" for cell, names in each.items()))
right = {"2024": {"North", "Year"}, "10": {"North", "Wells"}, "2025": {"North", "Year"}, "20": {"North", "Wells"}}
raise SystemExit(found != {"weasyprint": right | {"2025": {"Region"}, "20": {"Year"}}, "chromium": right})
PYTHON
