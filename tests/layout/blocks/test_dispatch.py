"""Every kind of block: it can be measured, and what is wrong with a text of it is told, whatever the block does."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from support.briefs import Maker, make_brief

import briefgen.layout.blocks
from briefgen.charting.plot import Plot, Series
from briefgen.content.brief import (
    Artwork,
    Aside,
    Biography,
    Block,
    Box,
    Chart,
    Code,
    Design,
    Fact,
    Figure,
    Finding,
    Findings,
    Heading,
    List,
    ListItem,
    Pair,
    Paragraph,
    Partners,
    People,
    Picture,
    PullQuote,
    Recommendation,
    Recommendations,
    Span,
    Stat,
    Stats,
    Symbol,
    Table,
    Text,
)
from briefgen.content.reading import texts_of
from briefgen.layout.blocks import Place, measure
from briefgen.layout.blocks.front import front_pieces
from briefgen.layout.measuring.pieces import Piece, flaws_in
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Place as Spot
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

NO_GLYPH = "\ue123"  # of the private use area: no face of ours has it
CODE = "typeset/missing-glyph"


@pytest.fixture(scope="module")
def desk() -> Desk:
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
    return Desk(make_brief((), Maker()), make_theme(Design()), setter)


def examples() -> Iterator[Block]:
    """One block of each kind, with all the texts that it may have; a glyph is missing in each of them."""
    count = 0

    def text(words: str) -> Text:
        nonlocal count
        count += 1
        return Text(f"t{count}", "P", (Span(f"{words} {count} {NO_GLYPH}"),))

    def item(words: str, sublist: List | None = None) -> ListItem:
        return ListItem(words, text("1."), text(words), sublist)

    yield Paragraph(text("A paragraph"))
    yield Heading(text("A heading"), 1)
    yield PullQuote("quote", text("A quote"), text("by somebody"))
    yield List("list", True, (item("one"), item("two", List("sublist", True, (item("in it"),)))))
    yield Box("box", text("A box"), (Paragraph(text("with words")),))
    yield Aside("aside", text("An aside"), (Paragraph(text("with words")),))
    yield Pair("pair", (Paragraph(text("left")), Paragraph(text("right"))))
    yield Stats("stats", (Stat("stat", text("4"), text("of them")),))
    picture = Picture(Path("picture.png"), 300, 100, Spot("brief.yaml", 1, 1))
    yield Figure(
        "figure", picture, "Alt", caption=text("A caption"), source=text("They said"), credit=text("Photo: somebody")
    )
    symbol = Symbol((b"\1\0", b"\0\1"))
    yield Code("code", symbol, "Alt", text("Read on"), text("example.org"), text("Made by somebody"))
    rows = ((text("4"),), (text("5"),))
    made = Table("table", text("A table"), text("Units"), (text("What"),), rows, ("left",))
    yield msgspec.structs.replace(made, source=text("They counted"), note=text("all of them"))
    plot = Plot("bar", ("one", "two"), (0.0, 1.0), (Series("y", (4.0, 5.0)),))
    table = Table("numbers", None, None, (text("What"),), ((text("4"),), (text("5"),)), ("left",))
    art = Artwork("art", "Alt", plot, {})
    yield Chart("chart", text("A title"), text("below it"), art, table, text("a source"), text("a note"), printed=True)
    finding = Finding("f", text("Finding"), 1, text("It is so"), text("as seen"), text("high"), text("by 1"))
    yield Findings("findings", (finding,))
    facts = (Fact(text("For"), text("them")),)
    advice = Recommendation("r", text("Nr."), 1, text("Do it"), text("because"), text("see 1"), text("derived"), facts)
    yield Recommendations("recommendations", text("A note"), (advice,))
    yield People("people", text("The authors"), (Biography("person", None, text("A. Author"), (text("who wrote it"),)),))
    yield Partners("partners", text("With the help of"), (Figure("partner", picture, "A partner"),))


def test_there_is_an_example_of_every_kind() -> None:
    assert {type(block) for block in examples()} == {*get_args(Block)}


@pytest.mark.parametrize("width", [230.0, 480.0])
@pytest.mark.parametrize("block", list(examples()), ids=lambda block: type(block).__name__)
def test_a_missing_glyph_is_told_of_every_text_of_a_block(block: Block, width: float, desk: Desk) -> None:
    told = {id for id, flaw in flaws_in(measure(desk, [block], width)) if flaw.code == CODE}
    assert told == {text.id for text in texts_of(block)}


def test_a_glyph_missing_in_a_table_that_is_divided_is_told_of_every_cell(desk: Desk) -> None:
    text = [Text(f"t{number}", "P", (Span(f"{number} {NO_GLYPH}"),)) for number in range(80)]
    table = Table(
        "table", None, None, tuple(text[:2]), tuple((text[n], text[n + 1]) for n in range(2, 80, 2)), ("left", "left")
    )
    pieces = measure(desk, [table], 230.0)
    assert len(pieces) > 1
    assert {id for id, _ in flaws_in(pieces)} == {cell.id for cell in text}


def test_a_new_block_cannot_forget_what_is_wrong_with_its_text(desk: Desk) -> None:
    """Whoever sets a text has nothing to hand on: what is wrong with it goes with its lines."""

    def new_pieces(text: Text) -> tuple[Piece, ...]:
        trial = desk.copy(text, "title", 100.0)  # of a trial nothing is left
        assert trial.height
        return (desk.piece([desk.copy(text, "body", 200.0)], [], 20.0), *desk.flow(text, "body", 200.0))

    found = [*flaws_in(new_pieces(Text("new", "P", (Span(f"New {NO_GLYPH}"),))))]
    assert {(id, flaw.code) for id, flaw in found} == {("new", CODE)}
    assert len({flaw.message for _, flaw in found}) == 1


def test_no_block_sets_text_but_at_the_desk() -> None:
    """What is set by the typesetter itself, or as a strip made by hand, would have its flaws forgotten."""
    folder = Path(briefgen.layout.blocks.__file__).parent
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Attribute) and node.attr == "typesetter"), path.name
            assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Strip"), path.name


def test_sizes_that_were_tried_for_a_title_are_not_told_of(desk: Desk) -> None:
    """A word too wide for the title's first sizes, and not for its last: only what is printed counts."""
    brief = make_brief((), Maker())
    title = msgspec.structs.replace(brief.front.title, spans=(Span("Un" + "m" * 18 + "able " + "words " * 30),))
    front = msgspec.structs.replace(brief.front, title=title)
    looks = {"title": msgspec.structs.replace(desk.theme.style("title"), hyphenate=False)}
    theme = msgspec.structs.replace(desk.theme, styles={**desk.theme.styles, **looks})
    own = Desk(brief, theme, desk.typesetter)
    widths = [
        own.min_width(title, msgspec.structs.replace(looks["title"], size=looks["title"].size * step))
        for step in (1.0, 0.84)
    ]
    width = sum(widths) / 2
    assert own.copy(title, looks["title"], width).strips[0].flaws  # type: ignore[union-attr]  # a copy's first is a line
    assert [id for id, _ in flaws_in(front_pieces(own, front, width)) if id == title.id] == []


def test_a_picture_made_smaller_is_told_once_and_only_at_the_width_it_has(desk: Desk) -> None:
    picture = Picture(Path("tall.png"), 500, 1000, Spot("brief.yaml", 1, 1))
    box = Box("box", None, (Figure("figure", picture, "Alt"),))
    assert [*flaws_in(measure(desk, [box], 230.0))] == []
    found = [*flaws_in(measure(desk, [box], 480.0, Place()))]
    assert [(id, flaw.code) for id, flaw in found] == [("figure", "layout/image-scaled")]
