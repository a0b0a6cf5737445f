#!/usr/bin/env bash
# In CLDR, as Babel holds it, a month and a year in Latvian have a full stop in the middle that whole dates do not have.
#
# One would guess: `yMMMM` of Latvian is its long date without the day: 2026. gada novembris.
# What happens: 2026. gada. novembris, with a stop behind `gada`, which is a word (of the year) and no abbreviation.
#
# Seen with Babel 2.19.0 (CLDR 49):
#   2026. gada 28. novembris
#   2026. gada. novembris
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON' || { echo "the stop is gone"; exit 1; }
import datetime

from babel.dates import format_date, format_skeleton

day = datetime.date(2026, 11, 28)
found = [format_date(day, "long", locale="lv"), format_skeleton("yMMMM", day, locale="lv")]
print(*found, sep="\n")
raise SystemExit(found != ["2026. gada 28. novembris", "2026. gada. novembris"])
PYTHON
