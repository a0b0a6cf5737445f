"""Hand-made pages: text set by HarfBuzz alone, without the rooms between an outline and its pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz as hb

from briefgen.content.brief import Back, Brief, Design, Front, Masthead, Metadata, Text
from briefgen.geometry import BLACK, Colour
from briefgen.layout.items import Anchor, Bookmark, Glyphs, Item, Page, Pages
from briefgen.typeset.fonts import Face, default_family
from briefgen.typeset.lines import Glyph

SetText = Callable[..., Glyphs]


def shape(face: Face, text: str, size: float, features: dict[str, bool] | None = None) -> tuple[Glyph, ...]:
    """The glyphs of one run as typeset would give them."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, features or {})
    starts = sorted({info.cluster for info in buffer.glyph_infos} | {len(text)})
    glyphs = []
    seen = set()
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        end = starts[starts.index(info.cluster) + 1]
        words = "" if info.cluster in seen else text[info.cluster : end]
        seen.add(info.cluster)
        em = size / face.upem
        glyphs.append(
            Glyph(
                info.codepoint, position.x_advance * em, position.x_offset * em, position.y_offset * em, words
            )
        )
    return tuple(glyphs)


@pytest.fixture(scope="session")
def serif() -> Face:
    return default_family("body").face("regular", False)


@pytest.fixture(scope="session")
def sans() -> Face:
    return default_family("display").face("bold", False)


def run(face: Face, text: str, x: float, y: float, size: float = 10, colour: Colour = BLACK, **more: object) -> Glyphs:
    """A placed run of glyphs."""
    glyphs = shape(face, text, size)
    width = sum(glyph.advance for glyph in glyphs)
    return Glyphs(x, y, width, face, size, colour, glyphs, **more)  # type: ignore[arg-type]


def brief(**metadata: object) -> Brief:
    """A brief that says as little as a brief can."""
    known = Metadata(**{"title": "A title", "date": "2026-11-22", "language": "en-GB", **metadata})  # type: ignore[arg-type]
    masthead = Masthead("masthead", None, None, None, None, None)
    front = Front(masthead, Text("title", "H1", ()), None, None, None, None)
    return Brief(known, Design(), "", "", "Page", front, (), None, {})


def pages(*sheets: tuple[Item, ...], bookmarks: tuple[Bookmark, ...] = ()) -> Pages:
    """Pages of A4 that hold these items."""
    return Pages(
        tuple(Page(number, 595.276, 841.89, items) for number, items in enumerate(sheets, 1)), bookmarks, "A4"
    )
