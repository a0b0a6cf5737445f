#!/usr/bin/env bash
# Pandoc reads of a web page that has a <main> nothing but that, in silence, and also when it is asked for text.
#
# One would guess: `pandoc -f html` gives all that a page says; what stands round the main part is there too, as it is when the
# same part is a <div>, an <article> or a <section>.
# What happens: with one <main> anywhere in the body, headings before it and paragraphs behind it are gone, without a warning.
#
# Seen with pypandoc-binary 1.17 (pandoc 3.9):
#   <div>: title | text | note
#   <article>: title | text | note
#   <main>: text
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc-binary==1.17
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

import pypandoc


def read(tag):
    page = f"<h1>title</h1><{tag}><p>text</p></{tag}><p>note</p>"
    return " | ".join(pypandoc.convert_text(page, "plain", format="html").split())


seen = {tag: read(tag) for tag in ("div", "article", "main")}
for tag, words in seen.items():
    print(f"<{tag}>: {words}")
sys.exit(seen != {"div": "title | text | note", "article": "title | text | note", "main": "text"})
PYTHON
