"""Findings and recommendations out of the blocks below their heading.

Comes in: blocks, and the language. Goes out: what each says and why, with what stands before and behind them; None when they
cannot be told apart. Who is to act and by when are taken from the sentence only where it plainly says so, and stay in it.
Refuses to rewrite a sentence.
"""

import re
from collections.abc import Sequence

import msgspec

from briefgen.content.words import words_of
from briefgen.importing.document import Block, Heading, Listing, Paragraph, Run, Text, joined, plain, texts
from briefgen.importing.draft import Advice
from briefgen.importing.phrases import BY_WHEN, FOR_WHOM, SHOULD
from briefgen.importing.structure import without_first

LONGEST_WHOM = 10  # words
REASONS_MOST = 4  # texts below a heading that is a recommendation
LONGEST_LEAD = 30  # words, of a bold beginning that is the action


class Found(msgspec.Struct, frozen=True):
    """The items, and the blocks before and behind them."""

    items: tuple[Advice, ...]
    rule: str  # how they were told, in words for the author
    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()


def as_advice(blocks: Sequence[Block], kind: str, language: str) -> Found | None:
    """The items of one kind, `findings` or `recommendations`."""
    found = _by_whom(blocks, language) if kind == "recommendations" else None
    sign = _sign_of(kind, language)
    found = found or _by_list(blocks) or _by_signs(blocks, sign) or _by_leads(blocks) or _by_headings(blocks, sign)
    if found is None or kind == "findings":
        return found
    return msgspec.structs.replace(found, items=tuple(_with_sentence(item, language) for item in found.items))


def _by_list(blocks: Sequence[Block]) -> Found | None:
    """The only list that is not below a lower heading."""
    lists = [number for number, block in enumerate(blocks) if isinstance(block, Listing)]
    headed = any(isinstance(block, Heading) for block in blocks)
    if len(lists) != 1 or headed:
        return None
    at = lists[0]
    listing = blocks[at]
    assert isinstance(listing, Listing)  # noqa: S101  was looked for
    if len(listing.items) < 2 or not all(map(_is_text, listing.items)):
        return None
    items = tuple(_item(item) for item in listing.items)
    return Found(items, "the items of its list", tuple(blocks[:at]), tuple(blocks[at + 1 :]))


def _by_whom(blocks: Sequence[Block], language: str) -> Found | None:
    """Lists below headings that say to whom they are made, such as “For the ministry”."""
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Heading)]
    items: list[Advice] = []
    if not starts:
        return None
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        heading, inside = blocks[start], blocks[start + 1 : end]
        whom = _whom(plain(heading.text), language) if isinstance(heading, Heading) else ""
        if not whom or not inside or not all(isinstance(block, Listing) for block in inside):
            return None
        every = [item for block in inside if isinstance(block, Listing) for item in block.items]
        if not all(map(_is_text, every)):
            return None
        items += [msgspec.structs.replace(_item(item), whom=whom) for item in every]
    said = "the items of lists below headings that say to whom"
    return Found(tuple(items), said, tuple(blocks[: starts[0]])) if items else None


def _by_leads(blocks: Sequence[Block]) -> Found | None:
    """Two or more paragraphs that each begin with bold words: the action, and why."""
    leads = [number for number, block in enumerate(blocks) if isinstance(block, Paragraph) and _lead(block.text)]
    if len(leads) < 2 or not all(isinstance(block, Paragraph) for block in blocks[leads[0] :]):
        return None
    items: list[Advice] = []
    for start, end in zip(leads, [*leads[1:], len(blocks)], strict=True):
        own = [block.text for block in blocks[start:end] if isinstance(block, Paragraph)]
        lead, rest = _divided(own[0])
        items.append(Advice(lead, joined([rest, *own[1:]])))
    return Found(tuple(items), "paragraphs that begin with bold words", tuple(blocks[: leads[0]]))


def _sign_of(kind: str, language: str) -> re.Pattern[str]:
    """What a recommendation may begin with: “Recommendation 1:”, which the brief's own numbers stand for, or `1.`."""
    labels = {getattr(words_of(base), kind.removesuffix("s")) for base in (language, "en")}
    named = "|".join("[0-9]{1,2}".join(map(re.escape, label.split("{}"))) for label in sorted(labels))
    return re.compile(rf"\s*(?:(?P<name>{named})\s*(?:[.:)–—-]|$)|[0-9]{{1,2}}[.)]\s)\s*", re.IGNORECASE)


def _by_signs(blocks: Sequence[Block], sign: re.Pattern[str]) -> Found | None:
    """Two or more paragraphs that begin with “Recommendation 1:” and the like, each with the texts behind it."""
    starts = [
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph) and (found := sign.match(plain(block.text))) and found["name"]
    ]
    if len(starts) < 2 or not all(map(_is_text, ([block] for block in blocks[starts[0] :]))):
        return None
    items: list[Advice] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        first = blocks[start]
        assert isinstance(first, Paragraph)  # noqa: S101  was looked for
        own = texts([Paragraph(_without_number(first.text, sign)), *blocks[start + 1 : end]])
        if not own or len(own) > REASONS_MOST + 1:
            return None
        items.append(_item([Paragraph(text) for text in own]))
    return Found(tuple(items), "the paragraphs that begin with its name and a number", tuple(blocks[: starts[0]]))


def _by_headings(blocks: Sequence[Block], sign: re.Pattern[str]) -> Found | None:
    """Two or more headings of one level, each with a few texts below it: what is said, and why."""
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Heading)]
    levels = {block.level for block in blocks if isinstance(block, Heading)}
    if len(starts) < 2 or len(levels) != 1:
        return None
    items: list[Advice] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        heading, inside = blocks[start], blocks[start + 1 : end]
        own = [text for block in inside for text in texts([block])]
        if not isinstance(heading, Heading) or not _is_text([Paragraph(heading.text), *inside]) or len(own) > REASONS_MOST:
            return None
        said = [text for text in (_without_number(heading.text, sign), *own) if text]
        items.append(Advice(said[0], joined(said[1:])))
    return Found(tuple(items), "the headings below it", tuple(blocks[: starts[0]]))


def _without_number(text: Text, sign: re.Pattern[str]) -> Text:
    """The text without the number that it begins with: recommendations and findings have their own."""
    found = sign.match("".join(run.text for run in text))
    return without_first(text, found.end() if found else 0)


def _is_text(item: Sequence[Block]) -> bool:
    """Whether an item holds nothing but words."""
    return bool(texts(item)) and all(
        isinstance(block, Paragraph) or (isinstance(block, Listing) and all(map(_is_text, block.items))) for block in item
    )


def _item(item: Sequence[Block]) -> Advice:
    first, *others = texts(item)
    lead, rest = _divided(first)
    return Advice(lead, joined([rest, *others]))


def _lead(text: Text) -> int:
    """How many runs at the beginning of a text are bold, when others follow; 0 when they are no beginning of their own."""
    count = next((number for number, run in enumerate(text) if not run.bold and run.text.strip()), len(text))
    words = len(plain(text[:count]).split())
    return count if 2 <= words <= LONGEST_LEAD and any(run.bold for run in text[:count]) else 0


def _divided(text: Text) -> tuple[Text, Text]:
    """The bold beginning without its dress, and the rest; all of the text when it has none that ends as a sentence does."""
    count = _lead(text)
    while count and not text[count - 1].bold:  # the blank behind it
        count -= 1
    lead, rest = text[:count], text[count:]
    bare = tuple(msgspec.structs.replace(run, bold=False) for run in lead)
    if not count:
        return text, ()
    if not plain(rest):
        return (*bare, *rest), ()
    if plain(rest)[0] in ":–—-" or plain(lead)[-1] in ".:!?–—-":
        return bare, _without_sign(rest)
    return text, ()


def _without_sign(text: Text) -> Text:
    """The text without a colon or dash at its beginning."""
    first, *others = text
    return (msgspec.structs.replace(first, text=re.sub(r"^\s*[:–—-]\s*", "", first.text)), *others)


def _whom(heading: str, language: str) -> str:
    """To whom a heading such as “For the ministry” or “Recommendations to donors:” turns."""
    for before in FOR_WHOM.get(language.split("-")[0], ()):
        if heading.lower().startswith(before):
            return heading[len(before) :].strip(" :")
    return ""


def _with_sentence(item: Advice, language: str) -> Advice:
    """The item with whom and by when its own sentence names."""
    base = language.split("-")[0]
    sentence = plain(Run(run.text) for run in item.text if not run.note)
    whom, when = item.whom, ""
    if base in SHOULD and not whom:
        found = re.match(rf"((?:\S+ ){{1,{LONGEST_WHOM}}}?)(?:{SHOULD[base]}) ", sentence)
        whom = found[1].strip() if found and not re.search(r"[,;:.(]", found[1]) else ""
    if base in BY_WHEN:
        months = "|".join(words_of(language).months)
        found = re.search(
            rf"\b(?:{BY_WHEN[base].replace('{month}', f'(?:{months})')})(?=[\s.,;]|$)", sentence, re.IGNORECASE
        )
        when = found[0].removeprefix("by ") if found else ""
    return msgspec.structs.replace(item, whom=whom, when=when)
