#!/usr/bin/env bash
# MuPDF paints what is in the colorant None, and of four readers only Poppler leaves out a DeviceN space of nothing but None.
#
# One would guess: Separation /None never makes a mark (ISO 32000-1, 8.6.6.4), and DeviceN whose names are all None neither
# (8.6.6.5): its tint transform is never called. Layout programs use it to keep a shape and to print nothing.
# What happens: MuPDF paints both by their tint transforms; PDFium and Ghostscript leave out the Separation and paint the DeviceN,
# though Ghostscript's own tiffsep, which writes a plate for each ink, has nothing of it on any plate.
#
# Seen with pypdfium2 5.15.2, PyMuPDF 2.0, Ghostscript 10.00.0, pdftoppm 22.12.0 (both Debian 12):
#   pdfium: Separation blank, DeviceN painted
#   mupdf: Separation painted, DeviceN painted
#   ghostscript: Separation blank, DeviceN painted
#   poppler: Separation blank, DeviceN blank
#   tiffsep, cyan and magenta plates: Separation blank, DeviceN blank
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "the colorant None is taken otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image

with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(100, 100))
    red = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    blue = pdf.make_stream(b"{ 0 0 }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1, 0, 1, 0, 1, 0, 1])
    none = Name("/None")
    page.Resources = Dictionary(
        ColorSpace=Dictionary(
            One=Array([Name.Separation, none, Name.DeviceCMYK, red]),
            Two=Array([Name.DeviceN, Array([none, none]), Name.DeviceCMYK, blue]),
        )
    )
    page.Contents = pdf.make_stream(b"/One cs 1 scn 0 0 50 100 re f /Two cs 1 1 scn 50 0 50 100 re f")
    pdf.save("none.pdf")

SPOTS = ((25, 50), (75, 50))


def seen(image):
    return ["blank" if image.convert("RGB").getpixel(spot) == (255, 255, 255) else "painted" for spot in SPOTS]


def ghostscript(device, target):
    subprocess.run(
        ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-sDEVICE={device}", "-r72", "-o", target, "none.pdf"], check=True
    )


ghostscript("png16m", "page.png")
ghostscript("tiffsep", "plates.tif")
subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "none.pdf", "poppler"], check=True)
plates = [seen(Image.open(f"plates({ink}).tif").convert("L")) for ink in ("Cyan", "Magenta")]
found = {
    "pdfium": seen(pypdfium2.PdfDocument("none.pdf")[0].render().to_pil()),
    "mupdf": seen(pymupdf.open("none.pdf")[0].get_pixmap().pil_image()),
    "ghostscript": seen(Image.open("page.png")),
    "poppler": seen(Image.open("poppler.png")),
    "tiffsep, cyan and magenta plates": ["painted" if "painted" in pair else "blank" for pair in zip(*plates)],
}
for reader, (one, two) in found.items():
    print(f"{reader}: Separation {one}, DeviceN {two}")
raise SystemExit(
    list(found.values()) != [["blank", "painted"], ["painted", "painted"], ["blank", "painted"], ["blank"] * 2, ["blank"] * 2]
)
PYTHON
