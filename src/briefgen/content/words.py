"""The words that briefgen itself puts on a page, in the languages that it has them in.

Comes: a language tag. Goes: its `Words`. The tables are in `labels`, a file for each language that a speaker can correct,
loaded when a brief is in that language; English stands here. A label that a table lacks is English, and is named in
`missing`. Knows no brief.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from keyword import iskeyword

import msgspec

from briefgen.content.languages import lookup
from briefgen.content.numbers import in_digits

Pair = tuple[str, str]


class Words(msgspec.Struct, frozen=True):
    """Labels of one language. `{}` stands for what is filled in; pairs are for one and for several."""

    summary: str = ""
    findings: str = ""
    finding: str = ""
    recommendations: str = ""
    recommendation: str = ""
    for_: str = ""
    by: str = ""
    priority: str = ""
    addresses: Pair = ("", "")
    answered: Pair = ("", "")
    confidence: dict[str, str] = {}
    derived: str = ""
    all_derived: Pair = ("", "")  # for one recommendation, for several
    notes: str = ""
    references: str = ""
    about: str = ""
    authors: str = ""
    contact: str = ""
    citation: str = ""
    acknowledgements: str = ""
    disclaimer: str = ""
    imprint: str = ""
    number: str = ""
    page: str = ""
    figure: str = ""
    table: str = ""
    box: str = ""
    section: str = ""
    comma: str = ", "
    conjunction: str = " and "
    months: tuple[str, ...] = ()  # within a date
    standing: tuple[str, ...] = ()  # alone with a year, where that differs
    day_format: str = ""
    month_format: str = ""
    first_day: str = "1"
    digits: str = ""  # the ten that briefgen writes numbers with, where they are not 0 to 9
    years: int = 0  # how many more the years of its era are
    label_end: str = ". "  # between the label of a figure and its caption
    nouns_capital: bool = False  # also within sentences
    checked: bool = False  # whether a speaker has read the labels
    language: str = ""  # of what joins a list, when it is not in the brief's own language
    missing: tuple[str, ...] = ()  # labels that are in English because the language's table lacks them

    def numerals(self, text: str) -> str:
        """A text of briefgen's own in the language's digits."""
        return in_digits(text, self.digits) if self.digits else text

    def lacking(self, text: str) -> str:
        """Which missing label a text is made of; "" when it is in the language."""
        if not self.missing:
            return ""
        plain = text.replace("\u00a0", " ")
        return next((name for name in self.missing if any(map(plain.startswith, beginnings(getattr(self, name))))), "")

    def tongue(self, text: str) -> str:
        """The language of one of these texts where it is not the brief's own."""
        return self.language if text == self.conjunction else "en" if self.lacking(text) else ""


def beginnings(label: str | Pair | dict[str, str]) -> list[str]:
    """What the texts made of a label begin with."""
    texts = [label] if isinstance(label, str) else label.values() if isinstance(label, dict) else label
    return [begin for text in texts if (begin := text.partition("{}")[0])]


ENGLISH = Words(
    summary="At a glance",
    findings="Findings",
    finding="Finding {}",
    recommendations="Recommendations",
    recommendation="Recommendation {}",
    for_="For",
    by="By when",
    priority="Priority",
    addresses=("Addresses finding ", "Addresses findings "),
    answered=("Answered by recommendation ", "Answered by recommendations "),
    confidence={"high": "Confidence: high", "medium": "Confidence: medium", "low": "Confidence: low"},
    derived="Derived from the argument of the source",
    all_derived=(
        "This recommendation is derived from the argument of the source.",
        "These recommendations are derived from the argument of the source.",
    ),
    notes="Notes",
    references="Sources",
    about="About",
    authors="Authors",
    contact="Contact",
    citation="Suggested citation",
    acknowledgements="Acknowledgements",
    disclaimer="Disclaimer",
    imprint="Imprint",
    number="No. {}",
    page="Page",
    figure="Figure {}",
    table="Table {}",
    box="Box {}",
    section="Section {}",
    months=tuple("January February March April May June July August September October November December".split()),
    day_format="{day} {month} {year}",
    month_format="{month} {year}",
    checked=True,
)
AMERICAN = msgspec.structs.replace(ENGLISH, acknowledgements="Acknowledgments", day_format="{month} {day}, {year}")
LABELS = Words.__struct_fields__[: Words.__struct_fields__.index("comma")]

# the languages that have a table: `labels/pt_br.py` is that of pt-BR, `labels/is_.py` that of `is`, a word of Python
TABLES = frozenset(
    "am ar be bg bn ca cs da de el es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka km kn ko lo lt lv ml my nb "
    "ne nl nn pa pl pt pt-BR ro ru si sk sl sr sr-Latn sv sw ta te th tr uk ur vi zh zh-Hant".split()
)
# what the years of documents count from, where that is not the common era: Thailand, that of the Buddha
YEARS = {"th": 543}


def words_of(language: str) -> Words:
    """The words for a language tag: its own, or else English ones, marked as English, with what is known of its dates."""
    if language.split("-", 1)[0] == "en":
        return AMERICAN if language == "en-US" else ENGLISH
    tag = next((tag for tag in lookup(language) if tag in TABLES), "")
    if not tag:
        return _dated(msgspec.structs.replace(ENGLISH, language="en", missing=LABELS), language)
    return _dated(_whole(table(tag)), language)


def table(tag: str) -> Words:
    """The labels of a language of TABLES as its file has them: what it lacks is empty, and it has no months."""
    name = tag.lower().replace("-", "_")
    found = import_module(f"briefgen.content.labels.{name}_" if iskeyword(name) else f"briefgen.content.labels.{name}").WORDS
    assert isinstance(found, Words)  # noqa: S101  a file of ours
    return found


def all_tables() -> Iterator[Words]:
    """The labels of all languages."""
    yield from (ENGLISH, AMERICAN)
    yield from map(table, sorted(TABLES))


def _whole(words: Words) -> Words:
    """The words with English ones for what is missing."""
    missing = tuple(label for label in LABELS if not any(getattr(words, label) or ("",)))
    return msgspec.structs.replace(words, missing=missing, **{label: getattr(ENGLISH, label) for label in missing})


def _dated(words: Words, language: str) -> Words:
    """The words with the months, the dates and the lists of a language."""
    from briefgen.content.digits import usual_digits  # late: English needs none of it
    from briefgen.content.labels.calendars import CALENDARS

    found = next((CALENDARS[tag] for tag in lookup(language) if tag in CALENDARS), None)
    if found is None:
        return msgspec.structs.replace(words, months=(), digits=usual_digits(language))
    lists = {} if words.language else {"comma": found.comma, "conjunction": found.conjunction}
    return msgspec.structs.replace(
        words,
        months=tuple(found.months.split("|")),
        standing=tuple(found.standing.split("|")) if found.standing else (),
        day_format=found.day,
        month_format=found.month,
        digits=usual_digits(language),
        years=YEARS.get(language.split("-", 1)[0], 0),
        **lists,
    )


def format_date(words: Words, date: str) -> str:
    """An ISO date, as exact as it is written, in words. In a language whose months are unknown it stays as written."""
    parts = date.split("-")
    if not words.months or not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return date
    year = str(int(parts[0]) + words.years)
    if len(parts) == 1:
        return words.numerals(year)
    month = int(parts[1])
    if not 1 <= month <= 12:
        return date
    names = words.standing if words.standing and len(parts) == 2 else words.months
    given = {"number": str(month), "month": names[month - 1], "year": year}
    if len(parts) == 2:
        return words.numerals(words.month_format.format(**given))
    day = words.first_day if int(parts[2]) == 1 else str(int(parts[2]))
    return words.numerals(words.day_format.format(day=day, **given))


def joiners(words: Words, count: int) -> Sequence[str]:
    """What stands before each of `count` members of a list: `1, 2 and 3`."""
    return ["", *[words.comma] * (count - 2), words.conjunction][:count] if count > 1 else [""]
