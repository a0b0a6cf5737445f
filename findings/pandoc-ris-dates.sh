#!/usr/bin/env bash
# pandoc's reader of RIS drops the date of a record that is more exact than a year, and always that of access.
#
# One would guess: `PY  - 2020/03/05/` is the form that the RIS specification gives (YYYY/MM/DD/other), and what reference
# managers write; at the least its year is read.
# What happens: with a month behind it the date is empty, the entry has none, and styles print “n.d.”; `Y2`, the date of
# access, is not read at all. Nothing is said.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17):
#   2020: issued [[2020]], accessed None
#   2020/03/05/: issued [], accessed None
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
seen = []
for date in ("2020", "2020/03/05/"):
    record = f"TY  - RPRT\nTI  - Water\nPY  - {date}\nY2  - 2021/02/03/\nER  - \n"
    done = subprocess.run([PANDOC, "-f", "ris", "-t", "csljson"], input=record, capture_output=True, text=True, check=True)
    (read,) = json.loads(done.stdout)
    seen.append((read.get("issued", {}).get("date-parts"), read.get("accessed")))
    print(f"{date}: issued {seen[-1][0]}, accessed {seen[-1][1]}")
sys.exit(seen != [([[2020]], None), ([], None)])
PYTHON
"$folder/venv/bin/python" see.py
