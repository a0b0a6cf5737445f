#!/usr/bin/env bash
# fontpkg.path("Merriweather", weight=700) is the path of a face that is light.
#
# One would guess: the file at the path shows the weight that was asked for; a weight that the family lacks raises an error.
# What happens: of a variable family every weight has one and the same path, and the file opens at its own default, which
# is 300 for Merriweather (100 for Montserrat, 200 for Source Sans 3): a program that is given the path, and nothing else, draws
# bold as light. The weight has to be set again on the axis, and every other axis too (its optical size opens at 18).
#
# Seen with fontpkg 0.2.2, fontpkg-merriweather 2.100, Pillow 13.0:
#   one path for 400 and 700: True
#   it opens as Merriweather Light, weight 300
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q fontpkg==0.2.2 fontpkg-merriweather==2.100 pillow==13.0.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "the path is that of the weight now"; exit 1; }
import fontpkg
from PIL import ImageFont

same = fontpkg.path("Merriweather", weight=400) == fontpkg.path("Merriweather", weight=700)
face = ImageFont.truetype(str(fontpkg.path("Merriweather", weight=700)), 40)
weight = face.get_variation_axes()[0]["default"]
print("one path for 400 and 700:", same)
print("it opens as", *face.getname(), end=f", weight {weight}\n")
raise SystemExit(not (same and face.getname() == ("Merriweather", "Light") and weight == 300))
PYTHON
