#!/usr/bin/env bash
# A second typst.compile() in one process takes about as long as the first; a typst.Compiler that is kept takes a fraction.
#
# One would guess: Typst remembers what it has worked out (comemo), so that compiling again in the same process, with nothing
# changed, is quick by either road.
# What happens: typst.compile() looks for fonts and opens them anew at each call, which takes most of its time where there are
# fonts to be looked through. Who measures Typst's rebuilds by it measures the search for fonts.
#
# Seen with typst 0.15.2, the fonts of the system and those of two packages, on a busy machine (medians of 15, in milliseconds):
#   typst.compile again: 654.4
#   Compiler.compile again: 5.6
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q typst==0.15.2 font-source-serif-pro==0.0.1 font-source-sans-pro==0.0.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON' || { echo "both roads take as long now"; exit 1; }
import statistics
import time
from importlib.util import find_spec
from pathlib import Path

import typst

packages = ("font_source_serif_pro", "font_source_sans_pro")
fonts = [str(Path(find_spec(package).submodule_search_locations[0], "files")) for package in packages]
words = "\n\n".join("The council counts every litre that leaks from pipes older than their makers. " * 6 for _ in range(12))
Path("words.typ").write_text(f'#set text(font: "Source Serif Pro")\n{words}', encoding="utf-8")


def median(make):
    times = []
    for _ in range(16):
        start = time.perf_counter()
        make()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[1:])


compiler = typst.Compiler("words.typ", font_paths=fonts)
anew = median(lambda: typst.compile("words.typ", font_paths=fonts))
again = median(compiler.compile)
print(f"typst.compile again: {anew:.1f}")
print(f"Compiler.compile again: {again:.1f}")
raise SystemExit(anew < 4 * again)
PYTHON
