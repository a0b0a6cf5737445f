#!/usr/bin/env bash
# outloud's rule of reading order takes a paragraph whose lines alternate with Span children for scrambled.
#
# One would guess: a checker that compares the order of painting with that of the tag tree reads an element's /K from first to
# last, its own marked content and its children in turn (ISO 32000-1, 14.7.2).
# What happens: it lists all marked content that an element holds itself before that of its children. A paragraph of which every
# line ends with a Span of its own, painted strictly in the order of the tree, is told (ORD-001) to be out of order.
#
# Seen with outloud 0.2.1 and pikepdf 10.18.0:
#   lines with a Span after each, painted in tree order: ORD-001
#   lines alone: nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q outloud==0.2.1 pikepdf==10.18.0
cd "$folder"
cat > try.py <<'PYTHON'
import sys

import outloud
from pikepdf import Array, Dictionary, Name, Pdf

LINES = 6


def make(path, spans):
    """A page of one paragraph; after each of its lines a Span, if `spans`. Both are painted as the tree has them."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    paragraph = pdf.make_indirect(Dictionary(S=Name.P, P=root, Pg=page.obj))
    kids, parents, shown = [], [], []
    for line in range(LINES):
        for tag in ("P", "Span") if spans else ("P",):
            number = len(parents)
            word = "line" if tag == "P" else "-"
            shown.append(f"/{tag} <</MCID {number}>> BDC BT /F1 12 Tf {20 + 30 * (tag == 'Span')} {180 - 15 * line} Td ({word}) Tj ET EMC")
            if tag == "P":
                kids.append(number)
                parents.append(paragraph)
            else:
                span = pdf.make_indirect(Dictionary(S=Name.Span, P=paragraph, Pg=page.obj, K=number))
                kids.append(span)
                parents.append(span)
    paragraph.K = Array(kids)
    root.K = paragraph
    root.ParentTree = Dictionary(Nums=Array([0, Array(parents)]))
    page.obj.Contents = pdf.make_stream("\n".join(shown).encode())
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.save(path)


found = {}
for name, spans in (("with", True), ("without", False)):
    make(f"{name}.pdf", spans)
    found[name] = sorted({finding.rule for finding in outloud.check(f"{name}.pdf").findings if finding.rule == "ORD-001"})
print("lines with a Span after each, painted in tree order:", *found["with"] or ["nothing"])
print("lines alone:", *found["without"] or ["nothing"])
sys.exit(found != {"with": ["ORD-001"], "without": []})
PYTHON
"$folder/venv/bin/python" try.py
