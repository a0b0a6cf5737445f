#!/usr/bin/env bash
# Pillow's convert() keeps the colour profile of the mode that it leaves, and writes it into TIFF and PNG files.
#
# One would guess: `image.convert("CMYK")` and `convert("L")` of a picture in sRGB are in no named space any more, and are saved
# without a profile; JPEG and WebP are, for Pillow writes a profile there only where it is given one.
# What happens: a TIFF of four inks is saved with a profile of RGB, and a gray PNG with one of RGB, which PNG forbids (ISO/IEC
# 15948, 11.3.3.3: a gray picture takes a gray profile). Whoever embeds what a file carries makes a space of three components
# for a picture of four or one. `image.info.pop("icc_profile", None)` after convert() helps, as does ImageCms instead of it.
#
# Seen with Pillow 13.0.0:
#   CMYK as TIFF: profile of RGB
#   L as PNG: profile of RGB
#   CMYK as JPEG: no profile
#   L as WEBP: no profile
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pillow==13.0.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "profiles are kept otherwise now"; exit 1; }
import io

from PIL import Image, ImageCms

profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
buffer = io.BytesIO()
Image.new("RGB", (4, 4), (200, 10, 10)).save(buffer, "PNG", icc_profile=profile)
picture = Image.open(buffer)


def saved(mode, kind):
    file = io.BytesIO()
    picture.convert(mode).save(file, kind)
    found = Image.open(file).info.get("icc_profile")
    return f"profile of {found[16:20].decode().strip()}" if found else "no profile"


pairs = [("CMYK", "TIFF"), ("L", "PNG"), ("CMYK", "JPEG"), ("L", "WEBP")]
found = [saved(*pair) for pair in pairs]
for (mode, kind), profile in zip(pairs, found):
    print(f"{mode} as {kind}: {profile}")
raise SystemExit(found != ["profile of RGB"] * 2 + ["no profile"] * 2)
PYTHON
