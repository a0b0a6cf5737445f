#!/usr/bin/env bash
# Typst prints the pages 12 and 25 of a .bib file as “1225”, and of reports and theses no institution.
#
# One would guess: pages = {12, 25} is “12, 25” in any style, as it is for BibTeX, biblatex and pandoc; a report names who
# published it (institution), a thesis its university (school), for every style has a place for them.
# What happens: the parts of a list of pages are printed one behind the other, so that 12–18 and 25 are “12–1825”; “institution”,
# “school” and “organization” are read and never printed, in no style. Neither is told. In Typst's own YAML pages are right, and
# an organization is lost as well. What works: `publisher` instead.
#
# Seen with typst 0.15.2, pandoc 3.9 (pypandoc_binary 1.17), pypdfium2 5.15.2:
#   pandoc: Doe, Jane. 2019. “Wells.” Water 3: 12–18, 25.
#   typst, apa: Doe, J. (2019). Wells. Water, 3, 12–1825.
#   typst, chicago-author-date: Doe, Jane. 2019. “Wells.” Water 3 : 12–1825.
#   typst, ieee: [1] J. Doe, “Wells,” Water, vol. 3, pp. 12–1825, 2019.
#   pandoc: Roe, Richard. 2020. Springs. World Bank.
#   typst, apa: Roe, R. (2020). Springs [Technical report].
#   typst, chicago-author-date: Roe, Richard. 2020. Springs. Technical report.
#   typst, ieee: [1] R. Roe, “Springs,” technical report, 2020.
#   pandoc: Poe, Ann. 2021. “Taps.” PhD thesis, Example University.
#   typst, apa: Poe, A. (2021). Taps [Doctoral dissertation].
#   typst, chicago-author-date: Poe, Ann. 2021. “Taps.” Doctoral dissertation.
#   typst, ieee: [1] A. Poe, “Taps,” Doctoral dissertation, 2021.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q typst==0.15.2 pypdfium2==5.15.2 pypandoc_binary==1.17
cd "$folder"
cat > sources.bib <<'BIB'
@article{pages, author = {Doe, Jane}, title = {Wells}, journal = {Water}, volume = 3, year = 2019, pages = {12--18, 25}}
@techreport{report, author = {Roe, Richard}, title = {Springs}, institution = {World Bank}, year = 2020}
@phdthesis{thesis, author = {Poe, Ann}, title = {Taps}, school = {Example University}, year = 2021}
BIB
venv/bin/python - <<'PYTHON' || { echo "pages and institutions are printed otherwise now"; exit 1; }
import pypandoc
import pypdfium2
import typst


def by_typst(key, style):
    with open("page.typ", "w") as file:
        file.write(f'#set page(width: 600pt)\n@{key}\n#bibliography("sources.bib", style: "{style}", title: "Sources")')
    text = pypdfium2.PdfDocument(typst.compile("page.typ"))[0].get_textpage().get_text_range()
    return " ".join(text.split("Sources", 1)[1].split())


def by_pandoc(key):
    arguments = ["--citeproc", "--bibliography=sources.bib", "--wrap=none"]
    return pypandoc.convert_text(f"@{key}", "plain", format="markdown", extra_args=arguments).strip().split("\n\n")[1]


STYLES = ("apa", "chicago-author-date", "ieee")
right = {"pages": "12–18, 25", "report": "World Bank", "thesis": "Example University"}
for key in right:
    print(f"pandoc: {by_pandoc(key)}")
    for style in STYLES:
        print(f"typst, {style}: {by_typst(key, style)}")
raise SystemExit(
    not all(words in by_pandoc(key) for key, words in right.items())
    or any(words in by_typst(key, style) for key, words in right.items() for style in STYLES)
    or not all("12–1825" in by_typst("pages", style) for style in STYLES)
)
PYTHON
