#!/usr/bin/env bash
# pandoc loses words of a .bib file without a warning: behind a percent sign, a whole title with one dollar, a month in braces.
#
# One would guess: BibTeX knows no comments within an entry and keeps “50% of all wells”; what pandoc cannot read as LaTeX it
# shows as it stands, or warns of; `month = {Sept.}` is a month, or at least a text.
# What happens: a title ends at the percent sign; a title with a single dollar sign is gone altogether, as if the entry had
# none; a month that is not an abbreviation of three letters is gone. The exit code is 0, and nothing is said.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17):
#   percent: title 'A rise of 50', issued [[2020]]
#   dollar: title None, issued [[2020]]
#   month: title 'T', issued [[2020]]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc-binary==1.17
cd "$folder"
cat > see.py <<'PYTHON'
import json
import subprocess
import sys
from pathlib import Path

import pypandoc

PANDOC = str(Path(pypandoc.__file__).parent / "files" / "pandoc")
ENTRIES = {
    "percent": "@book{a, title = {A rise of 50% in a year}, year = 2020}",
    "dollar": "@book{a, title = {One $ a day}, year = 2020}",
    "month": "@book{a, title = {T}, year = 2020, month = {Sept.}}",
}
seen = []
for name, entry in ENTRIES.items():
    done = subprocess.run([PANDOC, "-f", "biblatex", "-t", "csljson"], input=entry, capture_output=True, text=True, check=True)
    (read,) = json.loads(done.stdout)
    seen.append((read.get("title"), read["issued"]["date-parts"], done.stderr))
    print(f"{name}: title {seen[-1][0]!r}, issued {seen[-1][1]}{done.stderr}")
sys.exit(seen != [("A rise of 50", [[2020]], ""), (None, [[2020]], ""), ("T", [[2020]], "")])
PYTHON
"$folder/venv/bin/python" see.py
