"""QR codes as outlines, slug lines, and tones that merge in gray."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.briefs import Maker, make_brief

from briefgen.content.brief import Box, Brief, Code, Design, Printing, Section, Span, Symbol, Text
from briefgen.content.codes import make_symbol
from briefgen.geometry import WHITE, mm
from briefgen.layout.blocks.code import outlines
from briefgen.layout.compose import lay_out
from briefgen.layout.drawing.merging import report_merging
from briefgen.layout.drawing.slug import with_slug
from briefgen.layout.items import Path, Rule
from briefgen.layout.proof.verify import verify
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")


def winding(paths: list[list[tuple[int, int]]], x: float, y: float) -> int:
    """How often the paths go round a point: by their vertical sides at its right."""
    count = 0
    for path in paths:
        for (ax, ay), (bx, by) in zip(path, path[1:] + path[:1], strict=True):
            if ax == bx > x and min(ay, by) < y < max(ay, by):
                count += 1 if by > ay else -1
    return count


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 7).flatmap(lambda n: st.lists(st.binary(min_size=n, max_size=n), min_size=n, max_size=n)))
def test_outlines_fill_the_dark_modules_and_no_other(rows: list[bytes]) -> None:
    modules = tuple(bytes(byte & 1 for byte in row) for row in rows)
    paths = list(outlines(modules))
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            assert winding(paths, column + 0.5, row + 0.5) == dark
    for path in paths:
        for before, at, after in zip(path[-1:] + path[:-1], path, path[1:] + path[:1], strict=True):
            assert (before[0] == at[0]) != (at[0] == after[0])  # it turns at each corner


def code(maker: Maker, address: str, **more: Any) -> Code:
    text = Text("code.address", "P", (Span(address, uri=address),))
    return Code("code", make_symbol(address), "Alt", maker.text("Read on", "Caption"), text, **more)


def laid(setter: Typesetter, block: Any, maker: Maker, design: Design | None = None) -> Any:
    brief = make_brief((Section("s", None, (block,)),), maker, design)
    problems = Problems()
    pages = lay_out(brief, setter, problems)
    verify(pages, pages.shape or make_theme(brief.design).page, brief, problems)
    assert [problem.code for problem in problems.sorted()] == []
    return pages


@pytest.mark.parametrize("design", [Design(), Design(paper="a5"), Design(columns=1)])
@pytest.mark.parametrize("long", [1, 200])
def test_code_is_large_enough_and_has_its_quiet_zone(setter: Typesetter, design: Design, long: int) -> None:
    maker = Maker()
    block = code(maker, "https://example.org/" + "a-b/" * (long // 4))
    pages = laid(setter, Box("box", None, (block,)), maker, design)
    items = [item for page in pages.pages for item in page.items]
    (drawn,) = (item for item in items if isinstance(item, Path) and item.id == "code")
    modules = len(block.symbol.modules)
    module = drawn.rect.width / modules
    assert module >= mm(0.5) - 0.001
    assert drawn.rect.width >= mm(24) - 0.001
    (ground,) = (item.rect for item in items if isinstance(item, Rule) and item.colour == WHITE)
    assert drawn.rect.x - ground.x == pytest.approx(4 * module)
    assert ground.bottom - drawn.rect.bottom == pytest.approx(4 * module)
    order = [item for item in items if item == drawn or (isinstance(item, Rule) and item.colour == WHITE)]
    assert order[-1] == drawn


def test_symbol_does_not_change_with_the_run() -> None:
    assert make_symbol("https://example.org") == make_symbol("https://example.org")
    assert make_symbol("https://example.org") != make_symbol("https://example.net")
    assert isinstance(make_symbol("a"), Symbol)


def test_slug_ends_before_the_middle_of_the_sheet(setter: Typesetter) -> None:
    maker = Maker()
    brief = make_brief((), maker, Design(spot="PANTONE 7622 C"))
    metadata = msgspec.structs.replace(brief.metadata, title="A long title " * 30, date="2026-11-22")
    brief = msgspec.structs.replace(brief, metadata=metadata, printing=Printing(slug=True))
    pages = with_slug(lay_out(brief, setter, Problems()), brief, setter)
    for page in pages.pages:
        first, second = sorted({item.y for item in page.slug})
        assert page.height + brief.printing.bleed + mm(1) < first - 4 < second < page.height + brief.printing.bleed + mm(8)
        assert max(item.x + item.width for item in page.slug) < page.width / 2 - mm(5)
        words = "".join(glyph.text for item in page.slug for glyph in item.glyphs)
        assert f"…{page.number} / {len(pages.pages)} · 210 × 297 mm · 2026-11-22 · CMYK + PANTONE 7622 C" in words


@pytest.mark.parametrize(
    ("accent", "merging"),
    [
        ("#8a1c1c", []),
        ("#000000", []),
        ("#e0a000", ["the tint behind boxes differs from the paper"]),
        ("#fff6cc", ["the tint behind boxes", "the tint of fine rules", "the accent"]),
    ],
)
def test_tones_that_merge_in_gray(accent: str, merging: list[str]) -> None:
    brief: Brief = make_brief((), Maker(), Design(accent=accent))
    problems = Problems()
    report_merging(brief, make_theme(brief.design).palette, problems)
    found = [problem.message for problem in problems.sorted()]
    assert len(found) == len(merging)
    assert {problem.code for problem in problems.sorted()} <= {"print/tints-merge"}
    assert all(any(words in message for message in found) for words in merging)
