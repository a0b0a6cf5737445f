"""The pipeline of `briefgen cite`: a brief as a source that others can take into their libraries.

Comes in: the name of an outline. Goes out: the brief as BibTeX and as CSL-JSON, and problems. Refuses to know layout.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import msgspec

from briefgen.content.languages import read_tag
from briefgen.content.record import record_of
from briefgen.outline.read import read
from briefgen.problem import Problem, Problems

FIELDS = {
    "title": "title", "publisher": "institution", "collection-title": "series", "collection-number": "number", "DOI": "doi",
    "ISBN": "isbn",
}  # fmt: skip
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SPECIAL = re.compile(r"[&%$#_{}~^\\]")
ESCAPES = {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"}


class Cited(msgspec.Struct, frozen=True):
    """A brief as BibTeX and as CSL-JSON, "" when it cannot be told; and the problems of its outline."""

    problems: tuple[Problem, ...]
    bibtex: str = ""
    csl: str = ""


def cite(outline: str | Path) -> Cited:
    """The brief of an outline as a source."""
    problems = Problems()
    found = read(Path(outline), problems)
    if found is None or problems.fatal:
        return Cited(tuple(problems.sorted()))
    written = found.root.text("language")
    record = record_of(found.root, read_tag(written.text).text if written else "en")
    key = key_of(record)
    text = json.dumps([{"id": key, **record}], ensure_ascii=False, indent=2)
    return Cited(tuple(problems.sorted()), bibtex(key, record), text)


def key_of(record: dict[str, Any]) -> str:
    """`cooper2026`: the first author's family name, or the first word of the title, and the year."""
    first = (record.get("author") or [{}])[0]
    name = str(first.get("family") or first.get("literal") or record.get("title", "brief"))
    plain = unicodedata.normalize("NFKD", name.split()[-1] if first.get("family") else name.split()[0])
    year = record["issued"]["date-parts"][0][0] if "issued" in record else ""
    return f"{''.join(char for char in plain if char.isalnum()).lower() or 'brief'}{year}"


def bibtex(key: str, record: dict[str, Any]) -> str:
    """A record as an entry of BibTeX; its letters stay as they are, signs of TeX get their backslash."""
    lines = [f"@techreport{{{key},"]
    names = [
        f"{{{_escaped(name['literal'])}}}" if "literal" in name else f"{_escaped(name['family'])}, {_escaped(name['given'])}"
        for name in record.get("author", [])
    ]
    values = {"author": " and ".join(names)}
    values |= {field: _escaped(str(record.get(name, ""))) for name, field in FIELDS.items()}
    values["doi"] = str(record.get("DOI", ""))  # read as it stands
    values["title"] = f"{{{values['title']}}}"  # its capitals stay
    date = record.get("issued", {}).get("date-parts", [[]])[0]
    values["year"] = str(date[0]) if date else ""
    lines += [f"  {name} = {{{value}}}," for name, value in values.items() if value]
    lines += [f"  month = {MONTHS[date[1] - 1]},"] if len(date) > 1 else []
    return "\n".join([*lines, "}"])


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda found: ESCAPES.get(found[0], f"\\{found[0]}"), text)
