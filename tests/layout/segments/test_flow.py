"""What stands in columns, what stands across the page, and what may float."""

from pathlib import Path

import pytest
from support.composed import Desk as Composer

from briefgen.content.brief import Design
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs
from briefgen.layout.measuring.pieces import FORBIDDEN, Segment
from briefgen.layout.measuring.text import Desk
from briefgen.layout.segments.flow import make_segments
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

BLOCKS = {
    "box": "box: {content: [Words.]",
    "stats": "stats: {items: [{value: 7, label: wells}]",
    "table": "table: {head: [a], rows: [[b]]",
}


def segments(folder: Path, block: str) -> list[Segment]:
    """What a block amid text is made into, without the front."""
    done = Composer(folder).compose(f"title: T\nsections:\n- content:\n  - Before.\n  - {block}}}\n  - After.\n")
    assert done.codes == []
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    return make_segments(Desk(done.brief, make_theme(Design()), setter))[1:]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_by_itself_it_floats_within_its_column(tmp_path: Path, block: str) -> None:
    (segment,) = segments(tmp_path, block)
    assert [floating.across for floating in segment.floats] == [False]
    assert len(segment.pieces) == 2


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_as_wide_as_the_page_it_floats_across_it(tmp_path: Path, block: str) -> None:
    (segment,) = segments(tmp_path, f"{block}, width: page")
    assert [floating.across for floating in segment.floats] == [True]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_nailed_down_it_stands_in_the_text(tmp_path: Path, block: str) -> None:
    (segment,) = segments(tmp_path, f"{block}, here: true")
    assert not segment.floats
    assert len(segment.pieces) == 3


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_nailed_down_across_the_page_it_ends_the_columns(tmp_path: Path, block: str) -> None:
    before, across, after = segments(tmp_path, f"{block}, here: true, width: page")
    assert (before.columns, across.columns, after.columns) == (2, 1, 2)


def test_a_quote_stands_in_its_column_or_floats_across_the_page(tmp_path: Path) -> None:
    (segment,) = segments(tmp_path, "pull_quote: {text: Words.")
    assert not segment.floats
    (segment,) = segments(tmp_path, "pull_quote: {text: Words., place: page")
    assert [floating.across for floating in segment.floats] == [True]


def test_a_float_knows_where_its_section_begins_and_ends(tmp_path: Path) -> None:
    """One before all headings, one between two, one after the last; headings within a section end none."""
    table = "{table: {head: [a], rows: [[b]]}}"
    sections = f"""
- content: [One., {table}]
- {{heading: H, content: [Two., {{heading: P}}, Three., {table}]}}
- {{heading: H, content: [Four., {table}, Five.]}}
"""
    done = Composer(tmp_path).compose(f"title: T\nsections:{sections}")
    assert done.codes == []
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    segment = make_segments(Desk(done.brief, make_theme(Design()), setter))[1]
    heads = [number for number, piece in enumerate(segment.pieces) if piece.break_cost == FORBIDDEN]
    first, _, second = heads
    assert [floating.home for floating in segment.floats] == [(-1, first), (first, second), (second, len(segment.pieces))]


def test_a_float_knows_where_findings_begin_and_what_its_label_counts(tmp_path: Path) -> None:
    """Findings have a heading, which floats called before do not pass; tables have labels as soon as one has an id."""
    table, box = "{table: {id: t, caption: C, head: [a], rows: [[b]]}}", "{box: {content: [Words.]}}"
    sections = f"[{{heading: H, content: [One., {table}, {box}, Two.]}}]\nfindings: [{{statement: S.}}]\n"
    done = Composer(tmp_path).compose(f"title: T\nsections: {sections}")
    assert done.codes == []
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    segment = make_segments(Desk(done.brief, make_theme(Design()), setter))[1]
    heads = [number for number, piece in enumerate(segment.pieces) if piece.break_cost == FORBIDDEN]
    assert [(floating.barrier, floating.kind) for floating in segment.floats] == [(heads[1], "table"), (heads[1], "")]


def pages(folder: Path, sections: str, design: str = "") -> list[list[str]]:
    """The ids of the texts on each page."""
    done = Composer(folder).compose(f"title: T\n{design}\nsections:\n{sections}")
    assert done.codes == []
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    laid = lay_out(done.brief, setter, Problems())
    return [[item.id for item in page.items if isinstance(item, Glyphs) and item.id] for page in laid.pages]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_heading_begins_a_page(tmp_path: Path, columns: int) -> None:
    sections = (
        "- {heading: One, content: [Words., {table: {head: [a], rows: [[b]], width: page}}]}\n"
        "- {heading: Two, new_page: true, content: [Words., {heading: {text: Three, new_page: yes}}, Words.]}\n"
    )
    found = pages(tmp_path, sections, f"design: {{columns: {columns}}}")
    assert len(found) == 3
    assert "s1.b1" in found[0]
    assert found[1][0] == "s2.heading"
    assert found[2][0] == "s2.b2.heading"


def test_what_floats_does_not_cross_the_beginning_of_a_page(tmp_path: Path) -> None:
    sections = (
        "- {heading: One, content: [Words., {pull_quote: {text: Quote., place: page}}, Words., {stats: {items: "
        "[{value: 7, label: wells}], width: page, here: true}}, Words., {box: {content: In a box., width: page}}, Words.]}\n"
        "- {heading: Two, new_page: true, content: [Words.]}\n"
    )
    found = pages(tmp_path, sections)
    assert [page[0] for page in found[1:]] == ["s2.heading"]
    assert {"s1.b2.text", "s1.b6.b1"} <= set(found[0])


def test_the_headings_before_it_go_with_it(tmp_path: Path) -> None:
    sections = (
        "- {heading: One, content: [Words.]}\n- {heading: Two, content: [{heading: {text: A, new_page: true}}, Words.]}\n"
    )
    found = pages(tmp_path, sections)
    assert [page[0] for page in found[1:]] == ["s2.heading"]


def test_a_page_that_is_begun_is_not_begun_again(tmp_path: Path) -> None:
    found = pages(
        tmp_path, "- {heading: One, content: [Words.]}\n- {heading: Two, new_page: true}\n- {heading: Three, new_page: true}"
    )
    assert len(found) == 2
