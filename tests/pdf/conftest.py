"""Hand-made pages: text set by HarfBuzz alone, without the rooms between an outline and its pages."""

import io
from typing import Any

import pikepdf
import pytest
import uharfbuzz as hb

from briefgen.content.brief import Brief, Design, Figure, Front, Masthead, Metadata, Paragraph, Section, Span, Text
from briefgen.geometry import BLACK, Colour
from briefgen.layout.items import Anchor, Bookmark, Glyphs, Image, Item, Page, Pages
from briefgen.pdf.write import write
from briefgen.typeset.face import Face
from briefgen.typeset.families import default_family
from briefgen.typeset.lines import Glyph

WIDTH, HEIGHT = 595.276, 841.89


class ByHand:
    """Makes faces, runs, pages and files."""

    width, height = WIDTH, HEIGHT

    def __init__(self) -> None:
        self.serif = default_family("body").face("regular", False)
        self._open: list[pikepdf.Pdf] = []
        self.sans = default_family("display").face("bold", False)

    def run(self, text: str, x: float, y: float, size: float = 10, colour: Colour = BLACK, **more: Any) -> Glyphs:
        """A placed run of glyphs; `face` and what else Glyphs has may be given."""
        face = more.pop("face", self.serif)
        glyphs = shape(face, text, size)
        width = sum(glyph.advance for glyph in glyphs)
        return Glyphs(x, y, width, face, size, colour, glyphs, **more)

    def pages(self, *sheets: tuple[Item, ...], bookmarks: tuple[Bookmark, ...] = ()) -> Pages:
        return Pages(tuple(Page(n, WIDTH, HEIGHT, items) for n, items in enumerate(sheets, 1)), bookmarks, "A4")

    def brief(self, pages: Pages | None = None, **metadata: Any) -> Brief:
        """A brief that says as little as a brief can, and has an element for each id on the pages, in their order."""
        known = Metadata(**{"title": "A title", "date": "2026-11-22", "language": "en-GB", **metadata})
        masthead = Masthead("masthead", None, None, None, None, None)
        front = Front(masthead, Text("title", "H1", (Span("A title"),)), None, None, None, None)
        blocks = {item.id: block(item) for page in (pages.pages if pages else ()) for item in page.items if owned(item)}
        return Brief(known, Design(), None, "", "Page", front, (Section("s", None, tuple(blocks.values())),), None, {})

    def file(self, *items: Item) -> bytes:
        """A file of one page."""
        pages = self.pages(items)
        return write(pages, self.brief(pages))

    def open(self, *items: Item) -> pikepdf.Pdf:
        return self.read(self.file(*items))

    def read(self, data: bytes) -> pikepdf.Pdf:
        """The file in pikepdf. It is kept, because its objects die with it."""
        self._open.append(pikepdf.open(io.BytesIO(data)))
        return self._open[-1]


def owned(item: Item) -> bool:
    return not isinstance(item, Anchor) and item.id not in {"", "title"}


def block(item: Item) -> Paragraph | Figure:
    if isinstance(item, Image):
        return Figure(item.id, item.picture, "What the picture shows")
    role = item.role if isinstance(item, Glyphs) else "P"
    return Paragraph(Text(item.id, role or "P", (Span("one"), Span("two"))))


def shape(face: Face, text: str, size: float) -> tuple[Glyph, ...]:
    """The glyphs of one run, each cluster's text on its first glyph."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, {})
    starts = sorted({info.cluster for info in buffer.glyph_infos} | {len(text)})
    seen = set()
    glyphs = []
    em = size / face.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        words = "" if info.cluster in seen else text[info.cluster : starts[starts.index(info.cluster) + 1]]
        seen.add(info.cluster)
        glyphs.append(Glyph(info.codepoint, place.x_advance * em, place.x_offset * em, place.y_offset * em, words))
    return tuple(glyphs)


@pytest.fixture(scope="session")
def by_hand() -> ByHand:
    return ByHand()
