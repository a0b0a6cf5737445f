#!/usr/bin/env bash
# Babel, asked for a language's own numbering system, takes its signs and leaves the digits Latin.
#
# One would guess: format_decimal(1234.5, locale="fa", numbering_system="default") writes ۱٬۲۳۴٫۵, all of it Persian.
# What happens: the decimal sign and the one between groups are Persian, the digits are not, so that the number is in two
# systems at once, which nobody writes. Whoever wants the digits has to map them after Babel, and only then the signs fit.
# Where a numbering system has Latin signs (Bengali, Devanagari) the argument changes nothing at all.
#
# Seen with Babel 2.19.0:
#   fa 1٬234٫5
#   ar_EG 1٬234٫5
#   bn 1,234.5
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "the digits are those of the numbering system now"; exit 1; }
from babel import Locale
from babel.numbers import format_decimal

wanted = {"fa": "1\u066c234\u066b5", "ar_EG": "1\u066c234\u066b5", "bn": "1,234.5"}
found = {name: format_decimal(1234.5, locale=name, numbering_system="default") for name in wanted}
for name, text in found.items():
    print(name, text)
assert Locale.parse("fa").default_numbering_system == "arabext"
raise SystemExit(found != wanted)
PYTHON
