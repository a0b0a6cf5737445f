"""RIS files, as EndNote, Mendeley and catalogues export them.

Comes in: the text of a .ris file. Goes out: sources with the variables of CSL. A record without an `ID` is cited by its
first author's family name and its year, `cooper2021`, the second of the same `cooper2021a`. The promise: each line that is
not read is told. The tags are those of the RIS specification of 2011 with the usage of Zotero and EndNote.
"""

import re
from typing import Any

from briefgen.bibliography.cslfiles import KEY_SIGNS, key_of
from briefgen.bibliography.source import MOST_SOURCES, Library, Reports, Source, shown
from briefgen.bibliography.years import span_of_years
from briefgen.problem import Place

KINDS = {
    "JOUR": "article-journal", "JFULL": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "WHOLE": "book", "EDBOOK": "book", "EBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter",
    "RPRT": "report", "GOVDOC": "report", "STAND": "standard", "CONF": "book", "CPAPER": "paper-conference",
    "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset", "AGGR": "dataset",
    "BILL": "bill", "STAT": "legislation", "CASE": "legal_case", "HEAR": "hearing", "LEGAL": "legislation",
    "UNBILL": "bill", "UNPB": "manuscript", "MANSCPT": "manuscript", "INPR": "article-journal", "PAMP": "pamphlet",
    "MAP": "map", "VIDEO": "motion_picture", "SOUND": "song", "COMP": "software", "PAT": "patent",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary", "SER": "book", "SLIDE": "speech", "PCOMM": "personal_communication",
    "GEN": "document",
}  # fmt: skip
NAMES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
TEXTS = {
    "TI": "title", "T1": "title", "T2": "container-title", "JF": "container-title", "JO": "container-title",
    "BT": "container-title", "JA": "container-title-short", "J2": "container-title-short", "T3": "collection-title",
    "VL": "volume", "IS": "issue", "ET": "edition", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place",
    "DO": "DOI", "UR": "URL", "LA": "language", "M1": "number", "NV": "number-of-volumes", "ST": "title-short",
}  # fmt: skip
DATES = {"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed"}
SERIALS = frozenset(("article-journal", "article-magazine", "article-newspaper"))
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?")
EXPORT = "export the file once more, as RIS"


def read_ris(text: str, file: str, library: Library, reports: Reports) -> None:
    """Take the records of a RIS file into the library."""
    record: list[tuple[str, str]] = []
    begins = Place(file, 1, 1)
    for number, line in enumerate(text.split("\n"), 1):
        place = Place(file, number, 1)
        found = _LINE.fullmatch(line.strip("\ufeff\r \t") if line[:1] != " " else line)
        if found is None:
            if line.strip() and record:  # a value that goes on
                record[-1] = (record[-1][0], f"{record[-1][1]} {line.strip()}")
            elif line.strip():
                reports.add("bibliography/odd-entry", place, f"`{shown(line)}` belongs to no record", EXPORT)
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == "TY":
            if record:
                said = f"the record that begins in line {begins.line} has no end"
                reports.add("bibliography/odd-entry", begins, said, "write `ER  - ` behind it")
                _take(record, begins, library, reports)
            record, begins = [(tag, value)], place
        elif not record:
            reports.add(
                "bibliography/odd-entry", place, f"`{shown(line)}` belongs to no record", "begin it with `TY  - RPRT`"
            )
        elif tag == "ER":
            _take(record, begins, library, reports)
            record = []
        else:
            record.append((tag, value))
        if len(library.sources) >= MOST_SOURCES or reports.hopeless:
            return
    if record:
        said = f"the record that begins in line {begins.line} has no end"
        reports.add("bibliography/odd-entry", begins, said, "write `ER  - ` behind it")
        _take(record, begins, library, reports)


def _take(record: list[tuple[str, str]], place: Place, library: Library, reports: Reports) -> None:
    kind = KINDS.get(record[0][1].upper(), "document")
    if record[0][1].upper() not in KINDS:
        said = f"`{shown(record[0][1])}` is no type of a record; it is set as a document of no kind"
        reports.add("bibliography/odd-entry", place, said, "write `TY  - RPRT` for a report, JOUR for an article")
    data = _variables(kind, record)
    own = next((value for tag, value in record if tag == "ID"), "")
    key = KEY_SIGNS.sub("", own)
    if not key or key.isdecimal():
        key = key_of(data, library.sources, library.taken)
    library.add(Source(key, place, data), reports)


def _variables(kind: str, record: list[tuple[str, str]]) -> dict[str, Any]:
    """A record as CSL has it."""
    data: dict[str, Any] = {"type": kind}
    pages = {"SP": "", "EP": ""}
    for tag, value in record[1:]:
        if not value:
            continue
        if tag in pages:
            pages[tag] = pages[tag] or value
        elif tag in NAMES:
            data.setdefault(NAMES[tag], []).append(_name(value))
        elif tag in DATES:
            _set_date(data, DATES[tag], value)
        elif tag == "SN":
            data.setdefault("ISSN" if kind in SERIALS else "ISBN", value)
        elif tag in TEXTS:
            data.setdefault(TEXTS[tag], value)
    if pages["SP"]:
        last = pages["EP"] if pages["EP"] != pages["SP"] else ""
        data["page"] = f"{pages['SP']}-{last}" if last else pages["SP"]
    if kind in ("report", "thesis", "book") and "collection-title" not in data and "container-title" in data:
        data["collection-title"] = data.pop("container-title")
    if kind in ("report",) and "issue" in data and "number" not in data:
        data["number"] = data.pop("issue")
    return data


def _name(value: str) -> dict[str, str]:
    """`Family, Given, Suffix`; without a comma, or with one at its end, the name of an institution."""
    family, *rest = [part.strip() for part in value.split(",")]
    rest = [part for part in rest if part]
    if not rest or len(rest) > 2:
        return {"literal": value.rstrip(", ")}
    return {"family": family, "given": rest[0], **({"suffix": rest[1]} if len(rest) == 2 else {})}


def _set_date(data: dict[str, Any], name: str, value: str) -> None:
    """A date `2021/03/05/` or `2021-03-05`; the more exact one stays when there are two."""
    span = span_of_years(value)
    numbers = None if span else re.fullmatch(r"(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?:/.*)?", value)
    parts = [int(number) for number in numbers.groups() if number] if numbers else []
    known = data.get(name, {}).get("date-parts", [[]])[0]
    if parts and len(parts) > len(known):
        data[name] = {"date-parts": [parts]}
    elif not parts and not known:
        data[name] = {"literal": span or value}
