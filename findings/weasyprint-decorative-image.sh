#!/usr/bin/env bash
# WeasyPrint, asked for PDF/UA, makes a figure without a description of an image that HTML calls decorative, and complains of
# it.
#
# One would guess: <img alt=""> is an artifact, as for every screen reader (HTML: an empty `alt` means decoration), and as
# Chromium has it when it prints to PDF; at the least role="presentation" or aria-hidden make it one.
# What happens: each of the three is a Figure without /Alt, which PDF/UA forbids (ISO 14289-1, 7.3); the log says “has no
# required alt description”, and the PDF is written. An ornament has to be a background in CSS instead.
#
# Seen with WeasyPrint 70.0 and Chromium 156.0.8078.108 (Debian 12), figures without /Alt of three:
#   weasyprint: 3
#   chromium: 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 weasyprint==70.0 pillow==13.0.0
cd "$folder"
venv/bin/python -c 'from PIL import Image; Image.new("RGB", (40, 40), "navy").save("dot.png")'
cat > page.html <<'HTML'
<!doctype html><html lang="en"><head><title>Ornaments</title></head><body><p>One <img src="dot.png" alt=""></p>
<p>Two <img src="dot.png" alt="" role="presentation"></p><p>Three <img src="dot.png" alt="" aria-hidden="true"></p></body></html>
HTML
venv/bin/weasyprint --pdf-variant pdf/ua-1 page.html weasyprint.pdf 2> log
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" --print-to-pdf=chromium.pdf page.html > log 2>&1
venv/bin/python - <<'PYTHON' || { echo "decorative images are tagged otherwise now"; exit 1; }
import pikepdf


def bare(name):
    with pikepdf.open(name) as pdf:
        elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        return sum("/Alt" not in each for each in elements)


found = {program: bare(f"{program}.pdf") for program in ("weasyprint", "chromium")}
for program, count in found.items():
    print(f"{program}: {count}")
raise SystemExit(found != {"weasyprint": 3, "chromium": 0})
PYTHON
