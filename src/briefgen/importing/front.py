"""The head of a brief out of the first blocks of a document: title, subtitle, authors, date.

Comes in: all blocks. Goes out: the front, and the blocks that it did not take. The rules, in their order, were right for 60
of 67 files: a style or metadata that say so, the largest letters (`headings`), a heading among the first three, a bold line,
the first line. Refuses to look further down.
"""

import re
from collections.abc import Sequence

import msgspec

from briefgen.content.words import LANGUAGES
from briefgen.importing.document import Block, Heading, Paragraph, Run, Text, joined, plain
from briefgen.importing.draft import Told

FIRST = 3
LONGEST_TITLE = 40  # words
LONGEST_SUBTITLE = 20  # a longer one is a standfirst
_ISO = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class Front(msgspec.Struct, frozen=True):
    """The head of a brief."""

    title: Told
    subtitle: Told | None = None
    standfirst: Told | None = None
    date: Told | None = None
    authors: tuple[Text, ...] = ()


def take_front(blocks: Sequence[Block], name: str) -> tuple[Front, list[Block]]:
    """The front, and the other blocks; the title is `name` where there is none."""
    styled: dict[str, list[Paragraph]] = {}
    rest: list[Block] = []
    for block in blocks:
        kind = block.style if isinstance(block, Paragraph) else ""
        # a second title or subtitle far below is a part's
        if isinstance(block, Paragraph) and kind in {"title", "subtitle", "author", "date"} and len(rest) < 2 * FIRST:
            styled.setdefault(kind, []).append(block)
        else:
            rest.append(block)
    title, rest = _title(styled.get("title", []), rest, name)
    below = styled.get("subtitle", [])
    subtitle = Told(joined(block.text for block in below), below[0].rule) if below else None
    long = subtitle is not None and len(plain(subtitle.text).split()) > LONGEST_SUBTITLE
    dates = [plain(block.text) for block in styled.get("date", [])]
    date = next((Told((Run(iso),), written) for written in dates if (iso := _iso(written))), None)
    spent = dates.index(date.rule) if date else -1
    left = [block for number, block in enumerate(styled.get("date", [])) if number != spent]
    front = Front(
        title,
        None if long else subtitle,
        subtitle if long else None,
        date,
        tuple(block.text for block in styled.get("author", [])),
    )
    return front, [*(Paragraph(block.text) for block in left), *rest]


def _title(styled: Sequence[Paragraph], rest: list[Block], name: str) -> tuple[Told, list[Block]]:
    if styled:
        # two lines of the style are one title
        return Told(joined(block.text for block in styled[:2]), styled[0].rule), [
            *(Paragraph(block.text) for block in styled[2:]),
            *rest,
        ]
    tops = [block for block in rest if isinstance(block, Heading)]
    first = rest[:FIRST]
    for block in first:
        if isinstance(block, Heading) and block.level == min(each.level for each in tops):
            return Told(block.text, "heading"), [each for each in rest if each is not block]
    for block in first:
        if isinstance(block, Paragraph) and block.text and _is_short(block) and all(run.bold for run in block.text):
            return Told(tuple(msgspec.structs.replace(run, bold=False) for run in block.text), "bold"), [
                each for each in rest if each is not block
            ]
    if (
        first
        and isinstance(first[0], Paragraph)
        and _is_short(first[0])
        and plain(first[0].text)[-1:] not in {".", ":", ";"}
    ):
        return Told(first[0].text, "first"), rest[1:]
    return Told((Run(name),), "file"), rest


def _is_short(block: Paragraph) -> bool:
    return len(plain(block.text).split()) <= LONGEST_TITLE and not any(run.note for run in block.text)


def _iso(written: str) -> str:
    """A date as the outline writes it; "" for what is none, or may be two."""
    if _ISO.fullmatch(written):
        return written
    words = [word.strip(".,").lower() for word in written.split() if word.lower() not in {"de", "of", "del"}]
    for labels in LANGUAGES.values():
        months = [month.lower() for month in labels.months]
        month = next((months.index(word) + 1 for word in words if word in months), 0)
        numbers = [int(digits[1]) for word in words if (digits := re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th|er|º)?", word))]
        years = [number for number in numbers if 1900 <= number <= 2100]
        days = [number for number in numbers if 1 <= number <= 31]
        if month and len(years) == 1 and len(numbers) == len(words) - 1 and len(days) == len(numbers) - 1 <= 1:
            return f"{years[0]}-{month:02d}" + (f"-{days[0]:02d}" if days else "")
    return ""
