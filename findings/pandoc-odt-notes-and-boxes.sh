#!/usr/bin/env bash
# Pandoc's reader of .odt gives of a note its paragraphs alone, and nothing of a text box, in silence.
#
# One would guess: what pandoc wrote into an .odt it reads back, as it does with .docx; and the words of a text box come through,
# as text at least.
# What happens: of a note with a paragraph and a list the list is gone; the words in a draw:text-box are gone. No warning.
#
# Seen with pypandoc-binary 1.17 (pandoc 3.9):
#   docx: text note item
#   odt: text note
#   odt, text box: text
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc-binary==1.17
cd "$folder"
venv/bin/python - <<'PYTHON'
import re
import sys
import zipfile

import pypandoc


def read(kind, name):
    return " ".join(word for word in ("text", "note", "item", "boxed") if word in pypandoc.convert_file(name, "plain", format=kind))


seen = {}
for kind in ("docx", "odt"):
    pypandoc.convert_text("text[^1]\n\n[^1]: note\n\n    - item", kind, format="markdown", outputfile=f"note.{kind}")
    seen[kind] = read(kind, f"note.{kind}")
pypandoc.convert_text("text", "odt", format="markdown", outputfile="plain.odt")
box = '<draw:frame text:anchor-type="char" svg:width="5cm"><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>'
with zipfile.ZipFile("plain.odt") as old, zipfile.ZipFile("box.odt", "w") as new:
    for part in old.namelist():
        body = old.read(part).decode("utf-8", "surrogateescape")
        new.writestr(part, re.sub("text</text:p>", f"text{box}</text:p>", body).encode("utf-8", "surrogateescape"))
seen["odt, text box"] = read("odt", "box.odt")
for name, words in seen.items():
    print(f"{name}: {words}")
sys.exit(seen != {"docx": "text note item", "odt": "text note", "odt, text box": "text"})
PYTHON
