"""The closing panel: notes, references and the back matter, in small type on a tint.

Comes: the brief's back matter and a width. Goes: one segment in two or three columns with a leading of its own, that stands
at the foot of the last page.
"""

import msgspec

from briefgen.content.brief import ARTIFACT, Back, Entry, List, Note, Paragraph, Span, Text
from briefgen.layout import costs
from briefgen.layout.items import Anchor
from briefgen.layout.measuring.grounds import grounded
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece, Segment
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk, anchor
from briefgen.typeset.opportunities import is_mail

RUN_IN = 0.55  # of a column: a heading up to this width runs in with its text in the compact form
LICENCE = "imprint.licence"
SHORT_NOTES = 9  # lines of all notes with their heading, that stay together
SHORT_ROWS, SHORT_LIST = 10, 6  # lines of an entry, and of a list under a heading, that stay together


def closing_segment(desk: Desk, back: Back, width: float, larger: float = 1.0) -> Segment:
    """Notes first, then the entries in their order. Smaller with run-in headings in the compact form, larger in the airy.

    `larger`: the least factor of type and leading, unless that divides an address.
    """
    ground = desk.tone(desk.look.closing.ground)
    desk, padding = _fitted(grounded(desk, desk.look.closing.ground), back, width, larger)
    look, record = desk.theme.style("closing"), desk.look.closing
    side = 0.0 if record.reach == "edges" else record.padding
    many, each = _columns(desk, width)
    half = _half(desk, width)
    divided = _divides_address(desk, back, each) and not _divides_address(desk, back, half)
    pieces, parts = _notes(desk, back, each)
    if many > 2 and (1 < parts + _parts(back) < many or divided):
        many, each = 2, half
        pieces, _ = _notes(desk, back, each)
    # else the panel mixes two forms: notes, and lists, stand below their headings
    run_in = desk.fit.compact and not back.notes_heading and all(_can_run_in(desk, entry, each) for entry in back.entries)
    for entry in back.entries:
        pieces += _entry(desk, entry, each, first=not pieces, run_in=run_in)
    return Segment(
        pieces=tuple(pieces),
        columns=many,
        width=each,
        gutter=record.gutter,
        leading=look.leading,
        x=side,
        at_foot=True,
        background=ground,
        padding=padding - look.leading * (1 - BASELINE),
        lead=1,
        back=back,
    )


def _notes(desk: Desk, back: Back, width: float) -> tuple[list[Piece], int]:
    """The notes below their heading, and how many columns can begin with them: of few lines that stay together, one."""
    pieces = _heading(desk, back.notes_heading, width, first=True) if back.notes_heading else []
    hang = _hang(desk, [note.label for note in back.notes])
    for number, note in enumerate(back.notes, 1):
        pieces += _hanging(desk, note.label, note.text, (width, hang), note.id)
        if number < len(back.notes):
            lone = costs.LONE_NOTE if number == 1 or number + 1 == len(back.notes) else 0.0
            last = pieces[-1]
            pieces[-1] = msgspec.structs.replace(last, break_cost=last.break_cost + costs.BETWEEN_NOTES + lone)
    if back.notes and len(pieces) <= SHORT_NOTES:
        return _together(pieces), 1
    return pieces, len(back.notes)


def _columns(desk: Desk, width: float) -> tuple[int, float]:
    """How many columns a panel of this width has, and how wide each is."""
    record = desk.look.closing
    inner = width - (0.0 if record.reach == "edges" else 2 * record.padding)
    many = max(1, min(3, int((inner + record.gutter) / (record.column + record.gutter))))
    return many, (inner - record.gutter * (many - 1)) / many


def _half(desk: Desk, width: float) -> float:
    """How wide each of two columns is."""
    record = desk.look.closing
    return (width - (0.0 if record.reach == "edges" else 2 * record.padding) - record.gutter) / 2


def _divides_address(desk: Desk, back: Back, width: float) -> bool:
    """Whether an e-mail address takes two lines of this width: each with a line below it, they look like two links."""
    texts = [text.plain for entry in back.entries for text in _paragraphs(entry) if "@" in text.plain]
    addresses = [token for text in texts for token in text.split() if is_mail(token)]
    return any(desk.copy(Text("", ARTIFACT, (Span(each),)), "closing", width).lines > 1 for each in addresses)


def _parts(back: Back) -> int:
    """How many things but notes a column can begin with: of fewer than there are columns one would be torn apart."""
    lists = [block for entry in back.entries for block in entry.blocks if isinstance(block, List)]
    listed = sum(len(block.items) for block in lists) - len(lists)
    return len(back.entries) + listed


def _fitted(desk: Desk, back: Back, width: float, larger: float) -> tuple[Desk, float]:
    """A desk with the styles of the panel's form, and the panel's padding.

    In the airy form, or where the panel is to be `larger`, the type is larger, unless that divides an address.
    """
    record = desk.look.closing
    factor, padding = 1.0, record.padding
    if desk.fit.compact:
        factor, padding = record.compact, record.compact_padding
    elif desk.fit.airy:
        factor, padding = record.airy, record.airy_padding
    usual = _sized(desk, min(1.0, factor))
    if max(factor, larger) <= 1:
        return usual, padding
    enlarged = _sized(desk, max(factor, larger))
    _, each = _columns(enlarged, width)
    if larger > factor:  # there is room for fewer columns, too
        each = max(each, _half(desk, width))
    return usual if _divides_address(enlarged, back, each) else enlarged, padding


def _sized(desk: Desk, factor: float) -> Desk:
    """A desk with the panel's styles so many times as large."""
    styles = {}
    for name in ("closing", "closing_heading", "closing_bullet"):
        look = desk.theme.style(name)
        size = max(look.size * factor, desk.look.closing.least)
        styles[name] = msgspec.structs.replace(look, size=size, leading=look.leading * factor)
    return desk.with_styles(styles)


def _entry(desk: Desk, entry: Entry, width: float, *, first: bool, run_in: bool) -> list[Piece]:
    """A heading and what it heads; what is short stays together."""
    make = _run_in if run_in else _entry_pieces
    pieces = make(desk, entry, width, first=first)
    listed = any(isinstance(block, List) for block in entry.blocks)
    if len(pieces) > (SHORT_LIST if listed else SHORT_ROWS) + 1:
        return pieces
    return _together(pieces)


def _together(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with breaks between them made dear."""
    held = [msgspec.structs.replace(piece, break_cost=piece.break_cost + costs.IN_SHORT_ENTRY) for piece in pieces[:-1]]
    return [*held, *pieces[-1:]]


def _entry_pieces(desk: Desk, entry: Entry, width: float, *, first: bool) -> list[Piece]:
    pieces = _heading(desk, entry.heading, width, first=first) if entry.heading else []
    for number, block in enumerate(entry.blocks):
        if isinstance(block, List):
            hang = _hang(desk, [item.label for item in block.items])
            for place, item in enumerate(block.items):
                target = item.id if item.text.role == "BibEntry" else ""  # citations lead to it
                if item.label.spans:
                    pieces += _hanging(desk, item.label, item.text, (width, hang), target)
                else:  # its first line hangs out
                    at = (Anchor(target, 0.0, 0.0),) if target else ()
                    pieces += _lines(desk, item.text, width, hang, first=at, indent=-hang)
                if place == 0 and len(block.items) > 1:  # a heading over one item looks left over
                    pieces[-1] = msgspec.structs.replace(pieces[-1], break_cost=pieces[-1].break_cost + costs.LONE_ENTRY)
        else:
            text = getattr(block, "text", None)
            assert isinstance(text, Text)  # noqa: S101  compose makes paragraphs and lists only here
            lead = 1 if number == 0 and not entry.heading and not first else 0
            pieces += _lines(desk, text, width, 0.0, lead=lead)
    return pieces


def _can_run_in(desk: Desk, entry: Entry, width: float) -> bool:
    """Whether a heading is short enough to stand in the first line of what it heads, which is no list."""
    texts = _paragraphs(entry)
    if not texts or len(texts) < len(entry.blocks):
        return False
    taken = _taken(desk, entry)
    first_word = msgspec.structs.replace(texts[0], spans=(Span(texts[0].plain.partition(" ")[0]),))
    # an address, say, would be divided for it
    return taken <= RUN_IN * width and taken + desk.natural_width(first_word, "closing") <= width


def _taken(desk: Desk, entry: Entry) -> float:
    """What a heading takes of the line in which it stands."""
    return desk.natural_width(entry.heading, "closing_heading") + desk.look.closing.run_in_gap if entry.heading else 0.0


def _paragraphs(entry: Entry) -> list[Text]:
    return [block.text for block in entry.blocks if isinstance(block, Paragraph)]


def _run_in(desk: Desk, entry: Entry, width: float, *, first: bool) -> list[Piece]:
    """An entry whose heading stands in the first line of its text."""
    heading, texts = entry.heading, _paragraphs(entry)
    if not heading:
        return _entry_pieces(desk, entry, width, first=first)
    taken = _taken(desk, entry)
    shown = (anchor(heading.id), *desk.copy(heading, "closing_heading", taken).strips)
    pieces = _lines(desk, texts[0], width, 0.0, lead=0 if first else 1, first=shown, indent=taken)
    return [*pieces, *(piece for text in texts[1:] for piece in _lines(desk, text, width, 0.0))]


def _heading(desk: Desk, text: Text, width: float, *, first: bool) -> list[Piece]:
    look = desk.theme.style("closing_heading")
    copy = desk.copy(text, look, width)
    return [
        Piece(
            rows=copy.lines,
            ingredients=(anchor(text.id), *copy.strips),
            lead=0 if first else 1,
            break_cost=FORBIDDEN,
        )
    ]


def _lines(
    desk: Desk,
    text: Text,
    width: float,
    x: float,
    *,
    lead: int = 0,
    first: tuple[Ingredient, ...] = (),
    indent: float = 0.0,
) -> list[Piece]:
    """A piece for each line, `x` points in; with the first, which stands `indent` further in, what is drawn beside it."""
    look = desk.theme.style("closing")
    if text.id == LICENCE:
        from briefgen.layout.blocks.badge import badge  # late: few briefs name one

        drawn, taken = badge(text.plain, look, look.leading * BASELINE)
        first, indent = (*first, *(moved(item, x + indent, 0.0) for item in drawn)), indent + taken
    matter = desk.set(text, look, (width - x - indent, width - x))
    pieces = []
    count = len(matter.lines)
    for number, line in enumerate(matter.lines):
        left = x + (indent if number == 0 else 0.0)
        edge = count > 1 and (number == 0 or number + 2 == count)
        cost = 0.0 if number + 1 == count else costs.CLOSING_WIDOW if edge else costs.IN_CLOSING
        pieces.append(
            Piece(
                rows=1,
                ingredients=(*(first if number == 0 else ()), matter.strip(number, left, look.leading * BASELINE)),
                lead=lead if number == 0 else 0,
                break_cost=cost + (costs.HYPHEN if line.hyphenated else 0.0),
            )
        )
    return pieces


def _hang(desk: Desk, labels: list[Text]) -> float:
    """How far texts stand in from the widest of their labels."""
    record = desk.look.closing
    return max([record.hang, *(desk.natural_width(label, "closing_bullet") + record.label_gap for label in labels)])


def _hanging(desk: Desk, label: Text, text: Text, span: tuple[float, float], target: str) -> list[Piece]:
    """A note or a list item: its label hangs, its text stands in from it. `span`: the column's width, and how far in.

    `target`: the id by which links lead here, or "".
    """
    width, hang = span
    first: tuple[Ingredient, ...] = desk.copy(label, "closing_bullet", hang).strips
    if target:
        first = (Anchor(target, 0.0, 0.0), *first)
    pieces = _lines(desk, text, width, hang, first=first)
    return _together(pieces) if len(pieces) <= SHORT_ROWS else pieces


def note_pieces(desk: Desk, note: Note, width: float) -> list[Piece]:
    """A note in a column of `width`: a piece for each line, its number hanging."""
    return _hanging(desk, note.label, note.text, (width, _hang(desk, [note.label])), note.id)
