"""What stands in columns, what stands across the page, and what may float."""

from pathlib import Path

import pytest
from support.composed import Desk as Composer

from briefgen.content.brief import Design
from briefgen.layout.flow import make_segments
from briefgen.layout.pieces import Segment
from briefgen.layout.text import Desk
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
