"""Blocks as they are meant: captions with what they belong to, lists that were typed, marks that stand for nothing.

Comes in: blocks of any reader. Goes out: fewer blocks with the same words; of the signs of typed lists only bullets and
numbers go, which the list sets itself. Refuses to know what a brief has.
"""

import re
from collections.abc import Iterable, Sequence
from unicodedata import category

import msgspec

from briefgen.importing.document import (
    BREAK,
    Block,
    Box,
    Document,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    Text,
    is_blank,
    plain,
    texts,
)
from briefgen.importing.marks import cleaned
from briefgen.importing.phrases import CAPTIONS, CREDITS, SOURCES, TABLE_CAPTIONS

_TYPED = re.compile(r"\s*(?:([-•●▪◦‣·*–—])|([0-9]{1,2})[.)])[\s\u00a0]+(?=\S)")
_CAPTION = re.compile(rf"({'|'.join(CAPTIONS)})\.? ?[0-9]+(?:[.:\-–—\u00a0 ]|$)", re.IGNORECASE)
_SOURCE = re.compile(rf"(?:{'|'.join(SOURCES)})\s?:", re.IGNORECASE)
_CREDIT = re.compile(rf"(?:{'|'.join(CREDITS)})\s?:", re.IGNORECASE)
BULLETS = frozenset("•●▪◦‣·")  # signs that stand for nothing but an item, also alone
LONGEST_CAPTION = 60  # words; a paragraph that begins with “Figure 1 shows” is mostly longer, or says more


def structured(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, and those within them, as they are meant."""
    whole = [_within(block) for block in blocks]
    said = [block for block in whole if not (isinstance(block, Paragraph | Heading) and is_blank(block.text))]
    return _credited(_captioned(_listed(said)))


def printable(text: Text) -> Text:
    """A text without what no outline may hold: controls, and characters for private use, which only one font knows."""
    if all(run.text.isprintable() or run.text == BREAK for run in text):
        return text
    runs = (run if run.text == BREAK else msgspec.structs.replace(run, text=cleaned(run.text)) for run in text)
    return tuple(run for run in runs if run.text or run.note)


def private_characters(document: Document) -> int:
    """How many characters for private use a document shows: signs of one font, whose meaning nobody else knows."""
    every = [*texts(document.blocks), *document.notes.values()]
    return sum(category(char) == "Co" for text in every for run in text if not run.text.isprintable() for char in run.text)


def _within(block: Block) -> Block:
    """A block with its texts made printable, and the blocks within it as they are meant."""
    if isinstance(block, Paragraph | Heading):
        block = msgspec.structs.replace(block, text=printable(block.text))
    elif isinstance(block, Picture):
        said = {key: printable(getattr(block, key)) for key in ("caption", "source", "credit")}
        return msgspec.structs.replace(block, **said)
    elif isinstance(block, Table):
        rows = tuple(tuple(map(printable, row)) for row in block.rows)
        return msgspec.structs.replace(block, rows=rows, caption=printable(block.caption), source=printable(block.source))
    if isinstance(block, Quote | Box):
        return msgspec.structs.replace(block, blocks=tuple(structured(block.blocks)))
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style in {"title", "subtitle"}):
        return msgspec.structs.replace(block, text=plainer(block.text))
    if isinstance(block, Listing):
        return msgspec.structs.replace(block, items=tuple(tuple(structured(item)) for item in block.items))
    return block


def plainer(text: Text) -> Text:
    """The text of a heading: not bold when all of it is, and without a colon at its end."""
    if all(run.bold or not run.text.strip() for run in text):
        text = tuple(msgspec.structs.replace(run, bold=False) for run in text)
    while text and not text[-1].text.strip() and not text[-1].note:
        text = text[:-1]
    last = text[-1] if text else Run()
    if last.text.rstrip(" ").endswith(":"):
        text = (*text[:-1], msgspec.structs.replace(last, text=last.text.rstrip(" :")))
    return text


def _listed(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that begin with typed bullets, or two or more with the same dash or counting numbers, are a list."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        signs: list[tuple[str, str]] = []
        while end < len(blocks) and (sign := _sign(blocks[end])) and _goes_on(signs, sign):
            signs.append(sign)
            end += 1
        if len(signs) > 1 or (signs and signs[0][0] in BULLETS):
            items = tuple((_unsigned(block),) for block in blocks[at:end])
            found.append(Listing(items, bool(signs[0][1]), int(signs[0][1] or 1)))
            at = end
        else:
            found.append(blocks[at])
            at += 1
    return found


def _sign(block: Block) -> tuple[str, str] | None:
    """The bullet, or the number, with which a paragraph begins."""
    if not isinstance(block, Paragraph) or block.style or not block.text:
        return None
    found = _TYPED.match("".join(run.text for run in block.text))
    return (found[1] or "", found[2] or "") if found else None


def _goes_on(signs: list[tuple[str, str]], sign: tuple[str, str]) -> bool:
    if not signs:
        return True
    bullet, number = signs[-1]
    return sign[0] == bullet and (not number or sign[1] == str(int(number) + 1))


def _unsigned(block: Block) -> Block:
    """The paragraph without the sign that it begins with."""
    assert isinstance(block, Paragraph)  # noqa: S101  only such have a sign
    found = _TYPED.match("".join(run.text for run in block.text))
    return Paragraph(without_first(block.text, found.end() if found else 0))


def without_first(text: Text, count: int) -> Text:
    """The text without so many of its first characters."""
    runs: list[Run] = []
    for run in text:
        runs.append(msgspec.structs.replace(run, text=run.text[count:]) if count else run)
        count = max(0, count - len(run.text))
    return tuple(run for run in runs if run.text or run.note)


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    """Captions with their tables and pictures: a table's stands above it, a picture's below, or the other way round."""
    found = list(blocks)
    for number, block in enumerate(found):
        if not isinstance(block, Paragraph) or not _is_caption(block):
            continue
        word = _CAPTION.match(plain(block.text))
        after_first = word is None or word[1].lower() in TABLE_CAPTIONS
        order = (number + 1, number - 1) if after_first else (number - 1, number + 1)
        kinds = (Table,) if word and after_first else (Picture,) if word and block.style != "caption" else (Table, Picture)
        for near in order:
            other = found[near] if 0 <= near < len(found) else None
            if not isinstance(other, kinds) or not isinstance(other, Table | Picture):
                continue
            if not other.caption or plain(other.caption) == plain(block.text):  # a table's may be told to readers besides
                found[near] = msgspec.structs.replace(other, caption=block.text)
                found[number] = Paragraph(())
                break
    return [block for block in found if not (isinstance(block, Paragraph) and not block.text)]


def _credited(blocks: Sequence[Block]) -> list[Block]:
    """A line below a picture or table that begins with “Source:” or “Photo:” says whose it is."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        words = plain(block.text) if isinstance(block, Paragraph) and not block.style else ""
        if not isinstance(block, Paragraph) or not words:
            found.append(block)
        elif isinstance(last, Picture | Table) and not last.source and _SOURCE.match(words):
            found[-1] = msgspec.structs.replace(last, source=block.text)
        elif isinstance(last, Picture) and not last.credit and _CREDIT.match(words):
            found[-1] = msgspec.structs.replace(last, credit=block.text)
        else:
            found.append(block)
    return found


def is_caption(words: str) -> bool:
    """Whether a text is the caption of something: “Figure 1: …”."""
    return bool(_CAPTION.match(words)) and len(words.split()) <= LONGEST_CAPTION


def _is_caption(block: Paragraph) -> bool:
    return block.style == "caption" or (not block.style and is_caption(plain(block.text)))


def lines_of(text: Text) -> list[Text]:
    """The lines of a text."""
    lines: list[list[Run]] = [[]]
    for run in text:
        if run.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return [tuple(line) for line in lines if line]
