#!/usr/bin/env bash
# pandoc's citeproc sets a label before the names where a style leaves <name/> out, and Vancouver's chapters come out garbled.
#
# One would guess: <names variable="editor"><label prefix=", "/></names> is “Doe J, editor”: without a <name>, names have their
# usual form, and a label stands behind them unless it is written before <name> (CSL 1.0.2, “Label in cs:names”).
# citeproc-js, Zotero's, does so.
# What happens: “, editorDoe J”. With an empty <name/> before the label it comes out right. 26 of the 2,851 styles of the CSL
# project write no <name/>, nlm-citation-sequence (the former vancouver) among them.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17):
#   without <name/>: , editorDoe J
#   with <name/>: Doe J, editor
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
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" initialize-with="" name-as-sort-order="all"
  sort-separator=" ">
  <info><title>A</title><id>http://example.org/a</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><names variable="editor">NAME<label prefix=", "/></names></layout></bibliography>
</style>"""
Path("a.json").write_text(json.dumps([{"id": "a", "type": "book", "title": "T", "editor": [{"family": "Doe", "given": "Jane"}]}]))
seen = []
for what, name in (("without", ""), ("with", "<name/>")):
    Path("a.csl").write_text(STYLE.replace("NAME", name))
    command = [PANDOC, "--citeproc", "--csl=a.csl", "--bibliography=a.json", "-f", "markdown", "-t", "plain"]
    done = subprocess.run(command, input="---\nnocite: '@a'\n---\n", capture_output=True, text=True, check=True)
    seen.append(done.stdout.strip())
    print(f"{what} <name/>: {seen[-1]}")
sys.exit(seen != [", editorDoe J", "Doe J, editor"])
PYTHON
"$folder/venv/bin/python" see.py
