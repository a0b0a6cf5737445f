"""Keys of pages differ in whatever planning looks at, and in nothing else: each part of a key has its case here."""

from typing import Any

import pytest
from msgspec.structs import replace

from briefgen.geometry import WHITE, Rect
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Beside, Float, Group, NoteLines, Piece, Segment
from briefgen.layout.planning.across import Across
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Progress
from briefgen.layout.planning.prospects import Prospects
from briefgen.memory import Memory

HEIGHT = 10.0
LINE, TALL, SPACED = Piece(1, ()), Piece(2, ()), Piece(1, (), lead=9)
RULE = Rule(Rect(0.0, 0.0, 9.0, 1.0), WHITE)
Pieces = tuple[Piece, ...]
Page = tuple[list[Segment], Progress]


def segment(pieces: Pieces = (LINE,) * 60, **rest: Any) -> Segment:
    return Segment(pieces, **{"columns": 2, "width": 100.0, "gutter": 9.0, "leading": 1.0, **rest})


def at(piece: int, *segments: Segment, number: int = 0, wide: int = 0, owed: int = 0) -> Page:
    """A page that begins with a piece of the segment of this number, after so many floats across pages and owed lines."""
    return [*segments], Progress(number, piece, wide, 0, owed)


def keys(*pages: Page) -> list[object]:
    """The keys of pages, of each brief those of planners that share a memory."""
    memory = Memory()
    found: list[object] = []
    for segments, state in pages:
        galleys = [Galley(each.pieces) for each in segments]
        found.append(Prospects(segments, galleys, Across(segments, galleys, HEIGHT), HEIGHT, memory).of(state))
    return found


def noted(feet: dict[int, int], *begins: int, **rest: Any) -> NoteLines:
    """Notes of sixty lines of text: by pieces, how many lines they call."""
    sums = [sum(lines for piece, lines in feet.items() if piece < number) for number in range(61)]
    return NoteLines(((),) * sums[-1], begins, tuple(sums), **{"leading": 0.7, "gap": 0.5, "rule": RULE, **rest})


def changed(number: int, piece: Piece, pieces: Pieces = (LINE,) * 60) -> Pieces:
    return (*pieces[:number], piece, *pieces[number + 1 :])


def floated(after: int = 5, **rest: Any) -> Segment:
    """Text with a float in a column, or as `rest` says."""
    return segment(floats=(Float(after, **{"pieces": (TALL,), "across": False, **rest}),))


S, SHORT = segment(), segment((LINE,) * 4)
GROUP, OTHER = Group("g", spare=1), Group("g", spare=1)
IN_GROUP, IN_OTHER = replace(LINE, group=GROUP), replace(LINE, group=OTHER)
FIGURE, WIDE = Float(5, (TALL,), across=False, kind="figure"), Float(4, (TALL,), kind="figure")

DIFFERENT: dict[str, tuple[Page, Page]] = {
    "whether it is the first segment": (at(0, S, S), at(0, S, S, S, number=1)),
    "how many segments come after it": (at(0, S, S), at(0, S, S, S)),
    "how many lines of notes are owed": (
        at(9, segment(notes=noted({2: 4}, 0)), owed=2),
        at(9, segment(notes=noted({2: 4}, 0)), owed=3),
    ),
    "where the notes begin of which lines are owed": (
        at(9, segment(notes=noted({2: 4}, 0)), owed=2),
        at(9, segment(notes=noted({2: 4}, 0, 3)), owed=2),
    ),
    "whether floats are beyond its reach": (at(0, S), at(0, segment(floats=(Float(59, (TALL,)),)))),
    "the measures of notes": (at(9, segment(notes=noted({2: 4}, 0))), at(9, segment(notes=noted({2: 4}, 0, gap=0.9)))),
    "the leading of notes": (at(9, segment(notes=noted({2: 4}, 0))), at(9, segment(notes=noted({2: 4}, 0, leading=0.9)))),
    "how many lines of notes are called": (
        at(0, segment(notes=noted({2: 4}, 0))),
        at(0, segment(notes=noted({2: 5}, 0))),
    ),
    "which lines of notes begin one": (
        at(0, segment(notes=noted({2: 4}, 0))),
        at(0, segment(notes=noted({2: 4}, 0, 2))),
    ),
    "whether more comes": (at(0, segment((LINE,) * 31)), at(0, segment((LINE,) * 32))),
    "the last piece within its reach": (at(0, S), at(0, segment(changed(30, TALL)))),
    "a piece of the last column": (
        at(0, segment((SPACED,) * 9, columns=3)),
        at(0, segment(changed(6, replace(SPACED, rows=2), (SPACED,) * 9), columns=3)),
    ),
    "a piece that calls a note": (
        at(0, segment(notes=noted({2: 4}, 0))),
        at(0, segment(changed(2, replace(LINE, break_cost=9.0)), notes=noted({2: 4}, 0))),
    ),
    "the piece before it": (at(7, S), at(7, segment(changed(6, replace(LINE, break_cost=9.0))))),
    "a piece": (at(0, S), at(0, segment(changed(6, TALL)))),
    "a piece of the second segment": (at(0, SHORT, S), at(0, SHORT, segment(changed(6, TALL)))),
    "where a group ends": (
        at(0, segment((IN_GROUP, IN_GROUP, LINE))),
        at(0, segment((IN_GROUP, IN_OTHER, LINE))),
    ),
    "where a group begins": (at(0, segment((IN_GROUP, IN_GROUP, LINE))), at(0, segment((IN_OTHER, IN_GROUP, LINE)))),
    "what a group takes": (
        at(0, segment((IN_GROUP, LINE))),
        at(0, segment((replace(LINE, group=Group("g", spare=2)), LINE))),
    ),
    "what stands beside a piece": (
        at(0, segment(changed(3, replace(LINE, beside=(Beside("b", 2, ()),))))),
        at(0, segment(changed(3, replace(LINE, beside=(Beside("b", 3, ()),))))),
    ),
    "the pieces of a float": (at(0, floated()), at(0, floated(pieces=(TALL, LINE)))),
    "where a float is called": (at(0, floated()), at(0, floated(6))),
    "where its section begins": (at(0, floated(home=(2, 9))), at(0, floated(home=(3, 9)))),
    "where its section ends": (at(0, floated(home=(2, 9))), at(0, floated(home=(2, 8)))),
    "whether it has a section": (at(0, floated(home=(2, 9))), at(0, floated())),
    "where findings begin": (at(0, floated(barrier=9)), at(0, floated(barrier=8))),
    "whether findings begin": (at(0, floated(home=(9, 9))), at(0, floated(home=(9, 9), barrier=9))),
    "what a number means": (at(0, floated(home=(5, 9))), at(0, floated(home=None, barrier=9))),
    "whether a float stands across the page": (at(0, floated()), at(0, floated(across=True))),
    "what is to stand before a float": (
        at(0, segment(floats=(WIDE, FIGURE))),
        at(0, segment(floats=(replace(WIDE, kind="table"), FIGURE))),
    ),
    "what is to stand before a float across the page": (
        at(0, segment(floats=(replace(FIGURE, after=4), replace(WIDE, after=5)))),
        at(0, segment(floats=(replace(FIGURE, after=4, kind=""), replace(WIDE, after=5)))),
    ),
    **{
        f"the {field} of its segment": (at(0, S), at(0, segment(**dict[str, Any]({field: value}))))
        for field, value in {"columns": 1, "leading": 0.8, "at_foot": True, "new_page": True, "padding": 1.0}.items()
    },
    "the field of a segment behind": (at(0, SHORT, S), at(0, SHORT, segment(barrier=True))),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_keys_differ_in(name: str) -> None:
    one, other = keys(*DIFFERENT[name])
    assert one is not None
    assert one != other


@pytest.mark.parametrize(
    "page",
    [
        at(7, segment((LINE,) * 67)),
        at(7, segment((TALL, *(LINE,) * 66))),
        at(7, segment(changed(66, TALL, (LINE,) * 67))),
        at(9, segment((LINE,) * 69, floats=(Float(2, (TALL,)),)), wide=1),
    ],
)
def test_keys_of_pages_with_the_same_text_are_equal_wherever_it_stands(page: Page) -> None:
    """Behind other text, if not right behind it, and before other text that is far."""
    one, other = keys(at(3, segment((LINE,) * 63)), page)
    assert one == other


def test_pages_of_another_height_are_others() -> None:
    memory = Memory()
    for rows in (10, 9, 10):
        found, anew = (Planner([segment((LINE,) * 20)], rows, 1.0, memory=each).plan() for each in (memory, None))
        assert [plan.sheets() for plan in found.values()] == [plan.sheets() for plan in anew.values()]
