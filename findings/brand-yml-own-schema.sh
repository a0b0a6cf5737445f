#!/usr/bin/env bash
# The Python reader of brand.yml (PyPI: brand_yml) refuses files that the schema and the pages of the same project allow.
#
# One would guess: what brand.schema.yml allows, the project's own reader takes: font files as plain paths, the style `oblique`,
# a font without a `source` (Quarto takes Google's), and a theme colour named after one of the palette.
# What happens: the first three are validation errors; `primary: primary` is a circular reference, though names of a palette may
# be any, and the schema says that names are looked up among both. Weights of files are the other way round: a list [400, 700]
# is taken, and read as the range 400..700, which says that one file has all weights between.
#
# Seen with brand_yml 0.2.0:
#   plain paths: ValidationError
#   oblique: ValidationError
#   no source: ValidationError
#   named after the palette: CircularReferenceError
#   list of weights: 400..700
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q brand_yml==0.2.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "it reads otherwise now"; exit 1; }
from brand_yml import Brand

FONT = "typography: {fonts: [{family: F, source: file, files: [%s]}]}"
FILES = {
    "plain paths": FONT % "a.ttf, b.ttf",
    "oblique": FONT % "{path: a.ttf, style: oblique}",
    "no source": "typography: {fonts: [{family: F}]}",
    "named after the palette": 'color: {palette: {primary: "#123456"}, primary: primary}',
    "list of weights": FONT % "{path: a.ttf, weight: [400, 700]}",
}
seen = {}
for name, text in FILES.items():
    try:
        read = Brand.from_yaml_str(text).model_dump()
        seen[name] = read["typography"]["fonts"][0]["files"][0]["weight"]
    except Exception as error:
        seen[name] = type(error).__name__
    print(f"{name}: {seen[name]}")
wanted = ["ValidationError"] * 3 + ["CircularReferenceError", "400..700"]
raise SystemExit(list(seen.values()) != wanted)
PYTHON
