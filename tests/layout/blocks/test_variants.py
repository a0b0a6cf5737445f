"""Headings, quotes and boxes in each variant that a look may ask for: within their width, and clear on their grounds."""

from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import (
    Block,
    Box,
    Code,
    Design,
    Heading,
    Paragraph,
    PullQuote,
    Section,
    Span,
    Symbol,
    Table,
    Text,
)
from briefgen.content.compose import compose
from briefgen.geometry import WHITE, Rect
from briefgen.layout.blocks import Place, measure
from briefgen.layout.blocks.heading import heading_pieces
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Strip
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Desk
from briefgen.layout.proof.verify import DESCENT
from briefgen.looks.look import MODULES
from briefgen.looks.units import TONES
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.theme import LEAST_CONTRAST, make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SETTER = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
WORDS = "The army was designed for territorial defence and not for a fragmented conflict in crowded cities. "
WIDTH = 233.0


def text(words: str, id: str = "t", role: str = "P") -> Text:
    return Text(id, role, (Span(words), Span("a link", uri="https://example.org")))


HEAD = Heading(text("What militarised policing costs", "h", "H2"), 1)
BOX = Box("b", text("A case in point"), tuple(Paragraph(text(WORDS * 2, f"p{n}")) for n in range(3)))
LONG = Box("l", text("A case in point"), tuple(Paragraph(text(WORDS * 4, f"q{n}")) for n in range(6)))
QUOTE = PullQuote("q", text(WORDS), text("The minister"))
ACCENTS = ("#8a1c1c", "#ffd800", "#222222")


def variants(record: str) -> tuple[str, ...]:
    hint: Any = get_type_hints(type(getattr(MODULES, record)))["variant"]
    return get_args(hint)


CASES: list[tuple[str, str, Block]] = [
    *(("heading", name, HEAD) for name in variants("heading")),
    *(("quote", name, QUOTE) for name in variants("quote")),
    *(("box", name, block) for name in variants("box") for block in (BOX, LONG)),
]


def desk_for(record: str, variant: str, accent: str = ACCENTS[0]) -> Desk:
    own = msgspec.structs.replace(getattr(MODULES, record), variant=variant)
    look = msgspec.structs.replace(MODULES, **{record: own})
    brief = make_brief((Section("s", HEAD, ()),), Maker())
    return Desk(brief, make_theme(Design(look=look, accent=accent)), SETTER)


def _holds(rect: Rect, x: float, y: float) -> bool:
    return rect.x < x < rect.right and rect.y < y < rect.bottom


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize(("record", "variant", "block"), CASES)
def test_what_is_drawn_stays_within_its_width_and_is_clear(record: str, variant: str, block: Block, accent: str) -> None:
    desk = desk_for(record, variant, accent)
    paper = desk.theme.palette.paper
    lines = 0
    for piece in measure(desk, [block], WIDTH, Place()):
        grounds = [Rule(Rect(0, -99, WIDTH, 999), piece.group.fill)] if piece.group and piece.group.fill else []
        for item in (*piece.ingredients, *(piece.group.head if piece.group else ())):
            if isinstance(item, Rule):
                assert -0.01 <= item.rect.x <= item.rect.right <= WIDTH + 0.01
                grounds.append(item)
            elif isinstance(item, Strip):
                lines += 1
                assert item.x >= -8
                assert item.x + item.line.width <= WIDTH + 8  # what hangs out
                below = [ground for ground in grounds if _holds(ground.rect, item.x + 5, item.y - 3)]
                ground = below[-1].colour if below else paper
                assert all(run.colour.contrast(ground) >= LEAST_CONTRAST for run in item.line.runs), item
    assert lines


@pytest.mark.parametrize("tone", TONES)
def test_a_quote_stands_clear_on_the_ground_that_its_look_names(tone: str) -> None:
    own = msgspec.structs.replace(MODULES.quote, variant="tinted", ground=tone)
    colours = msgspec.structs.replace(MODULES.colours, second="#b4540a")
    look = msgspec.structs.replace(MODULES, quote=own, colours=colours)
    desk = Desk(make_brief((), Maker()), make_theme(Design(look=look)), SETTER)
    (piece,) = measure(desk, [QUOTE], WIDTH, Place())
    ground = next(item for item in piece.ingredients if isinstance(item, Rule))
    assert ground.colour == desk.tone(tone)
    lines = [item for item in piece.ingredients if isinstance(item, Strip)]
    assert lines
    assert all(run.colour.contrast(ground.colour) >= LEAST_CONTRAST for line in lines for run in line.line.runs)


def test_a_box_with_more_than_words_is_not_reversed() -> None:
    code = Code("c", Symbol((b"\1" * 21,) * 21), "A code", None, text("example.org"))
    (piece, *_) = measure(desk_for("box", "solid"), [Box("b", None, (code,))], WIDTH, Place())
    ground = next(item for item in piece.ingredients if isinstance(item, Rule))
    assert ground.colour == make_theme(Design()).palette.tint


def test_large_numbers_are_not_read_and_count_the_sections() -> None:
    desk = desk_for("heading", "numeral")
    (piece,) = measure(desk, [HEAD], WIDTH, Place())
    number, *words = [item for item in piece.ingredients if isinstance(item, Strip)]
    assert (number.artifact, number.line.runs[0].glyphs[0].text) == ("Layout", "1")
    assert all(not item.artifact for item in words)


def test_a_heading_on_a_bar_stands_again_unread_where_its_box_goes_on() -> None:
    pieces = measure(desk_for("box", "headed"), [LONG], WIDTH, Place())
    group = pieces[0].group
    assert group
    first, again = ([item for item in part if isinstance(item, Strip)] for part in (group.head, group.repeated))
    assert [item.artifact for item in first] == [""]
    assert [item.artifact for item in again] == ["Layout"]


@pytest.mark.parametrize("head", ["ruled", "tinted", "reversed"])
@pytest.mark.parametrize("bands", [False, True])
def test_heads_of_tables_are_clear_and_words_stand_in_from_grounds(head: str, bands: bool) -> None:
    own = msgspec.structs.replace(MODULES.table, head=head, bands=bands)
    desk = Desk(make_brief((), Maker()), make_theme(Design(look=msgspec.structs.replace(MODULES, table=own))), SETTER)
    cells = tuple(text(word, word) for word in ("Year", "Wells"))
    (piece,) = measure(
        desk,
        [Table(id="t", caption=None, units=None, head=cells, rows=(cells, cells, cells), align=("left", "right"))],
        WIDTH,
        Place(),
    )
    grounds = [item for item in piece.ingredients if isinstance(item, Rule) and item.rect.height > 5]
    assert len(grounds) == (head != "ruled") + bands
    for item in piece.ingredients:
        if isinstance(item, Strip):
            below = [ground.colour for ground in grounds if _holds(ground.rect, item.x + 5, item.y - 3)]
            assert item.line.runs[0].colour.contrast(below[-1] if below else WHITE) >= LEAST_CONTRAST
            assert item.x >= (own.inset if grounds else 0) - 1


def charted(printed: bool) -> Block:
    """A chart with its table."""
    chart = (
        "{kind: line, title: T, data: [[Year, In], [2023, 1], [2024, 2]], alt: auto, table: " + str(printed).lower() + "}"
    )
    source = f"title: Wells\nsections: [{{content: [{{chart: {chart}}}]}}]"
    outline = read_text(source.encode(), "brief.yaml", Path(), Problems())
    assert outline is not None
    made = compose(outline, Problems())
    assert made is not None
    return made.sections[0].blocks[0]


@pytest.mark.parametrize("printed", [True, False])
def test_a_chart_and_the_table_below_it_stand_on_plates_of_their_own(printed: bool) -> None:
    look = msgspec.structs.replace(MODULES, figure=msgspec.structs.replace(MODULES.figure, plate="white"))
    desk = Desk(make_brief((), Maker()), make_theme(Design(look=look)), SETTER)
    pieces = measure(desk, [charted(printed)], WIDTH, Place())
    plates = [
        item
        for piece in pieces
        for item in piece.ingredients
        if isinstance(item, Rule) and item.colour == WHITE and item.rect.width == WIDTH and item.rect.height > 20
    ]
    assert len(plates) == len(pieces) == 1 + printed


@pytest.mark.parametrize("variant", variants("quote"))
@pytest.mark.parametrize("credit", ["", "The minister"])
def test_a_quote_ends_within_its_rows_whatever_its_leading(variant: str, credit: str) -> None:
    desk = desk_for("quote", variant)
    for lines in range(1, 8):
        words = Text("t", "P", (Span(WORDS[: 30 * lines]),))
        for leading in range(9, 24):
            desk.theme.styles["quote"] = msgspec.structs.replace(desk.theme.style("quote"), leading=float(leading))
            quote = PullQuote("q", words, text(credit) if credit else None)
            (piece,) = measure(desk, [quote], WIDTH, Place())
            last = max(
                item.y + DESCENT * item.line.runs[0].size
                for item in piece.ingredients
                if isinstance(item, Strip) and not item.artifact
            )
            assert last <= piece.rows * desk.leading


def test_all_headings_on_bars_begin_at_one_edge() -> None:
    look = msgspec.structs.replace(MODULES, heading=msgspec.structs.replace(MODULES.heading, variant="bar", bar_padding=6.0))
    brief = make_brief((), Maker(), Design(look=look))
    desk = Desk(brief, make_theme(brief.design), SETTER)
    (narrow,), (wide,) = (heading_pieces(desk, HEAD, WIDTH, place) for place in (Place(), Place(banner=True)))
    starts = {next(item.x for item in piece.ingredients if isinstance(item, Strip)) for piece in (narrow, wide)}
    assert starts == {6.0}


def test_a_look_sets_the_heading_of_a_box_apart() -> None:
    def lines(gap: float) -> list[float]:
        look = msgspec.structs.replace(MODULES, box=msgspec.structs.replace(MODULES.box, heading_gap=gap))
        brief = make_brief((), Maker(), Design(look=look))
        (piece,) = measure(Desk(brief, make_theme(brief.design), SETTER), [BOX], WIDTH)
        return [item.y for item in piece.ingredients if isinstance(item, Strip)]

    near, apart = lines(0.0), lines(4.0)
    assert apart[1] - apart[0] == pytest.approx(near[1] - near[0] + 4.0)
    assert [y - apart[1] for y in apart[1:]] == pytest.approx([y - near[1] for y in near[1:]])


def test_a_bar_stands_nearer_to_what_it_heads_than_to_what_is_above_it() -> None:
    """It stands at the foot of its rows, with a row and more above; at the head of a column, with the capitals beside it."""
    desk = desk_for("heading", "bar")
    (piece,) = measure(desk, [HEAD], WIDTH, Place())
    bar = next(item for item in piece.ingredients if isinstance(item, Rule))
    below = piece.rows * desk.leading - bar.rect.bottom
    body = desk.theme.style("body")
    assert below == pytest.approx(desk.leading * (1 - BASELINE) + desk.look.heading.bar_below)
    assert piece.lead * desk.leading + bar.rect.y > below
    assert bar.rect.y + piece.top_shift <= body.leading * BASELINE - body.size * CAPITALS + 0.01
