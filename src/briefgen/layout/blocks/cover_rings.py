"""The surface of a cover without a picture: rings in tones of the ground, round a point of the page's edge.

Comes: a ground, its height, the brief's title. Goes: paths, the largest first. Promise: each of the title's first words is a
ring as broad as the word is long, so that each brief has rings of its own, and always the same; they reach the trim and
nothing is drawn beyond it.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import acos, pi

from briefgen.content.brief import Front
from briefgen.geometry import Colour
from briefgen.layout.items import Path
from briefgen.layout.measuring.circle import arc
from briefgen.layout.measuring.text import Desk
from briefgen.looks.cover import Cover

BREADTH = (3, 9)  # letters: shorter and longer words count as if they had so many


def rings(desk: Desk, front: Front, tones: Sequence[Colour], height: float, *, left: bool = False) -> list[Path]:
    """Parts of discs about a point of the right edge, or of the left, where a back page mirrors its cover.

    `tones`: of the discs, the largest first, as many as there may be; `height`: of the ground, from the head of the page.
    """
    page, look = desk.theme.page, desk.look.cover
    words = _lengths(front)
    middle = look.ring_places[sum(words) % len(look.ring_places)] * height if look.ring_places else 0.0
    greatest = min(page.width, height - middle)
    paths = []
    for radius, tone in zip(_radii(look, words[: len(tones)]), tones, strict=False):
        paths.append(_part(page.width, middle, radius * greatest, tone, left=left))
    return paths


def _lengths(front: Front) -> list[int]:
    """How many letters the words of title and subtitle have; those of a title without spaces are one word."""
    shortest, longest = BREADTH
    said = f"{front.title.words} {front.subtitle.words if front.subtitle else ''}"
    return [min(max(len(word), shortest), longest) for word in said.split()] or [longest]


def _radii(look: Cover, words: Sequence[int]) -> list[float]:
    """How far each ring reaches, as shares of the largest: from that to the look's least one."""
    if len(words) < 2:
        return [1.0] * len(words)
    passed = list(accumulate(words[:-1], initial=0))
    return [1.0 - (1.0 - look.ring_least) * each / passed[-1] for each in passed]


def _part(width: float, middle: float, radius: float, colour: Colour, *, left: bool) -> Path:
    """What of a disc about (width, middle) lies on the page: the half at its left, cut at the head of the page."""
    start = acos(min(1.0, middle / radius)) if radius else 0.0  # from the upper end of the edge, counted leftwards
    # in two parts, for the leftmost point to be an end of both: what is drawn then lies within its own points
    (_, x, y), *upper = arc((width, middle), radius, 1.5 * pi - start, pi)
    lower = arc((width, middle), radius, pi, 0.5 * pi)[1:]
    top = max(0.0, float(y))
    segments = (("m", width, top), ("l", float(x), top), *upper, *lower, ("z",))
    if left:
        segments = tuple([(kind, *_mirrored(values, width)) for kind, *values in segments])
    return Path(segments, colour, artifact="Background")


def _mirrored(values: Sequence[str | float], width: float) -> list[float]:
    return [width - float(value) if number % 2 == 0 else float(value) for number, value in enumerate(values)]
