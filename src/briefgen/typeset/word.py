"""Shaped words: their glyphs in points, where each letter begins, and the same words wider or narrower.

Knows how a word is dressed, and not how it came to its glyphs.
"""

from bisect import bisect_left
from itertools import accumulate

import msgspec

from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph


class Dress(msgspec.Struct, frozen=True):
    """All that decides how a word is shaped. `tracking` in points after each cluster, `rise` in points."""

    face: Face
    fallbacks: tuple[str, str, bool]  # family, weight, italic: where to look for missing glyphs
    size: float
    rise: float
    tracking: float
    features: tuple[tuple[str, bool], ...]
    upper: bool
    language: str
    script: str  # ISO 15924; "" for those of the default faces
    rtl: bool
    along: bool  # it runs as its paragraph does
    joined: bool  # its letters join
    spaceless: bool  # its words have no spaces between them
    square: bool  # Chinese or Japanese: characters in squares, spaced by `ideographs`
    hangs: bool  # its signs may stand out at a paragraph's edges: it runs along, and not in squares
    key: int  # unique in its Shaper: stands for the dress in keys
    form: int  # the same for dresses in which words have the same glyphs, whatever their size


class Part(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one face, and what their advances come to."""

    face: Face
    glyphs: tuple[Glyph, ...]
    width: float


def make_part(face: Face, glyphs: tuple[Glyph, ...]) -> Part:
    """The part that these glyphs are."""
    return Part(face, glyphs, sum([glyph.advance for glyph in glyphs]))


class Spacing(msgspec.Struct, frozen=True):
    """The gaps of a word in Chinese or Japanese, in points.

    By the number of the character before which they stand: `joints`, which have been added (below nothing between marks),
    and `whites`, which may shrink. By that of the mark: its own white, before it (`heads`) and behind (`tails`).
    """

    joints: dict[int, float]
    whites: dict[int, float]
    heads: dict[int, float]
    tails: dict[int, float]

    places: tuple[int, ...] = ()  # of `whites`, in order
    sums: tuple[float, ...] = (0.0,)  # of the white up to each of them

    @classmethod
    def of(
        cls, joints: dict[int, float], whites: dict[int, float], heads: dict[int, float], tails: dict[int, float]
    ) -> "Spacing":
        """The gaps with their sums. Whites come in order."""
        return cls(joints, whites, heads, tails, tuple(whites), (0.0, *accumulate(whites.values())))

    def white(self, end: int) -> float:
        """The white before the character at `end`, but for that right before it."""
        return self.sums[bisect_left(self.places, end)]


class Scaled(dict[Glyph, Glyph]):
    """Glyphs wider or narrower, by those that were shaped: each is made once, and all words have it in common."""

    def __init__(self, scale: float) -> None:
        self._scale = scale

    def __missing__(self, glyph: Glyph) -> Glyph:
        scale = self._scale
        made = self[glyph] = Glyph(glyph.id, glyph.advance * scale, glyph.dx * scale, glyph.dy, glyph.text)
        return made


class Spaced(dict[Glyph, Glyph]):
    """Glyphs with space after them, by those without: each is made once, and all words have it in common."""

    def __init__(self, spacing: float) -> None:
        self._spacing = spacing

    def __missing__(self, glyph: Glyph) -> Glyph:
        made = self[glyph] = glyph.advancing(glyph.advance + self._spacing)
        return made


class Fill:
    """How the words of a line are made to fill it: all widths scaled, and points of space after each cluster."""

    __slots__ = ("_scaled", "_spaced", "scale", "spacing", "unspaced")

    def __init__(self, scale: float, spacing: float = 0.0, unspaced: "Fill | None" = None) -> None:
        """`unspaced`: the fill of this scale without space, for one with."""
        self.scale = scale
        self.spacing = spacing
        self.unspaced = unspaced
        self._scaled = Scaled(scale)
        self._spaced = Spaced(spacing)

    def scaled(self, part: Part) -> Part:
        """The part with all widths scaled."""
        return make_part(part.face, tuple(map(self._scaled.__getitem__, part.glyphs)))

    def spaced(self, part: Part) -> Part:
        """The part with space after each of its clusters."""
        face, glyphs, spacing, table = part.face, part.glyphs, self.spacing, self._spaced
        if "" not in [glyph.text for glyph in glyphs]:
            return Part(face, tuple(map(table.__getitem__, glyphs)), part.width + spacing * len(glyphs))
        ends = [following.text != "" for following in glyphs[1:]] + [True]  # of clusters, whose glyphs stay together
        spaced = [table[glyph] if end else glyph for glyph, end in zip(glyphs, ends, strict=True)]
        return Part(face, tuple(spaced), part.width + spacing * sum(ends))


class Word:
    """A shaped word. `missing` are the characters that no face has."""

    __slots__ = ("_filled", "_offsets", "missing", "parts", "spacing", "text", "width")

    def __init__(self, text: str, parts: tuple[Part, ...], missing: str, spacing: Spacing | None = None) -> None:
        self.text = text
        self.parts = parts
        self.missing = missing
        self.spacing = spacing
        self.width = parts[0].width if len(parts) == 1 else sum([part.width for part in parts])
        self._offsets: list[float] | None = None
        self._filled: dict[Fill, tuple[Part, ...]] = {}

    def filled(self, fill: Fill) -> tuple[Part, ...]:
        """The parts at the widths that a line asks for."""
        if fill.scale == 1.0 and not fill.spacing:
            return self.parts
        found = self._filled.get(fill)
        if found is None:
            if fill.unspaced is not None:
                parts = [fill.spaced(part) for part in self.filled(fill.unspaced)]
            else:
                parts = [fill.scaled(part) for part in self.parts]
            found = self._filled[fill] = tuple(parts)
        return found

    def plain(self) -> None:
        """Give back what was made of it for lines: the next brief has others."""
        self._filled.clear()

    @property
    def offsets(self) -> list[float]:
        """Where each character begins, in points; within a cluster of several characters in equal shares."""
        if self._offsets is None:
            self._offsets = _offsets(self)
        return self._offsets

    def clusters(self) -> list[int]:
        """The characters before which the word may be cut without cutting a cluster."""
        found, at = [], 0
        for part in self.parts:
            for glyph in part.glyphs:
                if glyph.text and at:
                    found.append(at)
                at += len(glyph.text)
        return found


def _offsets(word: Word) -> list[float]:
    offsets, x = [], 0.0
    glyphs = [glyph for part in word.parts for glyph in part.glyphs]
    if all(len(text) == 1 for text in [glyph.text for glyph in glyphs]):
        return [0.0, *accumulate([glyph.advance for glyph in glyphs])]
    index = 0
    while index < len(glyphs):
        cluster = [glyphs[index]]
        while index + len(cluster) < len(glyphs) and not glyphs[index + len(cluster)].text:
            cluster.append(glyphs[index + len(cluster)])
        width, letters = sum([glyph.advance for glyph in cluster]), len(cluster[0].text)
        offsets += [x + width * letter / letters for letter in range(letters)]
        x += width
        index += len(cluster)
    return [*offsets, x]
