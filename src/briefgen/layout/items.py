"""Pages of placed items: what layout gives to pdf. Seven kinds, all frozen, all in points from the page's top left corner.

`id` is the id of the content element that an item comes from. An item without one is an artifact, and so is one that says of
which type (`artifact`; ISO 32000-1, 14.8.2.2.2): it is shown and not read. Items of a page stand in drawing order; reading
order is the content tree's.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from briefgen.content.brief import Picture
from briefgen.geometry import Colour, Rect
from briefgen.theme import PageShape
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph

Artifact = Literal["", "Layout", "Pagination/Header", "Pagination/Footer", "Pagination/Watermark", "Background", "Page"]


class Glyphs(msgspec.Struct, frozen=True, gc=False):
    """A run of glyphs on a baseline that starts at (x, y). `rtl`: they are in the order of the text, and stand leftwards."""

    x: float
    y: float
    width: float
    face: Face
    size: float
    colour: Colour
    glyphs: tuple[Glyph, ...]
    scale: float = 1.0
    spacing: float = 0.0
    id: str = ""
    role: str = ""
    language: str = ""
    span: int = -1  # the index of the span within its Text: tells two links of one text apart
    artifact: Artifact = ""
    rtl: bool = False
    hidden: bool = False  # read and not seen


class Rule(msgspec.Struct, frozen=True):
    """A filled rectangle: a rule, a tint, a bar."""

    rect: Rect
    colour: Colour
    id: str = ""
    artifact: Artifact = "Layout"


Segment = tuple[str | float, ...]  # ("m", x, y), ("l", x, y), ("c", x1, y1, x2, y2, x, y) or ("z",)
LEAST_STROKE = 0.25  # points: a thinner line may vanish in print (Ghent Workgroup, 2015 specification)


class Stroke(msgspec.Struct, frozen=True):
    """How a line is drawn. `dash` has the lengths of strokes and gaps in turn; caps and joins as in ISO 32000-1, 8.4.3."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"


class Path(msgspec.Struct, frozen=True):
    """An outline, filled first and then stroked, or only one of the two. `even_odd`: how what crosses itself is filled."""

    segments: tuple[Segment, ...]
    fill: Colour | None
    id: str = ""
    artifact: Artifact = "Layout"
    stroke: Stroke | None = None
    even_odd: bool = False

    @property
    def rect(self) -> Rect:
        """The least rectangle that holds all its points."""
        xs = [float(value) for segment in self.segments for value in segment[1::2]]
        ys = [float(value) for segment in self.segments for value in segment[2::2]]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


class Turned(msgspec.Struct, frozen=True):
    """A run of glyphs whose baseline is turned round its start, `angle` degrees counter-clockwise."""

    glyphs: Glyphs
    angle: float


class Clip(msgspec.Struct, frozen=True):
    """Marks of which only what lies within an outline is seen."""

    segments: tuple[Segment, ...]
    marks: "tuple[Mark, ...]"
    even_odd: bool = False


Mark = Path | Glyphs | Turned | Clip


class Unseen(msgspec.Struct, frozen=True):
    """Words that are read where the drawing stands and not drawn: those of the text `id`."""

    id: str
    words: str


class Drawing(msgspec.Struct, frozen=True):
    """Marks that make one picture, in drawing order, in points from the top left corner of `rect`, which holds them all.

    They belong to the element `id` together: what their own fields say of ids and artifacts counts for nothing.
    """

    rect: Rect
    marks: tuple[Mark, ...]
    id: str = ""
    artifact: Artifact = ""
    unseen: tuple[Unseen, ...] = ()

    def runs(self) -> Iterator[Glyphs]:
        """All runs of glyphs, in drawing order."""
        return runs_of(self.marks)


def runs_of(marks: tuple[Mark, ...]) -> Iterator[Glyphs]:
    """All runs of glyphs among marks, in drawing order."""
    for mark in marks:
        if isinstance(mark, Glyphs):
            yield mark
        elif isinstance(mark, Turned):
            yield mark.glyphs
        elif isinstance(mark, Clip):
            yield from runs_of(mark.marks)


WHOLE = Rect(0.0, 0.0, 1.0, 1.0)


class Image(msgspec.Struct, frozen=True):
    """A picture scaled into a rectangle.

    `crop`: the part of it that is shown, in shares of its width and height. `shades`: between which heights, in shares of
    the rectangle's, white words stand on it; it is darkened there until they can be read. `behind`: other items stand on it.
    `disc`: no more of it is seen than a disc within the rectangle. `paper`: its white is whatever it stands on.
    `bleed`: it runs over the margins to both edges of the paper.
    """

    rect: Rect
    picture: Picture
    id: str = ""
    artifact: Artifact = ""
    crop: Rect = WHOLE
    shades: tuple[tuple[float, float], ...] = ()
    behind: bool = False
    disc: bool = False
    paper: bool = False
    bleed: bool = False


class Link(msgspec.Struct, frozen=True):
    """A clickable rectangle: to an address (`uri`) or to the Anchor named `target`. `words` say what it is."""

    rect: Rect
    words: str
    uri: str = ""
    target: str = ""
    id: str = ""
    span: int = -1


class Anchor(msgspec.Struct, frozen=True):
    """A place that links and bookmarks can go to: the element `id` starts at height `y`."""

    id: str
    x: float
    y: float


Item = Glyphs | Rule | Path | Drawing | Image | Link | Anchor


class Page(msgspec.Struct, frozen=True):
    """One page: its trimmed size, its number from 1 and its items; `slug` stands outside the trim, on every plate."""

    number: int
    width: float
    height: float
    items: tuple[Item, ...]
    slug: tuple[Glyphs, ...] = ()
    frame: Rect | None = None  # where its words may stand, where that is not the usual frame


class Bookmark(msgspec.Struct, frozen=True):
    """An entry of the viewer's outline; `target` names an Anchor; level 0 is the top."""

    title: str
    level: int
    target: str


class Unfilled(msgspec.Struct, frozen=True):
    """White on a page that no setting takes away. `rule` is its name in `advice`, `id` that of the text it is told at."""

    rule: str
    id: str
    message: str
    hint: str


class Pages(msgspec.Struct, frozen=True):
    """A finished layout."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    paper: str = ""  # "A4"
    shape: PageShape | None = None  # the frame in which everything stands
    fitted: str = ""  # what was done to bring the brief to its number of pages
    mirrored: bool = False  # whole pages, for a language that is written from right to left
    white: tuple[Unfilled, ...] = ()
