#!/usr/bin/env bash
# markdown-it-py drops the words of lists and quotations that are nested more deeply than its limit, in silence.
#
# One would guess: with the preset `commonmark`, which passes the examples of CommonMark, a text has all its words in the HTML;
# a limit against deep nesting would raise an error, or leave the rest as a paragraph.
# What happens: `maxNesting` is 20, a list counts twice (itself and its item), and what is deeper is left out: of ten bullets in
# each other the tenth has lost its words. There is no error, no warning and no sign in the tokens but an empty item.
#
# Seen with markdown-it-py 4.0.0, Python 3.11:
#   9 bullets: <li>words, 10 bullets: nothing
#   19 quotations: <p>words, 20 quotations: nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q markdown-it-py==4.0.0
cd "$folder"
venv/bin/python - <<'PYTHON'
import re
import sys

from markdown_it import MarkdownIt

parser = MarkdownIt("commonmark")


def seen(sign, depth):
    html = parser.render(sign * depth + "words\n")
    found = re.search(r"<\w+>words", html)
    return found[0] if found else "nothing"


bullets, quotations = [seen("- ", 9), seen("- ", 10)], [seen("> ", 19), seen("> ", 20)]
print(f"9 bullets: {bullets[0]}, 10 bullets: {bullets[1]}")
print(f"19 quotations: {quotations[0]}, 20 quotations: {quotations[1]}")
sys.exit(bullets != ["<li>words", "nothing"] or quotations != ["<p>words", "nothing"])
PYTHON
