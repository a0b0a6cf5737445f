"""Glyphs as HarfBuzz gives them, in points, each with the letters that it stands for.

In come the glyphs of a word; out come those that are shown, among them spaces without width that tell readers where a
cluster ends. The promise: their texts, joined, are the word. Refuses to know which face a word is shaped in, and why.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from briefgen.typeset.characters import FIXED_SPACES, LEAST_SPACE, STRETCHING_SPACES, WIDE_AS, share_letters
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph
from briefgen.typeset.word import Dress

MOST_GAP = 0.095  # em: a letter that is moved away from the next one by more is taken for a word's beginning (poppler: 0.1)


Position = tuple[int, int, int, int]  # dx, dy, advance, _


class Shaped(msgspec.Struct, frozen=True):
    """Glyph ids, where in the text their clusters begin, and (dx, dy, advance, _) in font units; the text's length."""

    ids: list[int]
    clusters: list[int]
    positions: list[Position]
    length: int


class Stock(dict[tuple[int, Position, str], Glyph]):
    """Glyphs in points, by what HarfBuzz says of each: each is made once, and all words have it in common."""

    def __init__(self, unit: float, tracking: float) -> None:
        """`unit`: points of a font unit; `tracking`: points that are added after each."""
        self._unit, self._tracking = unit, tracking

    def __missing__(self, said: tuple[int, Position, str]) -> Glyph:
        glyph, (dx, dy, advance, _), text = said
        unit = self._unit
        made = self[said] = Glyph(glyph, advance * unit + self._tracking, dx * unit, dy * unit, text)
        return made


class Stocks(dict[tuple[float, float], Stock]):
    """The glyphs of all sizes and trackings."""

    def __missing__(self, key: tuple[float, float]) -> Stock:
        made = self[key] = Stock(*key)
        return made


def place(
    shaped: Shaped, dress: Dress, face: Face, text: str, origins: Sequence[int], start: int, stocks: Stocks
) -> tuple[Glyph, ...]:
    """Font units to points; each cluster's text goes to its first glyph, tracking to its last.

    `origins` are the places in `text` that the characters come from; the part shaped begins at `start`.
    """
    unit, tracking = dress.size / face.upem, dress.tracking
    ids, clusters, positions = shaped.ids, shaped.clusters, shaped.positions
    if dress.rtl and (tracking or clusters != list(range(len(text))) or max(positions)[0] * unit > MOST_GAP * dress.size):
        return _leftwards(shaped, dress, face, text, origins)
    if not start and not dress.upper and clusters == list(range(len(text))):  # a glyph for each character, as in most words
        return tuple(map(stocks[unit, tracking].__getitem__, zip(ids, positions, text, strict=True)))
    following = [*clusters[1:], shaped.length]
    tracked, within = stocks[unit, tracking], stocks[unit, 0.0]
    made = [tracked if a != b else within for a, b in zip(clusters, following, strict=True)]
    ends = {a: b for a, b in zip(clusters, following, strict=True) if a != b}
    firsts = [a != before for a, before in zip(clusters, [-1, *clusters], strict=False)]
    texts = [text[origins[a] : origins[ends[a]]] if first else "" for a, first in zip(clusters, firsts, strict=True)]
    if dress.script:
        texts = _shared(texts, positions)
    return tuple([stock[said] for stock, said in zip(made, zip(ids, positions, texts, strict=True), strict=True)])


def _shared(texts: list[str], positions: Sequence[Position]) -> list[str]:
    """The texts of a word's glyphs, those of each cluster spread over its glyphs as far as they go.

    Where marks have been moved, readers see gaps, and the cluster is read as one.
    """
    shared: list[str] = []
    for start, end in pairwise([*(at for at, text in enumerate(texts) if text), len(texts)]):
        own, count = texts[start], end - start
        if len(own) < count or any(dx or advance <= 0 for dx, _, advance, _ in positions[start:end]):
            shared += texts[start:end]
        else:
            shared += share_letters(own, count)
    return shared


def _leftwards(shaped: Shaped, dress: Dress, face: Face, text: str, origins: Sequence[int]) -> tuple[Glyph, ...]:
    """The glyphs of a word from right to left in which a cluster has several glyphs, or a glyph several letters.

    Programs that read a file turn such a word round glyph by glyph, and the letters of a ligature with it. So each glyph
    of a cluster stands for a letter of its own as far as they go, and for each further letter there is a space without
    width. A cluster with more glyphs than letters is read as one, from its left end on.
    """
    unit, tracking, space = dress.size / face.upem, dress.tracking, face.glyph(0x20)
    starts = [*dict.fromkeys(shaped.clusters), shaped.length]
    letters = {start: text[origins[start] : origins[end]] for start, end in pairwise(starts)}
    found: list[Glyph] = []
    for start, group in groupby(zip(shaped.clusters, shaped.ids, shaped.positions, strict=True), lambda each: each[0]):
        placed = [(glyph, dx * unit, dy * unit, advance * unit) for _, glyph, (dx, dy, advance, _) in group]
        if found:  # at the end of a word there is a space anyway
            placed = _near(placed, MOST_GAP * dress.size)
        own = letters[start]
        texts = [*own] if len(placed) <= len(own) or not space else [own, *[""] * (len(placed) - 1)]
        found += [
            Glyph(glyph, advance, dx, dy, letter) for (glyph, dx, dy, advance), letter in zip(placed, texts, strict=False)
        ]
        if tracking:  # its room is at the end, which is the left of the last glyph
            last = found[-1]
            found[-1] = Glyph(last.id, last.advance + tracking, last.dx + tracking, last.dy, last.text)
        ending = texts[len(placed) :] or [""] * (len(placed) > len(own))
        found += [Glyph(space, 0.0, 0.0, 0.0, letter) for letter in ending]
    return tuple(found)


def _near(placed: list[tuple[int, float, float, float]], most: float) -> list[tuple[int, float, float, float]]:
    """The glyphs of a cluster, given as number, shifts and advance in points, each at its place.

    One that begins more than `most` beyond the end of that before it, where readers see a space, comes after the next.
    """
    found: list[tuple[int, float, float, float]] = []
    waiting: list[tuple[int, float, float, float]] = []
    for glyph, dx, dy, advance in placed:
        if not advance and dx > most:
            waiting.append((glyph, dx, dy, advance))
            continue
        found.append((glyph, dx, dy, advance))
        if advance:
            found += [(mark, shift - advance, rise, 0.0) for mark, shift, rise, _ in waiting]
            waiting = []
    return found + waiting


def closed(glyphs: tuple[Glyph, ...], dress: Dress, face: Face) -> tuple[Glyph, ...]:
    """Clusters whose marks have been moved, each with a space drawn back over its end.

    Programs that read a file take a cluster to end where its last glyph ends. A mark's is in the middle of its letter, so
    that they would read a space before the next letter.
    """
    closed: list[Glyph] = []
    space = face.glyph(0x20)
    if not space:
        return glyphs
    end = Glyph(space, 0.0, -face.advance(space) * dress.size, 0.0, "")
    moved = False
    for glyph in glyphs:
        if glyph.text:
            closed += [end] * moved
            moved = False
        moved = moved or (not glyph.text and not glyph.advance and glyph.dx != 0)
        closed.append(glyph)
    return (*closed, *[end] * moved)


def place_space(dress: Dress, character: str) -> Glyph:
    face, unit = dress.face, dress.size
    glyph = face.glyph(ord(character)) or face.glyph(0x20)
    if character in FIXED_SPACES and not face.has(ord(character)):
        width = FIXED_SPACES[character]
    elif character in WIDE_AS:
        width = face.advance(face.glyph(ord(WIDE_AS[character])))
    else:
        width = face.advance(glyph)
    if character in STRETCHING_SPACES:
        width = max(width, 1.06 * LEAST_SPACE)  # with room for the little that lines may be off
    return Glyph(glyph, width * unit + dress.tracking, 0.0, 0.0, character)
