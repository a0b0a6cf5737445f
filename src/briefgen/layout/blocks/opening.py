"""How the text of a brief begins, where its look wants that to be seen: a large capital, or words in small capitals.

Comes: the first paragraph and its width. Goes: its pieces; none where its first letter or its length does not suit. Promise:
the text is read as it is written. The large capital is a shape, which readers do not see; its letter stands in the first
line, before the rest of its word, and is not seen: so all of them find whole words.
"""

import msgspec

from briefgen.content.brief import Span, Text
from briefgen.geometry import Colour
from briefgen.layout.items import Path, Segment
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece, Strip
from briefgen.layout.measuring.text import BASELINE, Desk, Manner, Matter
from briefgen.typeset.face import Face
from briefgen.typeset.outlines import outline

CASED = "\u0590"  # scripts before it have capitals, and run from left to right
WIDEST = 0.4  # of the width: what a large capital takes at the most
DEEP = 0.3  # of a line: what reaches further below the baseline wants another line of room
LETTERS = 18  # in small capitals at the least, in whole words
POINTS = ",;:.!?…–—"  # small capitals end with the phrase


def opening_pieces(desk: Desk, text: Text, width: float, variant: str, *, after_heading: bool) -> tuple[Piece, ...]:
    """The pieces of a paragraph that opens the brief; none where it is to be set like any other."""
    span = text.spans[0] if text.spans else Span("")
    if desk.rtl or not _plain(span) or not span.text[:1].isalpha() or span.text[0] >= CASED:
        return ()
    if variant == "small-caps":
        return _in_small_capitals(desk, text, width, after_heading=after_heading)
    return _with_capital(desk, text, width, after_heading=after_heading) if span.text[0].isupper() else ()


def _plain(span: Span) -> bool:
    """Whether a span is words and nothing else."""
    return not (span.code or span.superior or span.script or span.uri or span.target or span.language)


def _parted(desk: Desk, text: Text, at: int, widths: tuple[float, ...], *, small: bool = False) -> Matter:
    """A text set in two parts, the first of so many characters. Its spans are numbered as if it were whole."""
    first, *others = text.spans
    head = msgspec.structs.replace(first, text=first.text[:at], small=small)
    rest = msgspec.structs.replace(first, text=first.text[at:])
    parts = (head, rest, *others) if rest.text else (head, *others)
    more = len(parts) - len(text.spans)
    matter = desk.set(Text(text.id, text.role, parts), desk.theme.style("body"), widths, fitted=True)
    return msgspec.structs.replace(matter, numbers={key: max(0, number - more) for key, number in matter.numbers.items()})


def _in_small_capitals(desk: Desk, text: Text, width: float, *, after_heading: bool) -> tuple[Piece, ...]:
    """The first words in small capitals: as many as have so many letters, or those up to a comma."""
    count, words = 0, text.spans[0].text.split(" ")
    letters = 0
    for count, word in enumerate(words, 1):
        letters += len(word)
        if letters >= LETTERS or (count > 1 and word[-1:] in POINTS):
            break
    matter = _parted(desk, text, len(" ".join(words[:count])), (width,), small=True)
    return desk.lines(matter, Manner(after_heading=after_heading))


def _with_capital(desk: Desk, text: Text, width: float, *, after_heading: bool) -> tuple[Piece, ...]:
    """A large capital at the left of some lines, which are so much shorter. None where the text has few more lines."""
    record, letter = desk.look.opening, text.spans[0].text[0]
    style, body = desk.theme.style("drop_cap"), desk.theme.style("body")
    face, own = desk.face(style), desk.face(body, bold=text.spans[0].bold)
    if not face.has(ord(letter)) or record.lines < 2:
        return ()
    drop = (record.lines - 1) * desk.leading
    top, foot = (value / face.upem for value in face.extent(face.glyph(ord(letter))))
    size = (drop + own.cap_height * body.size) / max(face.cap_height, top)
    lines = record.lines + (-foot * size > DEEP * desk.leading)
    shape, wide = _drawn(face, letter, size, desk.leading * BASELINE + drop, style.colour)
    inset = wide + record.gap
    if inset > WIDEST * width:
        return ()
    alone = text.spans[0].text[1:2] == " "  # it is a word: the next one begins where the lines below do
    hidden = _width(desk, text, f"{letter} {letter}") - _width(desk, text, letter) if alone else _width(desk, text, letter)
    hidden += 0.0 if alone else record.gap - record.word_gap
    matter = _parted(desk, text, 1, (width - inset + hidden, *[width - inset] * (lines - 1), width))
    if len(matter.lines) <= lines:
        return ()
    insets = ((inset - hidden, 0.0), *[(inset, 0.0)] * (lines - 1))
    first, *others = desk.lines(matter, Manner(after_heading=after_heading, first=(shape,)), insets)
    first = msgspec.structs.replace(first, ingredients=tuple([_hidden(item) for item in first.ingredients]))
    found = (first, *others)
    kept = [msgspec.structs.replace(piece, break_cost=FORBIDDEN) for piece in found[: lines - 1]]
    return (*kept, *found[lines - 1 :])


def _width(desk: Desk, text: Text, words: str) -> float:
    """How wide words are at the beginning of a text."""
    return desk.natural_width(Text("", "", (msgspec.structs.replace(text.spans[0], text=words),)), "body")


def _drawn(face: Face, letter: str, size: float, y: float, colour: Colour) -> tuple[Path, float]:
    """The shape of a letter whose ink begins at the left edge, on a baseline at `y`, and how wide it is."""
    made = outline(face, face.glyph(ord(letter)))
    xs = [x for _, values in made for x in values[::2]]
    left = min(xs)
    segments: list[Segment] = []
    for kind, values in made:
        places = [y - value * size if place % 2 else (value - left) * size for place, value in enumerate(values)]
        segments.append((kind, *places))
    return Path(tuple(segments), colour), (max(xs) - left) * size


def _hidden(item: Ingredient) -> Ingredient:
    """The strip of the first line with its first letter hidden; anything else as it is."""
    if not isinstance(item, Strip):
        return item
    first, *others = item.line.runs
    runs = (msgspec.structs.replace(first, hidden=True), *others)
    return msgspec.structs.replace(item, line=msgspec.structs.replace(item.line, runs=runs))
