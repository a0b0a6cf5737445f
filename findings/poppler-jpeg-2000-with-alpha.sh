#!/usr/bin/env bash
# Poppler shows a JPEG 2000 picture with transparency of its own in false colours: red comes out as green and turquoise.
#
# One would guess: /SMaskInData 1 (ISO 32000-1, 7.4.9) says that the picture's fourth channel is its mask: what is transparent shows
# the page behind it, what is not has its colour. A reader that knows no such masks would show the colours without the mask.
# What happens: Poppler takes three samples for each pixel where there are four, so that a pixel has its neighbours' channels: what is
# red comes out as stripes of all colours, green and turquoise from afar, on both of its ways to draw. Without /SMaskInData it shows
# the same picture in red, and PDFium, MuPDF and Ghostscript have the mask right. What works everywhere: an /SMask that is a
# picture of its own.
#
# Seen with poppler 22.12.0, Ghostscript 10.00.0 (both Debian 12), pypdfium2 5.15.2, PyMuPDF 2.0, of a page that is blue:
#   pdfium: left blue, right red
#   mupdf: left blue, right red
#   ghostscript: left blue, right red
#   pdftoppm: left (15, 239, 0), right (94, 255, 160); without /SMaskInData red, red
#   pdftocairo: left (63, 191, 0), right (63, 255, 191); without /SMaskInData red, red
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "transparent JPEG 2000 is read otherwise now"; exit 1; }
import io
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Dictionary, Name
from PIL import Image

picture = Image.new("RGBA", (40, 40), (255, 0, 0, 255))
picture.paste((255, 0, 0, 0), (0, 0, 20, 40))
buffer = io.BytesIO()
picture.save(buffer, "JPEG2000")


def make(name, **mask):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        image = pdf.make_stream(
            buffer.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, Filter=Name.JPXDecode, **mask
        )
        page.Resources = Dictionary(XObject=Dictionary(I=image))
        page.Contents = pdf.make_stream(b"0 0 1 rg 0 0 100 100 re f 80 0 0 80 10 10 cm /I Do")
        pdf.save(name, min_version="1.5")


def printed(*command):
    return Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))


def colours(image):
    names = {(255, 0, 0): "red", (0, 0, 255): "blue"}
    found = [image.convert("RGB").getpixel(spot) for spot in ((20, 50), (70, 50))]
    return [names.get(colour, str(colour)) for colour in found]


READERS = {
    "pdfium": lambda name: pypdfium2.PdfDocument(name)[0].render().to_pil(),
    "mupdf": lambda name: pymupdf.open(name)[0].get_pixmap().pil_image(),
    "ghostscript": lambda name: printed("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r72", "-o", "-", name),
    "pdftoppm": lambda name: printed("pdftoppm", "-r", "72", "-png", "-singlefile", name),
    "pdftocairo": lambda name: printed("pdftocairo", "-r", "72", "-png", "-singlefile", name, "-"),
}
make("mask.pdf", SMaskInData=1)
make("plain.pdf")
right = {}
for reader, draw in READERS.items():
    left, middle = colours(draw("mask.pdf"))
    right[reader] = [left, middle] == ["blue", "red"]
    plain = colours(draw("plain.pdf")) if reader.startswith("pdfto") else []
    print(f"{reader}: left {left}, right {middle}" + (f"; without /SMaskInData {', '.join(plain)}" if plain else ""))
    if plain not in ([], ["red", "red"]):
        raise SystemExit(1)
raise SystemExit(list(right.values()) != [True, True, True, False, False])
PYTHON
