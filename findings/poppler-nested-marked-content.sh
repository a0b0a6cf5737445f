#!/usr/bin/env bash
# pdfinfo -struct-text loses the rest of a paragraph after marked content that is nested in it.
#
# One would guess: a Span with ActualText inside a paragraph’s marked content (ISO 32000-1, 14.9.4, shows just that) is read as a
# part of the paragraph, which goes on after it.
# What happens: the structure reader of poppler takes the end of the Span for the end of the paragraph's marked content: the
# words that follow are in no element. pdftotext reads all of them. With the Span as an element with marked content of its own,
# nothing is lost.
#
# Seen with poppler 22.12.0 (Debian 12) and pikepdf 10.18.0:
#   nested: Before e
#   apart: Before e after
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0
cd "$folder"
cat > make.py <<'PYTHON'
import sys

from pikepdf import Array, Dictionary, Name, Pdf, String

NESTED = b"/P <</MCID 0>> BDC (Before ) Tj /Span <</ActualText <feff00e9>>> BDC (e) Tj EMC ( after) Tj EMC"
APART = b"/P <</MCID 0>> BDC (Before ) Tj EMC /Span <</MCID 1>> BDC (e) Tj EMC /P <</MCID 2>> BDC ( after) Tj EMC"


def make(path, shown, apart):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 100))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(b"BT /F1 12 Tf 20 50 Td " + shown + b" ET")
    page.obj.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    paragraph = pdf.make_indirect(Dictionary(S=Name.P, P=root, Pg=page.obj, K=0))
    parents = [paragraph]
    if apart:
        span = pdf.make_indirect(Dictionary(S=Name.Span, P=paragraph, Pg=page.obj, K=1, ActualText=String("é")))
        paragraph.K = Array([0, span, 2])
        parents = [paragraph, span, paragraph]
    root.K = paragraph
    root.ParentTree = Dictionary(Nums=Array([0, Array(parents)]))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.save(path)


make("nested.pdf", NESTED, False)
make("apart.pdf", APART, True)
PYTHON
venv/bin/python make.py
said() { pdfinfo -struct-text "$1" | grep -o '"[^"]*"' | tr -d '"\n'; }
nested=$(said nested.pdf)
apart=$(said apart.pdf)
pdfinfo -v 2>&1 | sed -n 1p
echo "nested: $nested"
echo "apart: $apart"
pdftotext nested.pdf - | grep -q after
case $nested in *after*) echo "the rest of the paragraph is read now"; exit 1 ;; esac
case $apart in *after*) ;; *) echo "words after an element of its own are lost too"; exit 1 ;; esac
