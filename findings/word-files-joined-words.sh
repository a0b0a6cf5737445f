#!/usr/bin/env bash
# Readers of Word files join words that something other than a tab or a new line parts: pandoc, mammoth, docx2txt, docx2python.
#
# One would guess: a no-break hyphen (Ctrl+Shift+_ in Word), a carriage return and a tab of the margin are read as what they
# are on the page, or at the least as a blank, so that two words stay two.
# What happens: docx2txt and docx2python read “EU-funded” with a no-break hyphen as “EUfunded”; pandoc, mammoth and docx2python
# pass over w:cr, and over w:ptab as docx2txt does, which Word puts between title and date of a heading line. python-docx and
# LibreOffice have all three.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0:
#   python-docx joins at: none
#   pandoc joins at: carriage return, tab of the margin
#   mammoth joins at: carriage return, tab of the margin
#   docx2txt joins at: no-break hyphen, tab of the margin
#   docx2python joins at: no-break hyphen, carriage return, tab of the margin
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "what stands between words is read otherwise now"; exit 1; }
import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

BETWEEN = {
    "no-break hyphen": "<w:noBreakHyphen/>",
    "carriage return": "<w:cr/>",
    "tab of the margin": '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>',
}


def mammoth_text(path):
    with open(path, "rb") as file:
        return mammoth.extract_raw_text(file).value


READERS = {
    "python-docx": lambda path: docx.Document(path).paragraphs[0].text,
    "pandoc": lambda path: pypandoc.convert_file(path, "plain"),
    "mammoth": mammoth_text,
    "docx2txt": docx2txt.process,
    "docx2python": lambda path: docx2python(path).text,
}
joined = {reader: [] for reader in READERS}
for name, element in BETWEEN.items():
    document = docx.Document()
    run = f"<w:r {nsdecls('w')}><w:t>first</w:t>{element}<w:t>second</w:t></w:r>"
    document.add_paragraph()._p.append(parse_xml(run))
    document.save("words.docx")
    for reader, read in READERS.items():
        if "firstsecond" in read("words.docx"):
            joined[reader].append(name)
for reader, names in joined.items():
    print(f"{reader} joins at: {', '.join(names) or 'none'}")
hyphen, line, tab = BETWEEN
raise SystemExit(list(joined.values()) != [[], [line, tab], [line, tab], [hyphen, tab], [hyphen, line, tab]])
PYTHON
