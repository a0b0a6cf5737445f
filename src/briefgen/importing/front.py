"""The head of a brief out of the first blocks of a document: title, subtitle, authors, date.

Comes in: all blocks. Goes out: the front, and the blocks that it did not take. The rules, in their order, were right for 60
of 67 files: a style or metadata that say so, the largest letters (`headings`), a heading among the first three, a bold line,
the first line. Refuses to look further down.
"""

import re
from collections.abc import Sequence

import msgspec

from briefgen.content.words import words_of
from briefgen.importing.byline import Byline, Issue, take_byline, take_issue
from briefgen.importing.document import Block, Heading, Paragraph, Run, Text, joined, plain
from briefgen.importing.draft import Told
from briefgen.importing.phrases import MEMO_ABOUT, MEMO_DATE, MEMO_FROM
from briefgen.importing.roles import role
from briefgen.importing.structure import is_caption

STYLES = ("title", "subtitle", "author", "date", "abstract")
LONGEST_STANDFIRST = 120  # words of an abstract; a longer one is text
FIRST = 3
MEMO = 10  # blocks at the head of a memo
LONGEST_TITLE = 40  # words
ENDS = ".:;,"  # of sentences, and of what leads to something
LONGEST_SUBTITLE = 20  # a longer one is a standfirst
DATED = ("en", "es", "fr", "de", "it", "pt")  # whose months are read: in others the same name may be another month
_ISO = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class Front(msgspec.Struct, frozen=True):
    """The head of a brief."""

    title: Told
    subtitle: Told | None = None
    standfirst: Told | None = None
    date: Told | None = None
    authors: tuple[Text, ...] = ()
    byline: Byline | None = None
    issue: Issue | None = None


def take_front(blocks: Sequence[Block], name: str) -> tuple[Front, list[Block]]:
    """The front, and the other blocks; the title is `name` where there is none."""
    styled, rest = _styled(blocks)
    title, rest = _title(styled["title"], rest, name)
    below = joined(block.text for block in styled["subtitle"])
    subtitle = Told(below, styled["subtitle"][0].rule) if below else None
    long = len(plain(below).split()) > LONGEST_SUBTITLE
    date, left = _date(styled["date"])
    if date is None:
        date, rest = _bare_date(rest)
    standfirst = subtitle if long else None
    abstract = joined(block.text for block in styled["abstract"])
    if abstract and standfirst is None and len(plain(abstract).split()) <= LONGEST_STANDFIRST:
        standfirst = Told(abstract, "abstract")
    else:
        left += [Paragraph(block.text) for block in styled["abstract"]]
    authors = tuple(block.text for block in styled["author"])
    byline, rest = take_byline(rest) if not authors else (None, rest)
    issue, rest = take_issue(rest)
    return Front(title, None if long else subtitle, standfirst, date, authors, byline, issue), [*left, *rest]


def _styled(blocks: Sequence[Block]) -> tuple[dict[str, list[Paragraph]], list[Block]]:
    """The paragraphs that a reader knows for parts of the front, and all others; further down they are a part's."""
    styled: dict[str, list[Paragraph]] = {kind: [] for kind in STYLES}
    rest: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.style in STYLES and len(rest) < 2 * FIRST:
            styled[block.style].append(block)
        else:
            rest.append(block)
    return styled, rest


def _date(dates: Sequence[Paragraph]) -> tuple[Told | None, list[Block]]:
    """The first date that can be written as the outline writes dates, and the others as paragraphs."""
    for number, block in enumerate(dates):
        iso = _iso(plain(block.text))
        if iso:
            others = [*dates[:number], *dates[number + 1 :]]
            return Told((Run(iso),), plain(block.text)), [Paragraph(other.text) for other in others]
    return None, [Paragraph(block.text) for block in dates]


def _bare_date(rest: list[Block]) -> tuple[Told | None, list[Block]]:
    """A paragraph before the first heading that is nothing but a date with its month, and the blocks without it."""
    for number, block in enumerate(rest[: 2 * FIRST]):
        if isinstance(block, Heading):
            break
        words = re.sub(MEMO_DATE, "", plain(block.text), flags=re.IGNORECASE) if isinstance(block, Paragraph) else ""
        if "-" in (iso := _iso(words)):
            assert isinstance(block, Paragraph)  # noqa: S101  only such have words
            return Told((Run(iso),), plain(block.text)), [*rest[:number], *rest[number + 1 :]]
    return None, rest


def _title(styled: Sequence[Paragraph], rest: list[Block], name: str) -> tuple[Told, list[Block]]:
    """The title by the first rule that tells one, and the blocks without it."""
    about = _subject(rest)
    if about is not None and all(block.rule != "style" for block in styled):
        others = [each for each in rest if each is not about]
        return Told(_behind_colon(about.text), "subject"), [*(Paragraph(block.text) for block in styled), *others]
    if styled:
        # two lines of the style are one title
        return Told(joined(block.text for block in styled[:2]), styled[0].rule), [
            *(Paragraph(block.text) for block in styled[2:]),
            *rest,
        ]
    tops = [block for block in rest if isinstance(block, Heading)]
    first = rest[:FIRST]
    for block in first:
        top = isinstance(block, Heading) and block.level == min(each.level for each in tops)
        if isinstance(block, Heading) and top and not role(plain(block.text)):  # “Findings” is the title of no brief
            return Told(block.text, "heading"), [each for each in rest if each is not block]
    lines = [block for block in first if isinstance(block, Paragraph) and _is_title(block)]
    bold = next((block for block in lines if all(run.bold for run in block.text)), None)
    if bold:
        text = tuple(msgspec.structs.replace(run, bold=False) for run in bold.text)
        return Told(text, "bold"), [each for each in rest if each is not bold]
    if lines and lines[0] is rest[0] and plain(lines[0].text)[-1] not in ENDS:
        return Told(lines[0].text, "first"), rest[1:]
    return Told((Run(name),), "file"), rest


def _subject(blocks: Sequence[Block]) -> Paragraph | None:
    """The line of a memo that says what it is about; a memo says too from whom it is, or to whom."""
    first = [block for block in blocks[:MEMO] if isinstance(block, Paragraph)]
    memo = any(re.match(MEMO_FROM, plain(block.text), re.IGNORECASE) for block in first)
    about = (block for block in first if re.match(MEMO_ABOUT, plain(block.text), re.IGNORECASE))
    return next(about, None) if memo else None


def _behind_colon(text: Text) -> Text:
    """A text without its first words up to a colon."""
    found: list[Run] = []
    for run in text:
        if found:
            found.append(run)
        elif ":" in run.text:
            found.append(msgspec.structs.replace(run, text=run.text.partition(":")[2], bold=False))
    return tuple(found)


def _is_title(block: Paragraph) -> bool:
    """Whether a paragraph may be one: short, without notes, and no caption."""
    words = plain(block.text)
    noted = any(run.note for run in block.text)
    return bool(words) and len(words.split()) <= LONGEST_TITLE and not noted and not block.style and not is_caption(words)


def _iso(written: str) -> str:
    """A date as the outline writes it; "" for what is none, or may be two."""
    if _ISO.fullmatch(written):
        return written
    words = [word.strip(".,").lower() for word in written.split() if word.lower() not in {"de", "of", "del"}]
    for language in DATED:
        months = [month.lower() for month in words_of(language).months]
        month = next((months.index(word) + 1 for word in words if word in months), 0)
        numbers = [int(digits[1]) for word in words if (digits := re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th|er|º)?", word))]
        years = [number for number in numbers if 1900 <= number <= 2100]
        days = [number for number in numbers if 1 <= number <= 31]
        if month and len(years) == 1 and len(numbers) == len(words) - 1 and len(days) == len(numbers) - 1 <= 1:
            return f"{years[0]}-{month:02d}" + (f"-{days[0]:02d}" if days else "")
    return ""
