#!/usr/bin/env bash
# uharfbuzz copies the whole font file for each face that is made of bytes.
#
# One would guess: Face(data) wraps the bytes, as the documentation of Blob says ("Blobs wrap a chunk of binary data") and as
# hb_blob_create of the C library does in its usual modes; ten faces of one collection then cost next to nothing.
# What happens: each Face(bytes, index), and each Blob(bytes), holds a copy of its own: a collection of ten faces and 64 MB takes
# 640 MB more. What works: one Blob for all faces, or Blob.from_file_path, which maps the file, so that only what is read of it is
# in memory. And `.data` of a table's blob is a copy, too, as large as the table (CFF: nearly all of a Chinese face); len() of
# the blob is not.
#
# Seen with uharfbuzz 0.57.0, Python 3.11, Linux, in MB:
#   bytes: 64
#   four faces of the bytes: 256
#   four faces of one blob: 64
#   four faces of one mapped file: 2
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q uharfbuzz==0.57.0 fonttools==4.68.0
cat > "$folder/try.py" <<'PYTHON'
import sys

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.DefaultTable import DefaultTable

SIZE = 1 << 26


def resident():
    with open("/proc/self/statm") as status:
        return int(status.read().split()[1]) * 4096


def grown(work):
    before = resident()
    kept = work()
    return round((resident() - before) / (1 << 20)), kept


builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder([".notdef"])
builder.setupCharacterMap({})
builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
builder.setupHorizontalMetrics({".notdef": (500, 0)})
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupOS2()
builder.setupPost()
builder.setupNameTable({"familyName": "Large", "styleName": "Regular"})
builder.font["zzzz"] = DefaultTable("zzzz")
builder.font["zzzz"].data = b"z" * SIZE
builder.save(sys.argv[1])
del builder

size, data = grown(lambda: open(sys.argv[1], "rb").read())
print("bytes:", size)
copies, kept = grown(lambda: [hb.Face(data) for _ in range(4)])
print("four faces of the bytes:", copies)
del kept
shared, kept = grown(lambda: [hb.Face(blob) for blob in [hb.Blob(data)] for _ in range(4)])
print("four faces of one blob:", shared)
mapped, also = grown(lambda: [hb.Face(blob) for blob in [hb.Blob.from_file_path(sys.argv[1])] for _ in range(4)])
print("four faces of one mapped file:", mapped)
sys.exit(not (copies > 3.5 * size and shared < 1.5 * size and mapped < 0.2 * size))
PYTHON
"$folder/venv/bin/python" "$folder/try.py" "$folder/large.ttf"
