#!/usr/bin/env bash
# Ghostscript, told to convert a file to gray, makes black text of four inks a dark gray, and leaves spot inks as they are.
#
# One would guess: after ColorConversionStrategy=Gray a file needs one ink, and what was black alone (0 0 0 1 k) is black (0 g).
# What happens: black goes through Ghostscript's profile of inks, in which it alone is not the darkest, and comes out as 0.125
# g: text that is screened in print. A spot keeps its space, with a gray alternate: a press still gets a plate for it. Black
# that was given as gray stays black.
#
# Seen with Ghostscript 10.00.0 (Debian 12):
#   0 0 0 1 k: 0.125 g
#   0 g: 0 g
#   spot: a Separation, Spot
#   plates of the gray file: Black Spot
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pillow==13.0.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "gray is made otherwise now"; exit 1; }
import re
import subprocess
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image


def ghostscript(*arguments):
    subprocess.run(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *arguments], check=True)


def gray(content, resources):
    """The content stream that pdfwrite makes of a page, and the names of the spaces that it uses."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        page.Resources = resources(pdf)
        page.Contents = pdf.make_stream(content)
        pdf.save("colour.pdf")
    gs = ("-sColorConversionStrategy=Gray", "-sProcessColorModel=DeviceGray")
    ghostscript("-sDEVICE=pdfwrite", *gs, "-o", "gray.pdf", "colour.pdf")
    with pikepdf.open("gray.pdf") as pdf:
        page = pdf.pages[0]
        spaces = [f"{str(each[0])[1:]}, {str(each[1])[1:]}" for each in page.Resources.get("/ColorSpace", Dictionary()).as_dict().values()]
        return page.Contents.read_bytes().decode("latin-1"), spaces


def plain(_):
    return Dictionary()


def spot(pdf):
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    return Dictionary(ColorSpace=Dictionary(S=Array([Name.Separation, Name.Spot, Name.DeviceCMYK, tint])))


def level(stream):
    """The gray that is filled with; pdfwrite leaves it out where it is black, as a page begins."""
    return [*re.findall(r"[\d.]+ g\b", stream), "0 g"][0]


black = level(gray(b"0 0 0 1 k 20 20 60 60 re f", plain)[0])
given = level(gray(b"0 g 20 20 60 60 re f", plain)[0])
_, spaces = gray(b"/S cs 1 scn 20 20 30 60 re f 0 g 50 20 30 60 re f", spot)
ghostscript("-sDEVICE=tiffsep", "-r72", "-o", "plate.tif", "gray.pdf")
files = {re.search(r"\((.*)\)", each.name)[1]: each for each in Path().glob("plate(*).tif")}
plates = sorted(ink for ink, file in files.items() if Image.open(file).convert("L").getextrema()[0] < 255)
print(f"0 0 0 1 k: {black}", f"0 g: {given}", f"spot: a {spaces[0]}", f"plates of the gray file: {' '.join(plates)}", sep="\n")
raise SystemExit((black, given, spaces, plates) != ("0.125 g", "0 g", ["Separation, Spot"], ["Black", "Spot"]))
PYTHON
