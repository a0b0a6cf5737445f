#!/usr/bin/env bash
# Pillow turns full channels of a lossy JPEG 2000 of 16 bits to zero: orange comes out green, white can come out black.
#
# One would guess: a decoder that narrows 16 bits to 8 clamps what a lossy wavelet brings out above the greatest value.
# What happens: samples are rounded while they are narrowed, and 255.5 and more of 255 becomes 256, which is stored as 0. OpenJPEG's
# other users (ImageMagick, here) show the colour that was put in. Gray of 16 bits (mode I;16) is not narrowed and comes out right.
#
# Seen with Pillow 13.0.0, ImageMagick 6.9.11-60 (Debian 12), which has to be installed:
#   ImageMagick: (255, 165, 0)
#   Pillow: (0, 166, 0)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pillow==13.0.0
cd "$folder"
convert -size 24x16 gradient:orange-navy -depth 16 -quality 95 deep.jp2
convert deep.jp2 -depth 8 deep.ppm
venv/bin/python - <<'PYTHON'
import sys

from PIL import Image

with Image.open("deep.ppm") as image:
    other = image.getpixel((3, 0))
with Image.open("deep.jp2") as image:
    own = image.getpixel((3, 0))
print(f"ImageMagick: {other}\nPillow: {own}")
sys.exit(not (other[0] > 250 and own[0] < 5))
PYTHON
