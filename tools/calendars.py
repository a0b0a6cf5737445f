"""Write src/briefgen/content/labels/calendars.py from the Unicode CLDR, as Babel holds it.

    pip install babel && python tools/calendars.py > src/briefgen/content/labels/calendars.py && ruff format src

The data fall under the licence beside that file (LICENSE.unicode); Babel is not needed by briefgen itself.
"""

import re
import sys

import babel
from babel import Locale
from babel.dates import get_month_names

LANGUAGES = (
    "am ar az be bg bn bs ca cs cy da de de_AT el es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn "
    "ko lo lt lv mk ml mr ms mt my nb ne nl nn pa pl pt ro ru si sk sl so sq sr sr_Latn sv sw ta te th tr uk ur vi yo zh "
    "zh_Hant"
).split()
FIELDS = {"y": "{year}", "d": "{day}", "MMMM": "{month}", "LLLL": "{month}", "MMM": "{month}", "M": "{number}", "G": ""}
# what is wrong in CLDR, or for a calendar of another era than ours: the day, the month, the conjunction, with the reason
OWN = {
    "cy": ("", "", " a "),  # CLDR has `a(c)`: `a` before numbers that begin with a consonant, as all but a few do
    "he": ("", "", " ו-"),  # the conjunction before a number, as ICU has it; briefgen's lists are of numbers
    "hy": ("", "{year} թ. {month}", ""),  # CLDR has U+2024 for a full stop here, and a full stop in whole dates
    "km": ("", "", " និង "),  # CLDR has a zero width space behind it, for words; before numbers there is a space
    "lv": ("", "{year}. gada {month}", ""),  # CLDR 49 has a full stop behind `gada`
    # the years of documents are those of the Buddhist era, which CLDR too prefers for Thailand: of format_date
    "th": ("{day} {month} {year}", "{month} {year}", " และ "),
    "yo": ("", "", " àti "),  # CLDR 49 has no space behind it
    # as decree 30/2020/ND-CP has dates of official documents
    "vi": ("ngày {day} {month} năm {year}", "{month} năm {year}", ""),
}
# CLDR 49 has the months of the lunar calendar there
MONTHS = {"si": "ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්"}
PIECE = re.compile(r"'([^']*)'|([A-Za-z]+)|([^A-Za-z']+)")


def template(pattern: str) -> str:
    """A pattern of CLDR (UTS 35, part 4) as a format string."""
    found = ""
    for quoted, field, other in PIECE.findall(pattern):
        found += FIELDS[field] if field else quoted or other
    return " ".join(found.split())


def main() -> None:
    """Print the module."""
    out = [
        '"""Months, dates and lists of languages: data of the Unicode CLDR, under LICENSE.unicode beside this file.',
        "",
        f"Written by tools/calendars.py from Babel {babel.__version__}; corrections belong there.",
        '"""',
        "",
        "from typing import NamedTuple",
        "",
        "",
        "class Calendar(NamedTuple):",
        '    """The months within a date and alone, with | between them; formats of dates; what stands in a list."""',
        "",
        "    months: str",
        "    standing: str",
        "    day: str",
        "    month: str",
        "    comma: str",
        "    conjunction: str",
        "",
        "",
        "CALENDARS = {",
    ]
    for name in LANGUAGES:
        locale = Locale.parse(name)
        months, standing = (
            "|".join(get_month_names("wide", context, locale)[number] for number in range(1, 13))
            for context in ("format", "stand-alone")
        )
        months, standing = (MONTHS.get(name, found) for found in (months, standing))
        day, month, conjunction = OWN.get(name, ("", "", ""))
        pattern = locale.datetime_skeletons["yMMMM"].pattern
        day, month = day or template(locale.date_formats["long"].pattern), month or template(pattern)
        lists = locale.list_patterns["standard"]
        comma, last = (lists[key].replace("{0}", "").replace("{1}", "").replace("\u200f", "") for key in ("middle", "2"))
        alone = standing if "LLLL" in pattern and standing != months else ""
        values = ", ".join(json(value) for value in (months, alone, day, month, comma, conjunction or last))
        out.append(f'    "{name.replace("_", "-")}": Calendar({values}),')
    out += ["}", ""]
    sys.stdout.write("\n".join(out).replace("\u200b", "\\u200b"))


def json(value: str) -> str:
    """A Python literal in double quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
