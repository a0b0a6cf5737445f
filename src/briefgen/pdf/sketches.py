"""The pages of a file drawn, those that an earlier file had too from memory.

Comes in: pages, whom the file is for, images, and what is kept between files. Goes out: drawn pages, and the fonts that they
use. The promise: a page is drawn as it would be without memory. What is drawn depends on the page, on the state of the fonts
before it, and on what the images say of pictures: all three are compared. Refuses to know what stands on pages.
"""

from collections.abc import Mapping, Sequence

from briefgen.content.brief import Picture
from briefgen.layout.items import Page
from briefgen.memory import Memory, Shelf
from briefgen.pdf.draw import DrawnPage, draw
from briefgen.pdf.fonts import Fonts, FontState, used_on
from briefgen.pdf.images import Images, View
from briefgen.pdf.office import Office
from briefgen.typeset.face import Face

SKETCHES_KEPT = 200  # numbers of pages, of each kind of file
MANY = 12  # pages, which take as long to draw as five processes to start
ALIKE_KEPT = 3  # pages of the same number: of several outlines, or of one that is changed to and fro

Answers = tuple[tuple[Picture, float, View, str], ...]
States = dict[Face, FontState]


class Sketch:
    """A page, the glyphs on it, and how it was drawn when last it was."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.used = used_on(page)
        self.drawn: DrawnPage | None = None
        self.before: States = {}
        self.after: States = {}
        self.pictures: Answers = ()
        self.turns: tuple[tuple[Picture, int], ...] = ()


class Asked:
    """Images that are asked by way of it: it takes note of what they say."""

    def __init__(self, images: Images) -> None:
        self._images = images
        self.pictures: list[tuple[Picture, float, View, str]] = []
        self.turns: list[tuple[Picture, int]] = []

    def resource(self, picture: Picture, width: float = 0.0, view: View = View()) -> str:  # noqa: B008  it never changes
        """As `Images.resource`."""
        name = self._images.resource(picture, width, view)
        self.pictures.append((picture, width, view, name))
        return name

    def turned(self, picture: Picture) -> int:
        """As `Images.turned`."""
        turned = self._images.turned(picture)
        self.turns.append((picture, turned))
        return turned


class Artist:
    """Draws the pages of one file."""

    def __init__(self, pages: Sequence[Page], office: Office, images: Images, memory: Memory | None) -> None:
        self._office = office
        self._images = images
        self._known: Shelf[tuple[object, int], list[Sketch]] | None = None
        if memory:
            self._known = memory.shelf("drawn pages", SKETCHES_KEPT)
        signature = office.signature
        self._sketches = [self._sketch(page, (signature, page.number)) for page in pages]
        self.fonts = Fonts((sketch.used for sketch in self._sketches), memory)

    def draw(self) -> list[DrawnPage]:
        """All pages drawn, in order."""
        if self._known is None and len(self._sketches) >= MANY:
            from briefgen.pdf.relay import draw_by_two  # late: few briefs are so long

            pages = [sketch.page for sketch in self._sketches]
            return draw_by_two(pages, self.fonts, lambda page: draw(page, self.fonts, self._images, self._office))
        return [self._drawn(sketch) for sketch in self._sketches]

    def _sketch(self, page: Page, key: tuple[object, int]) -> Sketch:
        """The sketch of a page that an earlier file has had, or a new one."""
        if self._known is None:
            return Sketch(page)
        alike = self._known.get(key) or self._known.keep(key, [])
        found = next((sketch for sketch in alike if sketch.page is page or sketch.page == page), None)
        if found is None:
            found = Sketch(page)
        else:
            alike.remove(found)
        alike.insert(0, found)
        del alike[ALIKE_KEPT:]
        return found

    def _drawn(self, sketch: Sketch) -> DrawnPage:
        if self._known is None:
            return draw(sketch.page, self.fonts, self._images, self._office)
        before = self._states(sketch.used)
        if sketch.drawn is not None and self._says_the_same(sketch) and before == sketch.before:
            for face, state in sketch.after.items():
                self.fonts.font(face).go_on_from(state)
            return sketch.drawn
        asked = Asked(self._images)
        sketch.before = before
        sketch.drawn = draw(sketch.page, self.fonts, asked, self._office)
        sketch.after = self._states(sketch.used)
        sketch.pictures, sketch.turns = tuple(asked.pictures), tuple(asked.turns)
        return sketch.drawn

    def _says_the_same(self, sketch: Sketch) -> bool:
        """Ask the images what the page has asked them; whether they say the same."""
        names = [self._images.resource(picture, width, view) for picture, width, view, _ in sketch.pictures]
        turns = [self._images.turned(picture) for picture, _ in sketch.turns]
        return names == [each[-1] for each in sketch.pictures] and turns == [turn for _, turn in sketch.turns]

    def _states(self, used: Mapping[Face, frozenset[int]]) -> States:
        return {face: self.fonts.font(face).state for face in used}
