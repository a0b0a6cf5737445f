"""Plans are found again for what is equal in all that planning looks at, and for nothing else."""

from typing import Any

import msgspec
import pytest

from briefgen.content.brief import Design
from briefgen.geometry import WHITE, Rect
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Beside, Float, Group, NoteLines, Piece, Segment
from briefgen.layout.planning.aspects import DRAWN
from briefgen.layout.planning.outcome import Planning
from briefgen.layout.planning.white import GREAT, HOLE
from briefgen.memory import Memory
from briefgen.theme import PageShape, make_theme

PAGE = PageShape("A4", 595.0, 842.0, 60.0, 60.0, 60.0, 40, 13.0, 2, 18.0, 0.0, False)
RULE = Rule(Rect(0.0, 0.0, 9.0, 1.0), WHITE)
GROUP = Group("g")
BESIDE = Beside("b", 2, ())
NOTES = NoteLines(((),), (0,), (0, 1, 1), 10.0, 5.0, RULE)
FLOAT = Float(1, (Piece(3, ()),))
SAMPLES: dict[type[msgspec.Struct], Any] = {
    Group: GROUP,
    Beside: BESIDE,
    NoteLines: NOTES,
    Float: FLOAT,
    Piece: Piece(1, ()),
}


def segment(**changed: Any) -> Segment:
    """A segment with one of each record, of which some are changed."""
    parts = {kind.__name__: changed.get(kind.__name__, sample) for kind, sample in SAMPLES.items()}
    first = msgspec.structs.replace(parts["Piece"], group=parts["Group"], beside=(parts["Beside"],))
    own = changed.get("Segment", {})
    fields = {"pieces": (first, Piece(1, ())), "floats": (parts["Float"],), "notes": parts["NoteLines"]}
    return Segment(**({"columns": 2, "width": 200.0, "gutter": 18.0, "leading": 13.0} | fields | own))


def kept_after(*layouts: Segment) -> int:
    memory = Memory()
    for each in layouts:
        assert Planning([each], PAGE, memory).outcome.count > 0
    return memory.counts()["plans"]


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return (*value[:-1], value[-1] + 1) if value else (1, 2)
    if isinstance(value, str):
        return "heading"
    return (0, 1) if value is None else value + 1


def test_what_is_drawn_makes_no_difference() -> None:
    drawn = msgspec.structs.replace(SAMPLES[Piece], ingredients=(RULE,))
    assert kept_after(segment(), segment(Piece=drawn)) == 1


LOOKED_AT = [
    (kind, field) for kind in SAMPLES for field in kind.__struct_fields__ if field not in DRAWN[kind] and field != "rows"
]


@pytest.mark.parametrize(("kind", "field"), LOOKED_AT, ids=lambda part: getattr(part, "__name__", part))
def test_all_else_does(kind: type[msgspec.Struct], field: str) -> None:
    sample = SAMPLES[kind]
    changed = msgspec.structs.replace(sample, **{field: other(getattr(sample, field))})
    assert kept_after(segment(), segment(**{kind.__name__: changed})) == 2


def test_of_a_hole_that_is_taken_away_in_part_that_part_no_longer_counts() -> None:
    """Of eight rows three spaces of a series take one each, and then one more each: of five that were left, two are."""
    page = make_theme(Design()).page
    stop = page.rows - 8
    pieces = [
        Piece(1, (), elastic="series" if 0 < number < 4 else "", break_cost=0.0 if number == stop - 1 else FORBIDDEN)
        for number in range(stop + page.rows - 4)
    ]
    outcome = Planning([Segment(tuple(pieces), 1, 9.0, 0.0, page.leading)], page, None).outcome
    whole = 1 + (5 * page.leading - HOLE) / GREAT
    assert outcome.holes == pytest.approx(whole * 2 / 5)
