"""The fields of an entry of a .bib file: what pandoc would pass over in silence is put right, or told.

Comes in: fields as written. Goes out: fields that pandoc reads to the last word. The promise: signs that are LaTeX to
pandoc and text to whoever wrote them (a percent sign, a dollar before a number) come through. Refuses to read LaTeX.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.bibliography.source import BibEntry, Macros, Source, shown
from briefgen.bibliography.years import span_of_years

VERBATIM = frozenset("url doi eprint file pdf howpublished-url eid isbn issn".split())
DATES = frozenset("date origdate eventdate urldate".split())
# the types of BibTeX and biblatex (manual, 2.1), and what others write for them
TYPES = frozenset(
    "article book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection "
    "dataset manual misc online patent periodical suppperiodical proceedings mvproceedings inproceedings reference "
    "mvreference inreference report set software thesis unpublished xdata electronic mastersthesis phdthesis "
    "techreport www artwork audio bibnote commentary image jurisdiction legislation legal letter movie music "
    "performance review standard video".split()
)
MEANT = {
    "conference": "inproceedings", "treaty": "legal", "law": "legislation", "act": "legislation", "statute": "legislation",
    "case": "jurisdiction", "webpage": "online", "website": "online", "blog": "online", "url": "online", "data": "dataset",
    "workingpaper": "techreport", "whitepaper": "techreport", "chapter": "incollection", "newspaper": "article",
    "magazine": "article", "phd": "phdthesis", "dissertation": "phdthesis",
}  # fmt: skip
# what programs keep for themselves, and no style prints: some of it no reader of LaTeX gets through
UNREAD = frozenset(
    "abstract file keywords keyword annote annotation comment review timestamp owner groups __markedentry creationdate "
    "modificationdate date-added date-modified mendeley-groups mendeley-tags priority ranking readstatus rating local-url "
    "bdsk-url-1 bdsk-url-2 bdsk-file-1 contents mrclass sortkey".split()
)
POINTERS = ("crossref", "xref", "xdata")
DEEPEST = 5  # entries that take fields from each other
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# the first letters of months that are not those of English
OTHER_MONTHS = {
    "mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12, "fév": 2, "fev": 2,
    "avr": 4, "aoû": 8, "déc": 12, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "set": 9, "ott": 10, "mei": 5,
}  # fmt: skip
_DATE = r"-?[0-9X?~%u]{4,}(-[0-9Xu]{1,2}(-[0-9Xu]{1,2})?)?(T[0-9:.+Z-]+)?[~?%]?"
# an accent on an i or j without its dot: as letters of Unicode, i and j have none below an accent
_DOTLESS = re.compile(r"(\\[`'^\"~=.uvHrt]\s*\{?\s*)\\([ij])(?![A-Za-z])(?:\{\})?[ ]*")
_PARTS = re.compile(r'\{|\}|"|\\.|#|[A-Za-z][\w:.+/-]*|[0-9]+|\s+|.', re.DOTALL)


class Found(msgspec.Struct):
    """The fields of an entry made ready, what was odd about them (with a hint each), and why it cannot be cited."""

    fields: dict[str, str]
    told: list[tuple[str, str]]
    fault: str = ""
    needs: tuple[str, ...] = ()


def faults_of(key: str, entry: BibEntry, others: Mapping[str, Source], macros: Macros) -> Found:
    """What is odd about an entry. `others` are the entries of its file."""
    found = Found({}, [])
    if entry.kind not in TYPES and entry.kind not in MEANT:
        hint = "write @report for a report, @online for a page, @legislation for a law"
        found.told.append((f"the entry `{key}` is of the type @{entry.kind}, which there is not; it is set as @misc", hint))
    for name, value in entry.fields.items():
        if name in UNREAD:
            continue
        for macro in _macros(value):
            if macro not in macros.values and macro not in MONTHS:
                hint = f"write it in braces, or define it: @string{{{macro} = {{…}}}}"
                found.told.append((f"the entry `{key}` names the abbreviation `{macro}`, which nothing defines", hint))
                value = _replaced(value, macro)
        found.fields[name] = value if name in VERBATIM else _literal(_DOTLESS.sub(r"\1\2", value))
    _check_dates(key, found)
    _follow(key, entry, others, found)
    if not any(inner(value) for value in found.fields.values()):
        found.fault = "it has no fields"
        found.told.append((f"the entry `{key}` has no fields", "give it a title, an author and a year"))
    return found


def inner(value: str) -> str:
    """What a value says when it is one text in braces or quotes, or a bare word."""
    value = value.strip()
    return value[1:-1].strip() if value[:1] in ("{", '"') and value[-1:] in ("}", '"') else value


def _macros(value: str) -> Iterator[str]:
    """The names of abbreviations in a value."""
    depth, quoted = 0, False
    if value[:1] == "{" and "#" not in value:
        return
    for part in _PARTS.findall(value):
        if part == "{":
            depth += 1
        elif part == "}":
            depth -= 1
        elif part == '"' and not depth:
            quoted = not quoted
        elif not depth and not quoted and part[0].isalpha():
            yield part.lower()


def _replaced(value: str, macro: str) -> str:
    """The value with an unknown abbreviation as its own text."""
    return re.sub(rf"(?i)(?<![\w{{]){re.escape(macro)}(?![\w}}])", lambda part: f"{{{part[0]}}}", value, count=1)


def _literal(value: str) -> str:
    """A value in which signs that were not meant as LaTeX have their backslash."""
    if not re.search(r"[%&#$_^]", value):
        return value
    if value[:1] in ("{", '"') and "#" in value and not re.fullmatch(r"\{.*\}", value, re.DOTALL):
        return value  # joined of parts
    text = re.sub(r"(?<!\\)[%&]", lambda sign: f"\\{sign[0]}", value)
    text = re.sub(r"(?<!\\)#", r"\\#", text) if value[:1] == "{" else text
    money = len(re.findall(r"(?<!\\)\$", text)) % 2 or re.search(
        r"(?<!\\)\$ ?[0-9][0-9.,]*[^$]*\s[^$]*(?<!\\)\$ ?[0-9]", text
    )
    text = re.sub(r"(?<!\\)\$", r"\\$", text) if money else text
    return text if re.search(r"(?<!\\)\$", text) else re.sub(r"(?<!\\)[_^]", lambda sign: f"\\{sign[0]}{{}}", text)


def _check_dates(key: str, found: Found) -> None:
    month = found.fields.get("month", "")
    if month:
        number = _month(inner(month))
        if number:
            found.fields["month"] = f"{{{number}}}"
        elif re.search(r"[^\W\d_]|[0-9]", inner(month)):
            said = f"the entry `{key}` has the month `{shown(inner(month))}`, which is none; it is left out"
            found.told.append((said, "write jan, feb, mar … without braces, or a number"))
            del found.fields["month"]
    if span := span_of_years(inner(found.fields.get("year", ""))):
        found.fields["year"] = f"{{{span}}}"
    for name in DATES & found.fields.keys():
        written = inner(found.fields[name])
        ends = written.split("/")
        good = len(ends) < 3 and all(end in ("", "..", "open") or _is_date(end) for end in ends)
        if name == "date" and not good and (span := span_of_years(written)):
            found.fields["year"] = f"{{{span}}}"  # text to pandoc, which prints it as it stands
            del found.fields[name]
        elif written and not good:
            said = f"the entry `{key}` has the {name} `{shown(written)}`, which is no date"
            found.told.append((f"{said}; it is left out", "write 2024-03-31, 2024-03 or 2024"))
            del found.fields[name]


def _month(written: str) -> int:
    """The number of a month; 0 when it is none. A span of months, or a day with it, counts by its first."""
    word = re.search(r"[^\W\d_]{3}", written.lower())
    if word:
        return MONTHS.index(word[0]) + 1 if word[0] in MONTHS else OTHER_MONTHS.get(word[0], 0)
    number = re.search(r"[0-9]+", written)
    return int(number[0]) if number and len(number[0]) < 3 and 1 <= int(number[0]) <= 12 else 0


def _is_date(written: str) -> bool:
    if not re.fullmatch(_DATE, written.strip()):
        return False
    _, *rest = re.sub(r"T.*|[~?%]", "", written.strip()).lstrip("-").split("-")
    most = (12, 31)
    if rest and rest[0].isdigit() and 21 <= int(rest[0]) <= 41:  # a season (EDTF)
        return True
    return all(not part.isdigit() or 1 <= int(part) <= high for part, high in zip(rest, most, strict=False))


def _follow(key: str, entry: BibEntry, others: Mapping[str, Source], found: Found) -> None:
    """The entries that this one takes fields from, and from where those take theirs."""
    reached: list[str] = []
    path = [(key, entry, 0)]
    while path:
        name, now, depth = path.pop()
        for pointer in POINTERS:
            for aim in filter(None, (part.strip() for part in inner(now.fields.get(pointer, "")).split(","))):
                other = others.get(aim)
                if aim == key or depth == DEEPEST:
                    found.fault = f"its `{pointer}` leads in a circle"
                    said = f"the entry `{key}` takes fields from itself: its `{pointer}` leads in a circle by `{name}`"
                    found.told.append((said, f"remove the `{pointer}` of one of them"))
                    return
                if other is None or not isinstance(other.data, BibEntry):
                    if name == key:
                        said = f"the entry `{key}` names `{aim}` as its `{pointer}`, which is no entry of this file"
                        found.told.append((said, f"add the entry `{aim}`, or remove the `{pointer}`"))
                elif other.fault:
                    found.fault = f"the entry `{aim}`, from which it takes fields, is broken"
                elif aim not in reached:
                    reached.append(aim)
                    path.append((aim, other.data, depth + 1))
    found.needs = tuple(reached)
