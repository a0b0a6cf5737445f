#!/usr/bin/env bash
# num2words says “seventeen” for minus three in Vietnamese, and “zero point fifty” for a half in Vietnamese, Turkish and Arabic.
#
# One would guess: a language that is listed as supported has negative numbers and decimals, or raises NotImplementedError, as some do.
# What happens: Vietnamese looks a negative number up in its list of words from the end, so that each number from -1 to -19 is
# another, positive one. Three languages count decimals in hundredths, whatever was written: 0.5 is “0 point 50”. Czech and Polish
# raise a ValueError for -3; Slovene names the year 1999 with the German “hundert”.
#
# Seen with num2words 0.5.14:
#   vi -3: mười bảy (17: mười bảy)
#   vi -1: mười chín (19: mười chín)
#   vi 0.5: không phẩy năm mươi
#   tr 0.5: sıfırvirgülelli
#   ar 0.5: , خمسون
#   de 0.5: null Komma fünf
#   sl 1999: devetnajst hundert devetindevetdeset
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q num2words==0.5.14
cd "$folder"
PYTHONIOENCODING=utf-8 venv/bin/python - <<'PYTHON' || { echo "num2words counts otherwise now"; exit 1; }
from num2words import num2words

found = [num2words(-3, lang="vi"), num2words(17, lang="vi"), num2words(-1, lang="vi"), num2words(19, lang="vi")]
print(f"vi -3: {found[0]} (17: {found[1]})")
print(f"vi -1: {found[2]} (19: {found[3]})")
halves = {language: num2words(0.5, lang=language) for language in ("vi", "tr", "ar", "de")}
for language, words in halves.items():
    print(f"{language} 0.5: {words}")
year = num2words(1999, lang="sl", to="year")
print(f"sl 1999: {year}")
fifty = {language: num2words(50, lang=language) for language in halves}
said = [fifty[language] in words for language, words in halves.items()]
raise SystemExit(found[0] != found[1] or found[2] != found[3] or said != [True, True, True, False] or "hundert" not in year)
PYTHON
