"""Ingredients of pieces into items of a page.

Comes: an ingredient and where its piece stands. Goes: items in page coordinates, links and anchors included. Promise: each
ingredient becomes items exactly once. Knows nothing of blocks.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import ARTIFACT
from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Anchor, Artifact, Glyphs, Item, Link, Path, Rule
from briefgen.layout.measuring.pieces import Ingredient, Remark, Strip
from briefgen.typeset.lines import Glyph, Run

LIGHT = 2.4  # the sum of red, green and blue of words that only a dark ground makes clear


class Underline(msgspec.Struct, frozen=True):
    """How words that lead somewhere look: their colour, and the rule below those that lead to an address."""

    colour: Colour
    weight: float
    depth: float  # below the baseline


def moved(ingredient: Ingredient, x: float, y: float) -> Ingredient:
    """The same ingredient, shifted."""
    if isinstance(ingredient, Strip | Anchor):
        return msgspec.structs.replace(ingredient, x=ingredient.x + x, y=ingredient.y + y)
    if isinstance(ingredient, Remark):
        return ingredient
    if isinstance(ingredient, Path):
        return msgspec.structs.replace(ingredient, segments=_moved_segments(ingredient, x, y))
    rect = ingredient.rect
    return msgspec.structs.replace(ingredient, rect=Rect(rect.x + x, rect.y + y, rect.width, rect.height))


def place(ingredient: Ingredient, x: float, y: float, link: Underline) -> Iterator[Item]:
    """The items of an ingredient whose piece has its corner at (x, y). `link`: how words that link look."""
    if isinstance(ingredient, Strip):
        yield from _place_strip(ingredient, x, y, link)
        return
    shifted = moved(ingredient, x, y)
    if isinstance(shifted, Rule) and not (shifted.rect.width and shifted.rect.height):
        return  # a rule that its look does without: what has no height is drawn as a hairline
    if not isinstance(shifted, Remark):
        assert not isinstance(shifted, Strip)  # noqa: S101  moved keeps the kind
        yield shifted


def glyphs_at(run: Run, x: float, y: float, artifact: Artifact) -> Glyphs:
    """A run of an artifact of this type, from x on, on a baseline at height y."""
    how = (run.face, run.size, run.colour, run.glyphs, run.scale)
    return Glyphs(x, y, run.width, *how, artifact=artifact, rtl=run.rtl)


def _place_strip(strip: Strip, x: float, y: float, link: Underline) -> Iterator[Item]:
    artifact: Artifact = "Layout" if strip.role == ARTIFACT else strip.artifact
    for number, run in enumerate(strip.line.runs):
        left, baseline = x + strip.x + run.x, y + strip.y - run.rise
        index = strip.spans[number] if strip.spans else -1
        points = bool(run.span.uri or run.span.target)
        yield Glyphs(
            x=left,
            y=baseline,
            width=run.width,
            face=run.face,
            size=run.size,
            colour=link.colour if points and not run.span.quiet and not _is_light(run.colour) else run.colour,
            glyphs=run.glyphs,
            scale=run.scale,
            spacing=run.spacing,
            id="" if strip.artifact else strip.text_id,
            role="" if artifact else strip.role,
            language=run.span.language,
            span=index,
            artifact=artifact,
            rtl=run.level % 2 == 1,  # as the run says: asked here a thousand times
            hidden=run.hidden,
        )
        if artifact:
            continue
        if run.span.id:
            yield Anchor(run.span.id, left, baseline - run.size)
        if points:
            yield from _place_link(strip, run, (left, baseline, index), link)


def _place_link(strip: Strip, run: Run, spot: tuple[float, float, int], link: Underline) -> Iterator[Item]:
    """The clickable rectangle of a run and, for an address, a fine underline: colour alone says nothing in print."""
    left, baseline, index = spot
    width = sum(glyph.advance for glyph in _inked(run))
    if run.against:
        left += run.width - width
    if run.span.uri:
        colour = run.colour if _is_light(run.colour) else link.colour
        yield Rule(Rect(left, baseline + link.depth, width, link.weight), colour)
    rect = Rect(left, baseline - run.size * 0.8, width, run.size * 1.05)
    yield Link(rect, run.span.title or run.span.text, run.span.uri, run.span.target, strip.text_id, index)


def _is_light(colour: Colour) -> bool:
    """Whether words in a colour stand on a dark ground."""
    return colour.red + colour.green + colour.blue > LIGHT


def _inked(run: Run) -> list[Glyph]:
    """The glyphs of a run without the spaces at its end."""
    glyphs = list(run.glyphs)
    while glyphs and glyphs[-1].text.isspace():
        glyphs.pop()
    return glyphs


def _moved_segments(path: Path, x: float, y: float) -> tuple[tuple[str | float, ...], ...]:
    return tuple(
        (segment[0], *(float(value) + (y if place % 2 else x) for place, value in enumerate(segment[1:])))
        for segment in path.segments
    )
