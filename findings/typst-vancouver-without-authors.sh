#!/usr/bin/env bash
# Typst's own styles “vancouver” and “nlm-citation-sequence” print sources without their authors: “1. Wells. Water. 2019.”
#
# One would guess: a style that Typst ships under its name, and the usual one of medicine and public health, begins with the names,
# as “elsevier-vancouver”, “bmj” and “american-medical-association”, shipped beside it, do.
# What happens: authors are gone, persons and institutions alike; a chapter in a book has its author, and lacks its editor. The
# style writes <names> with a <label> and no <name/> in it, which is allowed (CSL 1.0.2, “Names”), and Typst then sets the names
# in no way at all. The one warning is that “vancouver” is now called “nlm-citation-sequence”.
#
# Seen with typst 0.15.2, pypdfium2 5.15.2:
#   vancouver: 1. Wells. Water. 2019.
#   vancouver: 2. Springs. Water. 2020.
#   vancouver: 3. Doe J. Taps. In: Pipes. Press; 2021.
#   nlm-citation-sequence: 1. Wells. Water. 2019.
#   nlm-citation-sequence: 2. Springs. Water. 2020.
#   nlm-citation-sequence: 3. Doe J. Taps. In: Pipes. Press; 2021.
#   elsevier-vancouver: [1] Doe J, Roe R. Wells. Water 2019.
#   elsevier-vancouver: [2] World Bank. Springs. Water 2020.
#   elsevier-vancouver: [3] Doe J. Taps. In: Roe R, editor. Pipes, Press; 2021.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q typst==0.15.2 pypdfium2==5.15.2
cd "$folder"
cat > sources.bib <<'BIB'
@article{person, author = {Doe, Jane and Roe, Richard}, title = {Wells}, journal = {Water}, year = 2019}
@article{institution, author = {{World Bank}}, title = {Springs}, journal = {Water}, year = 2020}
@incollection{chapter, author = {Doe, Jane}, title = {Taps}, booktitle = {Pipes}, editor = {Roe, Richard}, publisher = {Press}, year = 2021}
BIB
venv/bin/python - <<'PYTHON' || { echo "authors are printed otherwise now"; exit 1; }
import pypdfium2
import typst


def entries(style):
    with open("page.typ", "w") as file:
        file.write(
            "#set page(width: 600pt)\n@person @institution @chapter\n"
            f'#bibliography("sources.bib", style: "{style}", title: "Sources")'
        )
    text = pypdfium2.PdfDocument(typst.compile("page.typ"))[0].get_textpage().get_text_range()
    return text.split("Sources", 1)[1].split("\r\n")[1:]


found = {style: entries(style) for style in ("vancouver", "nlm-citation-sequence", "elsevier-vancouver")}
for style, lines in found.items():
    print(*(f"{style}: {line}" for line in lines), sep="\n")
NAMES = ("Doe", "World Bank", "Roe")  # of the first, second and third source
kept = {style: [name for name, line in zip(NAMES, lines, strict=True) if name in line] for style, lines in found.items()}
raise SystemExit(kept != {"vancouver": [], "nlm-citation-sequence": [], "elsevier-vancouver": list(NAMES)})
PYTHON
