"""Which part of a brief each part of a document is.

Comes in: a document with its blocks as they are meant. Goes out: a draft. Headings tell the parts, by the table in
`phrases`; what a part cannot hold stays where it is, or is unplaced. The promise: every text of the document is in the draft
once. Refuses to rewrite anything.
"""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.importing.advice import as_advice
from briefgen.importing.document import (
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Table,
    Text,
    joined,
    plain,
    texts,
)
from briefgen.importing.draft import Draft, Place, Section, Summary, Told
from briefgen.importing.front import Front, take_front
from briefgen.importing.language import guess_language
from briefgen.importing.roles import is_rather_text, role
from briefgen.importing.structure import printable

SUMMARY_MOST = 300  # words; a box of key messages that is longer fills page 1
POINTS_MOST = 12
ADVICE = ("findings", "recommendations")
BACK = ("references", "about", "contact", "citation", "acknowledgements", "disclaimer", "imprint")


class Part(msgspec.Struct, frozen=True):
    """A heading and what stands below it, up to the next of its level or higher. `level` 0: before the first heading."""

    level: int
    heading: Text
    blocks: tuple[Block, ...]
    rule: str = ""


def recognise(document: Document, blocks: Sequence[Block], name: str) -> Draft:
    """The draft of a document; `name` stands for a title where there is none."""
    language = guess_language(document, blocks)
    front, rest = take_front(blocks, name)
    draft = _with_front(front, language)
    draft.notes = {name: printable(text) for name, text in document.notes.items()}
    found = _parts(_levelled(rest))
    kinds = _kinds(found)
    for part, kind in zip(found, kinds, strict=True):
        _PLACERS.get(kind, _place_section)(draft, part, kinds.count(kind) == 1)
    return draft


def _kinds(parts: Sequence[Part]) -> list[str]:
    """What part of a brief each part is. Of a summary in prose and key messages in a list, these go into the box.

    Where a heading names recommendations, those below “Policy options” or “Next steps” are none.
    """
    kinds = [role(plain(part.heading)) for part in parts]
    others = [is_rather_text(plain(part.heading)) for part in parts]
    if any(kind == "recommendations" and not other for kind, other in zip(kinds, others, strict=True)):
        kinds = ["" if other else kind for kind, other in zip(kinds, others, strict=True)]
    listed = [any(isinstance(block, Listing) for block in part.blocks) for part in parts]
    pairs = list(zip(kinds, listed, strict=True))
    if pairs.count(("summary", True)) == 1:
        kinds = ["" if pair == ("summary", False) else pair[0] for pair in pairs]
    return kinds


def _with_front(front: Front, language: Told) -> Draft:
    draft = Draft(front.title, language, date=front.date, authors=list(front.authors), standfirst=front.standfirst)
    draft.subtitle, draft.byline, draft.issue = front.subtitle, front.byline, front.issue
    return draft


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """The headings counted from 1, without gaps between the levels that occur."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    return [
        msgspec.structs.replace(block, level=levels.index(block.level) + 1) if isinstance(block, Heading) else block
        for block in blocks
    ]


def _parts(blocks: Sequence[Block]) -> list[Part]:
    """The document cut before each heading of the first level, and round each lower one that tells a part of a brief."""
    found: list[Part] = []
    own: list[Block] = []
    head = Heading(0, ())
    ends = 0  # the level whose heading ends the part that a lower heading began
    for block in blocks:
        starts = isinstance(block, Heading) and (block.level == 1 or block.level <= ends or _begins_lower(block))
        if starts and isinstance(block, Heading) and not (ends and block.level > ends):
            found.append(Part(head.level, head.text, tuple(own), head.rule))
            ends = block.level if block.level > 1 and role(plain(block.text)) else 0
            head, own = (block, []) if block.level == 1 or ends else (Heading(0, ()), [block])
        else:
            own.append(block)
    found.append(Part(head.level, head.text, tuple(own), head.rule))
    return [part for part in found if part.blocks or plain(part.heading)]


def _begins_lower(heading: Heading) -> bool:
    return heading.level == 2 and role(plain(heading.text)) not in {"", "contents"}


def _place_section(draft: Draft, part: Part, once: bool, *, remark: str = "") -> None:
    """A part as a section; what belongs to the section before, behind a part that was taken out of it, goes on there."""
    del once
    if part.level == 0 and draft.sections:
        last = draft.sections[-1]
        draft.sections[-1] = msgspec.structs.replace(last, blocks=(*last.blocks, *part.blocks))
    elif part.level > 1 and draft.sections:
        last = draft.sections[-1]
        heading = Heading(part.level, part.heading, part.rule)
        draft.sections[-1] = msgspec.structs.replace(last, blocks=(*last.blocks, heading, *part.blocks))
    else:
        draft.sections.append(Section(part.heading, part.blocks, "; ".join(filter(None, (part.rule, remark)))))


def _place_summary(draft: Draft, part: Part, once: bool) -> None:
    """Key messages: the items of its lists, and its paragraphs; a long one stays a section."""
    points = _points(part.blocks)
    simple = all(isinstance(block, Listing | Paragraph) and not _pictured(block) for block in part.blocks)
    words = sum(len(plain(text).split()) for text in points)
    early = sum(bool(section.heading) for section in draft.sections) < 2
    if draft.summary or not (once and simple and early and points and words <= SUMMARY_MOST and len(points) <= POINTS_MOST):
        remark = f"{words} words, too long for the box of key messages" if simple and words > SUMMARY_MOST else ""
        _place_section(draft, part, once, remark=remark)
        return
    draft.summary = Summary(part.heading, tuple(points), part.rule)


def _points(blocks: Sequence[Block]) -> list[Text]:
    """The texts of key messages. A list goes with the words that lead to it, unless these lead to all messages."""
    points: list[Text] = []
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number > 1 else None
        if isinstance(block, Listing):
            own = [joined(texts(item)) for item in block.items]
            if isinstance(before, Paragraph) and plain(before.text)[-1:] not in set(".!?"):
                points[-1] = joined([points[-1], *own])
            else:
                points += own
        elif isinstance(block, Paragraph):
            points.append(block.text)
    return points


def _pictured(block: Block) -> bool:
    """Whether a list holds what is no text."""
    if isinstance(block, Listing):
        return any(_pictured(inner) for item in block.items for inner in item)
    return not isinstance(block, Paragraph)


def _advise(kind: str) -> Callable[[Draft, Part, bool], None]:
    def place(draft: Draft, part: Part, once: bool) -> None:
        """Findings or recommendations: the items of a list, or what stands below headings; the rest stays round them."""
        if getattr(draft, kind):
            _place_section(draft, part, once)
            return
        made = as_advice(part.blocks, kind, draft.language.text[0].text)
        if made is None:
            _place_section(draft, part, once, remark=f"the {kind} in it could not be told apart" if once else "")
            return
        setattr(draft, kind, list(made.items))
        draft.rules[kind] = f"below “{plain(part.heading)}”: {made.rule}"
        inside = (*made.before, Place(kind), *made.after)
        _place_section(draft, msgspec.structs.replace(part, blocks=()), once)
        last = draft.sections[-1]
        draft.sections[-1] = msgspec.structs.replace(last, blocks=(*last.blocks, *inside))

    return place


def _back(kind: str) -> Callable[[Draft, Part, bool], None]:
    def place(draft: Draft, part: Part, once: bool) -> None:
        """Texts of the back matter; tables and pictures among them are unplaced."""
        del once
        own = draft.back.setdefault(kind, [])
        if own:
            own.append(part.heading)
        for block in part.blocks:
            if isinstance(block, Table | Picture):
                draft.unplaced.append(block)
            elif isinstance(block, Listing):
                own += [joined(texts(item)) for item in block.items]
            else:
                own += texts([block])
        if not own:
            del draft.back[kind]
        draft.rules[kind] = f"below “{plain(part.heading)}”"

    return place


def _drop_contents(draft: Draft, part: Part, once: bool) -> None:
    """The heading of a table of contents whose lines the reader has left out."""
    if part.blocks:
        _place_section(draft, part, once)


_PLACERS: dict[str, Callable[[Draft, Part, bool], None]] = {
    "summary": _place_summary,
    "contents": _drop_contents,
    **{kind: _advise(kind) for kind in ADVICE},
    **{kind: _back(kind) for kind in BACK},
}
