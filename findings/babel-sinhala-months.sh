#!/usr/bin/env bash
# The Gregorian months of Sinhala in CLDR, as Babel holds it, are names of months of the lunar calendar.
#
# One would guess: the wide name of month 1 of the Gregorian calendar is what dates in Sri Lanka have: ජනවාරි, January.
# What happens: it is දුරුතු (Duruthu), the Buddhist month of a full moon in December or January; so are all twelve, within dates
# and alone, and the short ones too.
#
# Seen with Babel 2.19.0 (CLDR 49):
#   1948 උඳුවප් 10
#   month 1: දුරුතු දුරුතු
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "otherwise now"; exit 1; }
import datetime

from babel.dates import format_date, get_month_names

print(format_date(datetime.date(1948, 12, 10), "long", locale="si"))
found = [get_month_names("wide", context, "si")[1] for context in ("format", "stand-alone")]
print("month 1:", *found)
raise SystemExit(found != ["දුරුතු", "දුරුතු"])
PYTHON
