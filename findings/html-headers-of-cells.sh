#!/usr/bin/env bash
# Chromium and WeasyPrint write /Headers into a tagged PDF, and not those that the HTML names with headers="…".
#
# One would guess: an author’s own <td headers="id id"> goes before what a program works out by columns and rows; it is
# what the attribute is for, WCAG’s technique H43 for tables whose headers do not stand above, and PDF has the same list.
# What happens: both work the headers out by position, and never look at the attribute: a cell that names the second
# column’s header has the first’s, one that names two has one.
#
# Seen with Chromium 156.0.8078.108 (Debian 12), WeasyPrint 70.0; the HTML names Second for a, First and Second for b:
#   chromium: a = First, b = Second
#   weasyprint: a = First, b = Second
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 weasyprint==70.0
cd "$folder"
cat > table.html <<'HTML'
<!doctype html><html lang="en"><head><title>Headers</title></head><body><table>
<tr><th id="first">First</th><th id="second">Second</th></tr>
<tr><td headers="second">a</td><td headers="first second">b</td></tr>
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
venv/bin/python - <<'PYTHON' || { echo "headers are taken otherwise now"; exit 1; }
from read import cells

found = {program: cells(f"{program}.pdf") for program in ("chromium", "weasyprint")}
for program, each in found.items():
    print(f"{program}:", ", ".join(f"{cell} = {' '.join(sorted(names))}" for cell, names in each.items()))
raise SystemExit(any(each != {"a": {"First"}, "b": {"Second"}} for each in found.values()))
PYTHON
