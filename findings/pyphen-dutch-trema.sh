#!/usr/bin/env bash
# pyphen divides Dutch words before a vowel with a trema and leaves the trema there.
#
# One would guess: what it inserts hyphens in can be printed. Dutch drops the trema where a hyphen parts the two vowels that it
# keeps apart (Woordenlijst der Nederlandse Taal, 2.4): zee-en, ru-ineren. pyphen can change letters at a division, and does
# so in Hungarian (hosszú: hosz-szú) and Catalan.
# What happens: zee-ën, ru-ïneren; its Dutch patterns have no such changes. Those divisions have to be left out, or mended.
#
# Seen with pyphen 0.18.1:
#   zee-ën ru-ï-ne-ren
#   hosz-szú
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pyphen==0.18.1
"$folder/venv/bin/python" - <<'PYTHON' || { echo "the trema goes now"; exit 1; }
import pyphen

dutch, hungarian = pyphen.Pyphen(lang="nl_NL"), pyphen.Pyphen(lang="hu_HU")
found = [dutch.inserted("zeeën"), dutch.inserted("ruïneren"), hungarian.inserted("hosszú")]
print(*found[:2])
print(found[2])
raise SystemExit(found != ["zee-ën", "ru-ï-ne-ren", "hosz-szú"])
PYTHON
