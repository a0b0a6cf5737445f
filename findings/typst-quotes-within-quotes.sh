#!/usr/bin/env bash
# Typst sets a quotation within a quotation in Hungarian, Polish, Romanian and Norwegian between two equal signs: ’two’.
#
# One would guess: its quotes go by the language inside as well as outside, for the outer ones are right in some thirty
# languages, and CLDR has both: »two« in Hungarian, «two» in Polish and Romanian, ‘two’ in Norwegian.
# What happens: the inner ones are an apostrophe on either side, which is right in Swedish and Finnish alone, and looks like a
# slip. Catalan has English quotes throughout. WeasyPrint, for <q> in <q>, has them right.
#
# Seen with typst 0.15.2, WeasyPrint 70.0:
#   hu: Typst „one ’two’ three”, WeasyPrint „one »two« three”
#   pl: Typst „one ’two’ three”, WeasyPrint „one «two» three”
#   ro: Typst „one ’two’ three”, WeasyPrint „one «two» three”
#   nb: Typst «one ’two’ three», WeasyPrint “one ‘two’ three”
#   ca: Typst “one ‘two’ three”, WeasyPrint «one “two” three»
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q typst==0.15.2 weasyprint==70.0 pypdfium2==5.15.2
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "quotes are set otherwise now"; exit 1; }
import io

import pypdfium2
import typst
from weasyprint import HTML

LANGUAGES = ("hu", "pl", "ro", "nb", "ca")


def words(data):
    return pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage().get_text_range().strip()


def by_typst(language):
    with open("page.typ", "w") as file:
        file.write(f'#set text(lang: "{language}")\n"one \'two\' three"\n')
    return words(typst.compile("page.typ"))


def by_weasyprint(language):
    return words(HTML(string=f"<html lang={language}><title>Q</title><q>one <q>two</q> three</q>").write_pdf())


found = {language: (by_typst(language), by_weasyprint(language)) for language in LANGUAGES}
for language, (one, other) in found.items():
    print(f"{language}: Typst {one}, WeasyPrint {other}")
wrong = all("’two’" in found[language][0] for language in ("hu", "pl", "ro", "nb")) and found["ca"][0][0] == "“"
right = ["»two«", "«two»", "«two»", "‘two’", "“two”"]
raise SystemExit(not (wrong and all(signs in found[language][1] for language, signs in zip(LANGUAGES, right))))
PYTHON
