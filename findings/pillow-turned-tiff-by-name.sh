#!/usr/bin/env bash
# Pillow shows a turned gray TIFF wrongly when it is opened by its name, and rightly when it is opened as a file.
#
# One would guess: `Image.open(path)` and `Image.open(open(path, "rb"))` give the same pixels.
# What happens: with orientation 5 to 8 (the picture lies on its side) the size is exchanged when the file is opened. Given a name,
# pixels of an uncompressed file of one strip in mode L, P or I;16 are mapped into memory with that exchanged size, so that rows are
# cut at the wrong places, and then turned. Given a file object, or compressed, or in RGB, they are read with the size in the file.
#
# Seen with Pillow 13.0.0, Python 3.11:
#   by name: size (24, 16), the white corner at (19, 0, 24, 14)
#   as a file: size (16, 24), the white corner at (12, 0, 16, 6)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

from PIL import Image

image = Image.new("L", (24, 16), 0)
image.paste(255, (0, 0, 6, 4))
exif = Image.Exif()
exif[0x0112] = 6
image.save("turned.tif", exif=exif)


def seen(image):
    image.load()
    return f"size {image.size}, the white corner at {image.getbbox()}"


with Image.open("turned.tif") as one, open("turned.tif", "rb") as file, Image.open(file) as other:
    by_name, as_file = seen(one), seen(other)
print(f"by name: {by_name}\nas a file: {as_file}")
sys.exit(as_file != "size (16, 24), the white corner at (12, 0, 16, 6)" or by_name == as_file)
PYTHON
