#!/usr/bin/env bash
# Pillow takes sixteen bytes for each pixel of a still WebP, four times what it takes for a JPEG.
#
# One would guess: four bytes a pixel (Pillow keeps RGB in four), and a little for the decoder, which goes row by row.
# What happens: every WebP goes through libwebp's decoder of animations, which holds two canvases of four bytes a pixel; the frame
# is copied out as bytes, and copied again into the image. All four are there at once, also for a file of one picture, and
# Image.draft() does not help: a WebP is decoded at its full size or not at all. A picture of 35 megapixels takes 560 MB.
#
# Seen with Pillow 13.0.0, Python 3.11, Linux, bytes a pixel at the most:
#   jpeg: 4.1
#   webp: 16.1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pillow==13.0.0
cat > "$folder/make.py" <<'PYTHON'
import sys

from PIL import Image

picture = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn).resize((4000, 3000)) for turn in (0, 90, 180)])
for kind in ("jpeg", "webp"):
    picture.save(f"{sys.argv[1]}/picture.{kind}", quality=80)
PYTHON
cat > "$folder/load.py" <<'PYTHON'
import re
import sys

from PIL import Image


def most():
    with open("/proc/self/status") as status:
        return 1024 * int(re.search(r"VmHWM:\s+(\d+)", status.read())[1])


Image.init()
before = most()
with Image.open(sys.argv[1]) as picture:
    picture.load()
    print(round((most() - before) / (picture.width * picture.height), 1))
PYTHON
"$folder/venv/bin/python" "$folder/make.py" "$folder"
jpeg=$("$folder/venv/bin/python" "$folder/load.py" "$folder/picture.jpeg")
webp=$("$folder/venv/bin/python" "$folder/load.py" "$folder/picture.webp")
echo "jpeg: $jpeg"
echo "webp: $webp"
"$folder/venv/bin/python" -c "raise SystemExit(not ($jpeg < 5 and 14 < $webp < 18))"
