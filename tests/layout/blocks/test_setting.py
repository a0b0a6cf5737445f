"""The space around blocks: equal above and below, none at the head of a column, and whatever stands beside them."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.briefs import Maker, make_brief

from briefgen.content.brief import Box, Design, Heading, List, ListItem, Paragraph, PullQuote, Stat, Stats, Table
from briefgen.geometry import BLACK, Rect
from briefgen.layout import costs
from briefgen.layout.blocks import measure
from briefgen.layout.blocks.setting import BASE, CAP, Place, headed, set_off
from briefgen.layout.fit import Levers
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Piece, Strip
from briefgen.layout.measuring.text import BASELINE, Desk
from briefgen.looks.look import MODULES
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SETTER = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
WORDS = "The army was designed for territorial defence and not for a fragmented conflict in crowded cities. "


def make_desk(fit: Levers | None = None) -> Desk:
    return Desk(make_brief((), Maker()), make_theme(Design()), SETTER, fit or Levers())


DESK = make_desk()


def line() -> Piece:
    return Piece(1, ())


def gaps(desk: Desk, height: float) -> tuple[float, float]:
    """Points between the line above, the ink of a block of this height, and the line below it."""
    block = set_off(desk, [Rule(Rect(0, 0, 100, height), BLACK)], height, Place())
    stands = Galley([line(), block, line()]).stack(0, 3).stands
    (ink,) = [item for item in block.ingredients if isinstance(item, Rule)]
    top = stands[1].top * desk.leading + ink.rect.y
    above = top - (desk.leading * BASELINE + BASE)
    return above, stands[2].top * desk.leading + CAP - (top + height)


@given(st.floats(5, 400))
def test_space_is_equal_above_and_below_whatever_the_height(height: float) -> None:
    above, below = gaps(DESK, height)
    assert 11 < above < 20
    assert above == pytest.approx(below, abs=2.5)  # where little is left over, ink keeps within its rows


@given(st.floats(20, 400))
def test_space_follows_the_fit(height: float) -> None:
    usual, tight, wide = (sum(gaps(make_desk(Levers(spaces=spaces)), height)) for spaces in (1.0, 0.75, 1.25))
    assert tight <= usual <= wide
    assert tight >= 20.0


def test_the_fit_gives_or_takes_about_a_row_a_block() -> None:
    wide, tight = (
        [sum(gaps(make_desk(Levers(spaces=spaces)), height)) for height in range(20, 150)] for spaces in (1.25, 0.75)
    )
    assert 0.5 * DESK.leading < (sum(wide) - sum(tight)) / len(wide) < 1.5 * DESK.leading


@given(st.floats(5, 400))
def test_at_the_head_of_a_column_ink_begins_as_high_as_capitals(height: float) -> None:
    block = set_off(DESK, [Rule(Rect(0, 0, 100, height), BLACK)], height, Place())
    (ink,) = [item for item in block.ingredients if isinstance(item, Rule)]
    top = ink.rect.y + block.top_shift
    assert -0.01 <= top <= CAP + 0.01  # rows of the grid are counted with this tolerance
    rest = (block.rows + block.below) * DESK.leading - top - height + CAP
    assert top in (0.0, pytest.approx(CAP), pytest.approx(block.rows * DESK.leading - height)) or rest == pytest.approx(14.0)
    assert rest >= 9.0
    assert top + height <= block.rows * DESK.leading + 0.01
    assert ink.rect.bottom <= block.rows * DESK.leading + 0.01  # nor does it leave a column at its foot
    (below,) = headed([block])
    assert [item.rect.y for item in below.ingredients if isinstance(item, Rule)] == [pytest.approx(top)]
    assert not below.lead


@given(st.floats(5, 400), st.sampled_from((0.75, 1.0, 1.25)))
def test_at_the_head_of_a_column_a_float_has_the_least_space_below(height: float, spaces: float) -> None:
    desk = make_desk(Levers(spaces=spaces))
    block = set_off(desk, [Rule(Rect(0, 0, 100, height), BLACK)], height, Place())
    (ink,) = [item for item in block.ingredients if isinstance(item, Rule)]
    foot = ink.rect.bottom + block.top_shift
    rest = (block.rows + max(block.below, block.below_head)) * desk.leading - foot + CAP
    assert desk.look.space.least - 0.01 <= rest < 2 * desk.leading


def list_of(maker: Maker, *items: str) -> List:
    made = tuple(ListItem(maker.id(), maker.text("1.", "Lbl"), maker.text(words, "LBody")) for words in items)
    return List(maker.id(), True, made)


def baselines(blocks: tuple[Paragraph | List | Heading, ...]) -> dict[str, list[float]]:
    """The baselines of each text when the blocks stand below each other in one column, in points."""
    pieces = measure(DESK, blocks, 229.0)
    found: dict[str, list[float]] = {}
    for stand in Galley(pieces).stack(0, len(pieces)).stands:
        for item in stand.piece.ingredients:
            if isinstance(item, Strip):
                found.setdefault(item.text_id, []).append(stand.top * DESK.leading + item.y)
    return found


@pytest.mark.parametrize("words", ["Short.", WORDS])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8, 12])
def test_a_list_has_as_much_space_above_as_below_and_a_little_between_items_of_several_lines(words: str, count: int) -> None:
    maker = Maker()
    before, after = Paragraph(maker.text("Before.")), Paragraph(maker.text("After."))
    items = list_of(maker, *[words] * count)
    at = baselines((before, items, after))
    above = at[items.items[0].text.id][0] - at[before.text.id][-1] - DESK.leading
    below = at[after.text.id][0] - at[items.items[-1].text.id][-1] - DESK.leading
    assert above == pytest.approx(below)
    assert 3.0 <= above <= 10.0
    ids = [item.text.id for item in items.items]
    between = {round(at[ids[n + 1]][0] - at[ids[n]][-1] - DESK.leading, 2) for n in range(count - 1)}
    assert len(between) <= 1
    if words == WORDS and count > 1:
        assert 1.6 <= between.pop() <= 2.5
    else:
        assert between <= {0.0}


def test_a_list_below_its_heading_has_no_space_above_it() -> None:
    maker = Maker()
    heading, items = Heading(maker.text("A heading", "H2"), 1), list_of(maker, "One.", "Two.")
    text = Paragraph(maker.text("Words."))
    listed, written = baselines((heading, items)), baselines((heading, text))
    assert listed[items.items[0].text.id][0] == pytest.approx(written[text.text.id][0])


def test_what_follows_a_paragraph_is_indented_and_what_follows_anything_else_is_not() -> None:
    maker = Maker()
    text = Paragraph(maker.text("Words."))
    quote = PullQuote(maker.id(), maker.text("A quote."))

    def left(before: Paragraph | List | PullQuote | Heading) -> float:
        strip = measure(DESK, (text,), 229.0, Place(before=before))[0].ingredients[-1]
        assert isinstance(strip, Strip)
        return strip.x

    assert left(text) > 0
    assert [left(one) for one in (list_of(maker, "One."), quote, Heading(maker.text("A", "H2"), 2))] == [0.0] * 3


def test_the_padding_of_a_box_is_equal_on_all_sides() -> None:
    maker = Maker()
    for heading in (maker.text("A box"), None):
        box = Box(maker.id(), heading, (Paragraph(maker.text(WORDS)), list_of(maker, "One.", "Two.")))
        (piece,) = measure(DESK, (box,), 229.0)
        ground = max((item.rect for item in piece.ingredients if isinstance(item, Rule)), key=lambda rect: rect.width)
        strips = [item for item in piece.ingredients if isinstance(item, Strip)]
        first = min(strips, key=lambda strip: strip.y)
        assert first.y - 0.66 * first.line.runs[0].size - ground.y == pytest.approx(10.0, abs=1.1)
        assert ground.bottom - max(strip.y for strip in strips) == pytest.approx(10.0, abs=0.1)
        assert min(strip.x for strip in strips) - ground.x == pytest.approx(10.0)


def test_no_block_asks_for_space_within_its_own_piece() -> None:
    """Blocks of one kind are set off alike: by `lead` and `below`, which fall away at the ends of a column."""
    maker = Maker()
    stats = Stats(maker.id(), (Stat(maker.id(), maker.text("48 %"), maker.text("of the water")),))
    table = Table(maker.id(), None, None, (maker.text("What"),), ((maker.text("4"),),), ("left",))
    box = Box(maker.id(), None, (Paragraph(maker.text(WORDS)),))
    for block in (PullQuote(maker.id(), maker.text("An army.")), stats, table, box):
        (piece,) = measure(DESK, (block,), 229.0)
        tops = [item.rect.y for item in piece.ingredients if isinstance(item, Rule)]
        assert 0 <= min(tops) + piece.top_shift <= CAP + 0.01
        assert piece.lead >= 1


def test_a_list_is_held_to_the_text_before_it_and_keeps_its_first_two_items_together() -> None:
    maker = Maker()
    text, items = Paragraph(maker.text("As follows:")), list_of(maker, "One.", "Two.", "Three.", "Four.")
    pieces = measure(DESK, (text, items), 229.0)
    alone = measure(DESK, (text,), 229.0)
    assert pieces[0].break_cost > alone[-1].break_cost
    assert [piece.break_cost == FORBIDDEN for piece in pieces[1:]] == [True, False, False, False]
    assert pieces[3].break_cost > pieces[2].break_cost  # nor is the last left alone


@pytest.mark.parametrize(
    ("words", "held"),
    [("Two things follow:", True), ("in many ways, such as", True), ("Two things follow.", False), ("", False)],
)
def test_a_text_that_leads_in_a_list_is_not_parted_from_it(words: str, held: bool) -> None:
    maker = Maker()
    text, items = Paragraph(maker.text(WORDS * 3 + words)), list_of(maker, "One.", "Two.", "Three.", "Four.")
    pieces = measure(DESK, (text, items), 229.0)
    alone = measure(DESK, (text,), 229.0)
    number = len(alone) - 1
    assert (pieces[number].break_cost >= costs.LEAD_IN) == held
    assert pieces[number].page_break_cost == costs.PAGE_LIST
    assert alone[-1].page_break_cost == 0.0
    # its last line may go along with the list
    assert pieces[number - 1].break_cost < alone[-2].break_cost
    assert pieces[number - 1].break_cost < costs.LEAD_IN
    assert pieces[0].break_cost == alone[0].break_cost


def test_two_lines_below_a_heading_are_few_though_the_third_goes_along_with_a_list() -> None:
    maker = Maker()
    heading = Heading(maker.text("Head"), 2)
    text, items = (
        Paragraph(maker.text(f"{WORDS}The rest is as follows, and no more:")),
        list_of(maker, "One.", "Two.", "Three.", "Four."),
    )
    pieces = measure(DESK, (heading, text, items), 229.0)
    assert [piece.break_cost for piece in pieces[:4]] == [
        FORBIDDEN,
        FORBIDDEN,
        costs.LED + costs.AFTER_HEADING,
        costs.LEAD_IN,
    ]


def test_a_list_of_a_few_lines_is_not_divided() -> None:
    maker = Maker()
    for items, whole in (
        (("One.", "Two.", "Three."), True),
        (("One.", "Two.", WORDS * 9), False),
        (["One."] * 5, True),
        (["One."] * 6, False),
    ):
        pieces = measure(DESK, (list_of(maker, *items),), 229.0)
        assert (pieces[1].break_cost >= costs.SHORT_LIST) == whole
        assert [piece.page_break_cost for piece in pieces[1:-1]] == [costs.PAGE_LIST * whole] * (len(pieces) - 2)


@pytest.mark.parametrize("variant", ["bare", "hanging"])
@pytest.mark.parametrize("words", range(3, 40, 4))
def test_a_quote_without_a_ground_ends_no_lower_than_a_line_beside_it(variant: str, words: int) -> None:
    look = msgspec.structs.replace(MODULES, quote=msgspec.structs.replace(MODULES.quote, variant=variant))
    desk = Desk(make_brief((), Maker()), make_theme(Design(look=look)), SETTER)
    quote = PullQuote("q", Maker().text(" ".join((WORDS * 4).split()[:words])))
    (piece,) = measure(desk, [quote], 233.0)
    for shift in (0.0, piece.top_shift):
        last = max(item.y for item in piece.ingredients if isinstance(item, Strip) and item.text_id) + shift
        assert last <= desk.leading * (piece.rows - 1 + BASELINE) + 0.01
