#!/usr/bin/env bash
# poppler calls an attribute of PDF 2.0 wrong, in a file that says it is PDF 2.0.
#
# One would guess: a reader passes over attributes of structure elements that it does not know, the more so in a file whose
# header says 2.0; TextPosition (Sup, Sub) is one of ISO 32000-2, 14.8.5.4.5.
# What happens: pdfinfo -struct complains of a wrong attribute for each subscript and superscript; the same element without
# it is read in silence.
#
# Seen with poppler 22.12.0 (Debian 12), pikepdf 10.18.0:
#   with: Syntax Warning: Wrong Attribute 'TextPosition' in element Span
#   without:
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0
cd "$folder"
cat > make.py <<'PYTHON'
from pikepdf import Array, Dictionary, Name, Pdf

for name, attributes in (("with", {"/O": Name.Layout, "/TextPosition": Name.Sub}), ("without", {})):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(300, 100))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    page.obj.Contents = pdf.make_stream(b"/Span <</MCID 0>> BDC BT /F1 12 Tf 20 50 Td (2) Tj ET EMC")
    page.obj.StructParents = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    space = pdf.make_indirect(Dictionary(Type=Name.Namespace, NS="http://iso.org/pdf2/ssn"))
    root = pdf.make_indirect(Dictionary(S=Name.Document, P=tree, NS=space))
    span = pdf.make_indirect(Dictionary(S=Name.Span, P=root, Pg=page.obj, K=0, NS=space))
    if attributes:
        span.A = Dictionary(attributes)
    root.K = Array([span])
    tree.K, tree.Namespaces = Array([root]), Array([space])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([span])])))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.save(f"{name}.pdf", force_version="2.0")
PYTHON
venv/bin/python make.py
pdfinfo -v 2>&1 | sed -n 1p
for name in with without; do
  echo "$name: $(pdfinfo -struct "$name.pdf" 2>&1 >/dev/null)"
done
pdfinfo -struct with.pdf 2>&1 >/dev/null | grep -q TextPosition || { echo "the attribute is known now"; exit 1; }
[ -z "$(pdfinfo -struct without.pdf 2>&1 >/dev/null)" ] || { echo "the element without it is complained of too"; exit 1; }
