"""What stands on a ground of the accent: its colour, and texts in it.

Comes: a palette, texts. Goes: a ground and the colour of words on it. Promise: words have a contrast of 4.5:1 with it.
"""

import msgspec

from briefgen.content.brief import Front, Signature, Text
from briefgen.geometry import BLACK, WHITE, Colour
from briefgen.layout.measuring.text import Desk
from briefgen.theme import LEAST_CONTRAST, Palette

LIGHT = 3.0  # contrast of white with an accent: one that has less would turn to mud if it were darkened
ON_GROUND = ("publisher", "series", "issue", "title", "subtitle", "byline", "author", "affiliation", "standfirst", "credit")


class Ink(msgspec.Struct, frozen=True):
    """A ground, and the colour of words on it. `altered`: one of the two is not what readers of the outline expect."""

    fill: Colour
    words: Colour
    altered: bool = False


def ink_on_accent(palette: Palette) -> Ink:
    """White words on the accent where they can be read; on one that nearly lets them, darkened; else black ones."""
    contrast = palette.accent.contrast(WHITE)
    if contrast >= LEAST_CONTRAST:
        return Ink(palette.accent, WHITE)
    if contrast >= LIGHT and palette.words.contrast(WHITE) >= LEAST_CONTRAST:
        return Ink(palette.words, WHITE, altered=True)
    return Ink(palette.accent, BLACK, altered=True)


def tinted(desk: Desk, ground: Colour) -> list[Colour]:
    """The tones of a surface on which no words stand."""
    return [ground.tint(share) for share in desk.look.cover.ring_tones]


def shaded(desk: Desk, ink: Ink) -> list[Colour]:
    """The tones of a surface on which words in this ink stand: whichever they are, these are read the better for them."""
    look = desk.look.cover
    if ink.words == BLACK:
        return [ink.fill.tint(1.0 - share) for share in look.ring_shades]
    return [ink.fill.shade(share) for share in look.ring_shades]


def inked(desk: Desk, colour: Colour) -> Desk:
    """A desk that sets what stands on a cover in one colour."""
    styles = desk.theme.styles
    return desk.with_styles({name: msgspec.structs.replace(styles[name], colour=colour) for name in ON_GROUND})


def plain_front(front: Front) -> Front:
    """The front, its links and note marks in the colour of the words round them: the accent would be lost on a ground."""
    masthead, title = front.masthead, _plain(front.title) or front.title
    changed = {name: _plain(getattr(masthead, name)) for name in ("publisher", "series", "number", "date")}
    masthead = msgspec.structs.replace(masthead, **changed)
    front = msgspec.structs.replace(
        front, masthead=masthead, title=title, signatures=tuple(map(_plain_signature, front.signatures))
    )
    return msgspec.structs.replace(front, subtitle=_plain(front.subtitle), byline=_plain(front.byline))


def _plain_signature(signature: Signature) -> Signature:
    return msgspec.structs.replace(
        signature, name=_plain(signature.name) or signature.name, affiliation=_plain(signature.affiliation)
    )


def _plain(text: Text | None) -> Text | None:
    """The text with quiet links."""
    if text is None or not any(span.uri or span.target for span in text.spans):
        return text
    spans = tuple(msgspec.structs.replace(span, quiet=bool(span.uri or span.target)) for span in text.spans)
    return msgspec.structs.replace(text, spans=spans)
