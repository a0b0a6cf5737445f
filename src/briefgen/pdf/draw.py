"""Placed items as content-stream operators.

Comes in: one page's items and the collectors of fonts and images. Goes out: the page's content stream and its marks:
which marked-content sequence shows which element. The promise: every item that belongs to an element stands in a
marked-content sequence with a number, every other in an artifact, and glyphs stand where layout put them, to 0.005 pt.
Refuses to know what anything means; links and anchors draw nothing.
"""

from collections.abc import Callable
from typing import Protocol

import msgspec

from briefgen.content.brief import Picture
from briefgen.geometry import WHITE, Colour, Rect
from briefgen.layout.items import Anchor, Drawing, Glyphs, Image, Item, Link, Page, Path, Rule
from briefgen.pdf.clusters import Stretch
from briefgen.pdf.fonts import Fonts
from briefgen.pdf.images import View
from briefgen.pdf.number import number
from briefgen.pdf.objects import string
from briefgen.pdf.office import Boxes, Office
from briefgen.pdf.pen import Pen, letter_spacing, show
from briefgen.typeset.characters import SOFT_HYPHEN
from briefgen.typeset.lines import Glyph

ARTIFACTS = {
    "": "/Artifact BMC",
    "Layout": "/Artifact << /Type /Layout >> BDC",
    "Background": "/Artifact << /Type /Background >> BDC",
    "Page": "/Artifact << /Type /Page >> BDC",
    "Pagination/Header": "/Artifact << /Type /Pagination /Subtype /Header >> BDC",
    "Pagination/Footer": "/Artifact << /Type /Pagination /Subtype /Footer >> BDC",
    "Pagination/Watermark": "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC",
}


class MarkedSequence(msgspec.Struct, frozen=True):
    """What one marked-content sequence of a page shows: span `span` of the element `id`.

    `words`: what it is read as, where that is not what its glyphs say; it then wants an element of its own.
    """

    id: str
    span: int
    words: str = ""


class DrawnPage(msgspec.Struct, frozen=True):
    """A page drawn. The index of a mark is its marked-content identifier. `packed`: the content is compressed already."""

    content: bytes
    marks: tuple[MarkedSequence, ...]
    packed: bool = False


class Pictures(Protocol):
    """What the pictures of a file are called, and how they lie: see `Images`."""

    def resource(self, picture: Picture, width: float, view: View) -> str: ...
    def turned(self, picture: Picture) -> int: ...


def draw(page: Page, fonts: Fonts, images: Pictures, office: Office) -> DrawnPage:
    """Draw one page in the colours of `office`, and what that has to stand round it."""
    sheet = _Sheet(office, office.boxes(page), fonts, images)
    for item in page.items:
        sheet.draw(item)
    if page.slug:
        sheet.fill_all(office.registration)
        for item in page.slug:
            sheet.draw(item)
    sheet.mark(None)
    sheet.lines += office.marks(page)
    return DrawnPage("\n".join(sheet.lines).encode("ascii"), tuple(sheet.marks))


UPRIGHT_ALREADY = 1
# what sets an image upright within its unit square, by its EXIF orientation (EXIF 2.32, 4.6.4)
UPRIGHT = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


class _Sheet:
    """A content stream in the making. Keeps the graphics state so that operators are written only when it changes."""

    def __init__(self, office: Office, boxes: Boxes, fonts: Fonts, images: Pictures) -> None:
        edge = number(boxes.edge)
        self.lines: list[str] = [f"1 0 0 1 {edge} {edge} cm"] if boxes.edge else []
        self.marks: list[MarkedSequence] = []
        self._boxes = boxes
        self._height = boxes.height
        self._fonts = fonts
        self._images = images
        self._office = office
        self._ink: Callable[[Colour], str] = office.fill
        self._open: MarkedSequence | str | None = None  # what is open: an element's, or an artifact's type
        self._colour: Colour | None = None
        self._scale = 1.0
        self._spacing = 0.0
        self._hidden = False
        self._grounds: list[Rect] = []  # the areas that have been filled, but with white

    def draw(self, item: Item) -> None:
        match item:
            case Glyphs():
                self._run(item)
            case Rule():
                self.mark(_owner(item), "Figure")
                self._rule(item)
            case Path():
                self.mark(_owner(item), "Figure")
                self._path(item)
            case Image():
                self.mark(_owner(item), "Figure")
                self._image(item)
            case Drawing():
                self.mark(_owner(item), "Figure")
                self._drawing(item)
            case Link() | Anchor():
                pass

    def fill_all(self, operators: str) -> None:
        """Draw what follows with these operators for any colour."""
        self._ink = lambda _: operators
        self._colour = None

    def mark(self, mark: MarkedSequence | str | None, tag: str = "", *, empty: bool = False) -> None:
        """Close the marked content that is open and open this one, unless they are the same.

        What is `empty` has its words said by its element alone: there is nothing in the content that they could stand for.
        """
        if mark == self._open and not (isinstance(mark, MarkedSequence) and mark.words):  # words are said each time
            return
        if self._open is not None:
            self.lines.append("EMC")
        if isinstance(mark, MarkedSequence):
            # what stands for a hyphen is said by its element alone: poppler would take a text given here for a word
            said = mark.words and mark.words != SOFT_HYPHEN and not empty
            words = f"/ActualText {string(mark.words)} " if said else ""
            self.lines.append(f"/{tag} << /MCID {len(self.marks)} {words}>> BDC")
            self.marks.append(mark)
        elif mark is not None:
            self.lines.append(ARTIFACTS[mark])
        self._open = mark

    def _fill(self, colour: Colour) -> None:
        if colour != self._colour:
            self.lines.append(self._ink(colour))
            self._colour = colour

    def _drawing(self, item: Drawing) -> None:
        from briefgen.pdf.vectors import operators  # late: few pages have one

        self.lines += operators(item, self._height, self._office, self._label)
        for unseen in item.unseen:
            self.mark(MarkedSequence(unseen.id, 0, unseen.words), "Span", empty=True)

    def _label(self, item: Glyphs) -> list[str]:
        """The operators that show a run of a drawing, all of which is one element's."""
        parts = self._fonts.stretches(item)
        if item.rtl:
            parts = parts[::-1]
        return [line for part in parts for line in self._show(item, part.glyphs, part.words, leftwards=item.rtl)]

    def _rule(self, item: Rule) -> None:
        if item.colour != WHITE:
            self._grounds.append(item.rect)
        self._fill(item.colour)
        rect = self._boxes.extended(item.rect) if self._boxes.bleed else item.rect
        self.lines.append(f"{self._corner(rect)} {number(rect.width)} {number(rect.height)} re f")

    def _path(self, item: Path) -> None:
        if item.fill is None or item.stroke:
            self._drawing(Drawing(Rect(0.0, 0.0, 0.0, 0.0), (item,)))
            return
        if item.fill != WHITE:
            self._grounds.append(item.rect)
        self._fill(item.fill)
        for kind, *values in item.segments:
            points = [float(value) for value in values]
            if self._boxes.bleed:
                points = [
                    value for corner in zip(points[::2], points[1::2], strict=True) for value in self._boxes.carried(*corner)
                ]
            points[1::2] = [self._height - y for y in points[1::2]]
            self.lines.append(" ".join([*map(number, points), "h" if kind == "z" else str(kind)]))
        self.lines.append("f*" if item.even_odd else "f")

    def _image(self, item: Image) -> None:
        rect, clip = item.rect, ""
        shown = self._boxes.extended(rect) if self._boxes.bleed else rect
        if shown != rect:
            rect = _covering(rect, shown)
        whole = _whole(rect, item.crop)
        if shown != item.rect or (whole != rect and not item.shades):
            clip = f"{self._corner(shown)} {number(shown.width)} {number(shown.height)} re W n "
        if item.disc:
            clip = f"{_disc(item.rect, self._height)} W n "
        if item.shades:  # what is shown of it is an image of its own, and upright
            resource = self._images.resource(item.picture, whole.width, View(crop=item.crop, shades=item.shades))
            place = self._placed(rect, UPRIGHT_ALREADY)
        else:
            resource = self._images.resource(
                item.picture, whole.width, View(tinted=self._is_tinted(item.rect), paper=item.paper)
            )
            place = self._placed(whole, self._images.turned(item.picture))
        self.lines.append(f"q {clip}{place} cm /{resource} Do Q")

    def _is_tinted(self, rect: Rect) -> bool:
        """Whether something coloured lies below a rectangle."""
        return any(
            ground.x < rect.right and rect.x < ground.right and ground.y < rect.bottom and rect.y < ground.bottom
            for ground in self._grounds
        )

    def _placed(self, rect: Rect, turned: int) -> str:
        """The matrix that brings an image, as it lies in its file, upright into a rectangle."""
        a, b, c, d, e, f = UPRIGHT[turned]
        x, y = rect.x + e * rect.width, self._height - rect.bottom + f * rect.height
        return " ".join(map(number, (a * rect.width, b * rect.height, c * rect.width, d * rect.height, x, y)))

    def _corner(self, rect: Rect) -> str:
        return f"{number(rect.x)} {number(self._height - rect.bottom)}"

    def _run(self, item: Glyphs) -> None:
        """Draw a run; what is read otherwise than its glyphs say is marked apart from what stands before and after it."""
        parts = self._fonts.stretches(item)
        if item.rtl:
            self._leftwards(item, parts)
        elif any(part.words and part.words != SOFT_HYPHEN for part in parts):
            self._pieces(item, parts)
        else:
            x = item.x
            for part in parts:
                self._part(item, part, x)
                if len(parts) > 1:
                    x += sum([glyph.advance for glyph in part.glyphs])

    def _part(self, item: Glyphs, part: Stretch, x: float) -> None:
        """Draw a part of a run that stands at `x`.

        ISO 32000-1, 14.6.1: marked content and text objects may not overlap, so that each part is an object.
        """
        self._mark_stretch(item, part.words)
        self._begin_text(item, x)
        self.lines += self._show(item, part.glyphs, "" if item.id and not item.artifact else part.words)
        self.lines.append("ET")

    def _leftwards(self, item: Glyphs, parts: list[Stretch]) -> None:
        """Draw a run from right to left.

        ISO 32000-1, 14.8.2.5.3: its parts as they are read, and the characters of each the other way.
        """
        x = item.x + item.width
        for part in parts:
            words, glyphs = part.words, part.glyphs
            x -= sum([glyph.advance for glyph in glyphs])
            self._mark_stretch(item, words)
            self.lines += [] if words else ["/ReversedChars BMC"]
            self._begin_text(item, x)
            self.lines += self._show(item, glyphs, "" if item.id and not item.artifact else words, leftwards=True)
            self.lines += ["ET"] if words else ["ET", "EMC"]

    def _pieces(self, item: Glyphs, parts: list[Stretch]) -> None:
        """Draw a run with clusters that are read as one, all of it in one text object.

        Its marked contents lie within that (ISO 32000-1, 14.6.1). The pen is never set anew: pdf.js counts no width for a
        glyph that stands for marks alone, or for nothing, and would read a space where a pen is set behind it.
        """
        self.mark(None)
        self._begin_text(item, item.x)
        pen = Pen(item, self._fonts.font(item.face))
        for part in parts:
            words, glyphs = part.words, part.glyphs
            self._mark_stretch(item, words)
            pen.show(glyphs)
            self.lines += pen.lines if item.id and not item.artifact else _said(words, pen.lines)
            pen.lines = []
        if pen.rise:
            self.lines.append("0 Ts")
        self.mark(None)
        self.lines.append("ET")

    def _mark_stretch(self, item: Glyphs, words: str) -> None:
        """Open the marked content of a part of a run: an element of its own for what is read as these words."""
        owner = _owner(item, item.span)
        if words and isinstance(owner, MarkedSequence):
            self.mark(MarkedSequence(owner.id, owner.span, words), "Span")
        else:
            self.mark(owner, item.role or "Span")

    def _begin_text(self, item: Glyphs, x: float) -> None:
        """Begin a text object where a run, or a part of it, stands."""
        self._fill(item.colour)
        self.lines.append(f"BT {number(x)} {number(self._height - item.y)} Td")
        if item.hidden != self._hidden:  # ISO 32000-1, 9.3.6
            self.lines.append("3 Tr" if item.hidden else "0 Tr")
            self._hidden = item.hidden
        if item.scale != self._scale:
            self.lines.append(f"{number(100 * item.scale)} Tz")
            self._scale = item.scale
        spacing = letter_spacing(item) if item.spacing else 0.0
        if spacing != self._spacing:
            self.lines.append(f"{number(spacing)} Tc")
            self._spacing = spacing

    def _show(self, item: Glyphs, glyphs: tuple[Glyph, ...], words: str, *, leftwards: bool = False) -> list[str]:
        """The operators that show glyphs of a run; `words`: what they are read as, for those of an artifact."""
        return _said(words, show(item, self._fonts.font(item.face), glyphs, leftwards=leftwards))


def _said(words: str, shown: list[str]) -> list[str]:
    """Operators of an artifact that are read as these words, "" as they are."""
    if not words or words == SOFT_HYPHEN:
        return shown
    return [f"/Span << /ActualText {string(words)} >> BDC", *shown, "EMC"]


def _owner(item: Glyphs | Rule | Path | Drawing | Image, span: int = -1) -> MarkedSequence | str:
    """The element that an item shows, or the type of the artifact that it is."""
    return MarkedSequence(item.id, span) if item.id and not item.artifact else item.artifact


def _covering(picture: Rect, area: Rect) -> Rect:
    """The picture's rectangle, undistorted and just large enough to cover the area, in its middle."""
    scale = max(area.width / picture.width, area.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return Rect(area.x - (width - area.width) / 2, area.y - (height - area.height) / 2, width, height)


ROUND = 0.5523  # of the radius: where the two inner points of a quarter of a circle are, as a Bézier curve


def _disc(rect: Rect, height: float) -> str:
    """The operators of a circle in a square."""
    radius = rect.width / 2
    x, y, bow = rect.x + radius, height - rect.y - radius, ROUND * radius
    quarters = [
        (x + radius, y + bow, x + bow, y + radius, x, y + radius),
        (x - bow, y + radius, x - radius, y + bow, x - radius, y),
        (x - radius, y - bow, x - bow, y - radius, x, y - radius),
        (x + bow, y - radius, x + radius, y - bow, x + radius, y),
    ]
    curves = " ".join(f"{' '.join(map(number, quarter))} c" for quarter in quarters)
    return f"{number(x + radius)} {number(y)} m {curves} h"


def _whole(part: Rect, crop: Rect) -> Rect:
    """Where all of a picture would stand of which the part `crop`, in shares of it, fills a rectangle."""
    width, height = part.width / crop.width, part.height / crop.height
    return Rect(part.x - crop.x * width, part.y - crop.y * height, width, height)
