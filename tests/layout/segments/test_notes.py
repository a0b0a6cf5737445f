"""Notes at the foot: each on the page of its mark, once, below what calls it."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.geometry import BLACK, Rect
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Pages, Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import NoteLines, Piece, Segment
from briefgen.layout.planning.column import Column
from briefgen.layout.planning.columns import Filler
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band
from briefgen.layout.proof.verify import verify, words_of
from briefgen.outline.read import read
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WORDS = "Water is sold by the litre and lost by the mile in every district that was measured. " * 6

PLACES = {
    "paragraph": "sections: [{content: ['Text.[^n]']}]",
    "heading": "sections: [{heading: 'Head[^n]', content: [Text.]}]",
    "list": "sections: [{content: [{list: [One, 'Two.[^n]']}]}]",
    "box": "sections: [{content: [Text., {box: ['In a box.[^n]']}]}]",
    "table cell": "sections: [{content: [Text., {table: {head: [A, B], rows: [['1', '2[^n]']]}}]}]",
    "table caption": "sections: [{content: [Text., {table: {head: [A, B], rows: [['1', '2']], caption: 'C[^n]'}}]}]",
    "long table": "sections: [{content: [Text., {table: {head: ['A[^n]', B], rows: ["
    + ", ".join(["['1', '2']"] * 40)
    + "]}}]}]",
    "wide table": "sections: [{content: [Text., {table: {head: [A, B], rows: [['1', '2[^n]']], width: page}}]}]",
    "stats": "sections: [{content: [Text., {stats: [{value: '1', label: 'one[^n]'}]}]}]",
    "quote": "sections: [{content: [Text., {pull_quote: 'Said.[^n]'}]}]",
    "aside": "sections: [{content: [Text., {aside: ['Said.[^n]']}]}]",
    "aside alone": "sections: [{content: [{aside: ['Said.[^n]']}]}]",
    "quote aside": "sections: [{content: [Text., {pull_quote: {text: 'Said.[^n]', place: margin}}]}]",
    "summary": "summary: ['First.[^n]', Second.]\nsections: [{content: [Text.]}]",
    "standfirst": "standfirst: 'Stands.[^n]'\nsections: [{content: [Text.]}]",
    "finding": "findings: [{statement: It leaks., evidence: 'Seen.[^n]'}]",
    "recommendation": "recommendations: [{action: Mend it., rationale: 'For this.[^n]'}]",
    "a note": "sections: [{content: ['Text.[^m]']}]",
    "back matter": "about: 'Made.[^n]'",
}


def laid_out(outline: str, folder: Path) -> tuple[Brief, Pages, list[str]]:
    path = folder / "brief.yaml"
    path.write_text(outline, encoding="utf-8")
    problems = Problems()
    found = read(path, problems)
    assert found is not None
    brief = compose(found, problems)
    assert brief is not None
    book = FontBook.load(None, None, (), problems)
    pages = lay_out(brief, Typesetter(book, "en"), problems)
    assert pages.shape
    verify(pages, pages.shape, brief, problems)
    return brief, pages, [problem.code for problem in problems.sorted()]


@pytest.mark.parametrize("design", ["note_place: foot, columns: 1", "note_place: foot, columns: 2", "columns: margin"])
@pytest.mark.parametrize("name", PLACES)
def test_a_note_stands_once_wherever_its_mark_is(name: str, design: str, tmp_path: Path) -> None:
    notes = "notes: {n: The source of it., m: 'See more.[^n]'}" if name == "a note" else "notes: {n: The source of it.}"
    outline = f"title: T\ndesign: {{{design}}}\n{PLACES[name]}\n{notes}\n"
    brief, pages, codes = laid_out(outline, tmp_path)
    assert [code for code in codes if code != "content/no-such-place"] == []
    assert brief.back
    assert brief.back.notes_heading is None
    for note in brief.back.notes:
        assert words_of(pages)[note.text.id].replace(" ", "") == note.text.plain.replace(" ", "")


def baselines(pages: Pages, id: str) -> list[tuple[int, float]]:
    return [
        (page.number, item.y)
        for page in pages.pages
        for item in page.items
        if isinstance(item, Glyphs) and item.id.startswith(id)
    ]


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark(tmp_path: Path) -> None:
    text = ", ".join(f"'{WORDS}'" for _ in range(5))
    outline = f"title: T\ndesign: {{note_place: foot, columns: 1}}\nsections: [{{content: ['{WORDS}[^n]', {text}]}}]\n"
    _, pages, codes = laid_out(f"{outline}notes: {{n: The source of it.}}\n", tmp_path)
    assert codes == []
    ((page, foot),) = baselines(pages, "note-1.text")
    assert page == 1
    assert all(y < foot for number, y in baselines(pages, "s1.b") if number == 1)
    assert pages.shape
    bottom = pages.shape.top + pages.shape.rows * pages.shape.leading
    assert bottom - 2 * pages.shape.leading < foot <= bottom


def test_a_note_without_a_mark_is_not_lost(tmp_path: Path) -> None:
    outline = "title: T\ndesign: {note_place: foot}\nsections: [{content: [Text.]}]\nnotes: {n: Nobody calls it.}\n"
    _, pages, codes = laid_out(outline, tmp_path)
    assert codes == ["content/unused-note"]
    assert "Nobodycallsit." in {words.replace(" ", "") for words in words_of(pages).values()}


@pytest.mark.parametrize("look", ["modules", "plate"])
def test_a_note_of_the_standfirst_stands_at_the_foot_of_the_text_below_it(tmp_path: Path, look: str) -> None:
    """Under a cover page too: there it stands above the text of the second page."""
    words = f"{WORDS * 8}[^t]"
    outline = f"title: T\ndesign: {{note_place: foot, look: {look}, paper: a4}}\nstandfirst: 'S.[^n]'\n"
    outline += f"sections: [{{content: ['{words}']}}]\nnotes: {{n: Says more., t: And more.}}\n"
    _, pages, _ = laid_out(outline, tmp_path)
    ((page, foot),) = baselines(pages, "note-1.text")
    assert page == (2 if look == "plate" else 1)
    first, *_ = baselines(pages, "s1.b1")
    assert foot > first[1]


def lines_of(counts: list[int]) -> NoteLines:
    feet = [sum(counts[:index]) for index in range(len(counts) + 1)]
    rule = Rule(Rect(0, 0, 1, 1), BLACK)
    begins = tuple(foot for foot, count in zip(feet, counts, strict=False) if count)
    return NoteLines(tuple((rule,) for _ in range(feet[-1])), begins, tuple(feet), 1.0, 1.0, rule)


def test_a_long_note_goes_on_in_the_next_column() -> None:
    """Of eight rows the text leaves four: the gap and three lines of the note; five lines go on."""
    pieces = [Piece(1, ()) for _ in range(8)]
    filler = Filler(Galley(pieces), 1, (), lines_of([0, 0, 0, 8, 0, 0, 0, 0]))
    fills = {fill.end: (fill.rows, fill.owes) for fill in filler.fills(0, 8)}
    assert fills[3] == (3, 0)
    assert fills[4] == (8, 5)
    assert list(filler.notes_of(Column(4, 8, owed=5))) == list(filler.notes_of(Column(3, 4)))[3:]


@pytest.mark.parametrize(("lines", "room", "owes"), [(3, 2, None), (3, 3, 0), (4, 2, 2), (4, 3, 2), (5, 4, 2), (9, 1, None)])
def test_a_short_note_is_never_divided(lines: int, room: int, owes: int | None) -> None:
    """Below four lines of text and the gap: two lines at least stay and two go on, or the mark does not stay."""
    filler = Filler(Galley([Piece(1, ()) for _ in range(8)]), 1, (), lines_of([0, 0, 0, lines, 0, 0, 0, 0]))
    fills = {fill.end: fill.owes for fill in filler.fills(0, 5 + room)}
    assert fills.get(4) == owes


def test_of_two_notes_of_a_line_the_second_does_not_go_on_alone() -> None:
    notes = msgspec.structs.replace(lines_of([0, 0, 0, 5, 0, 0, 0, 0]), begins=(0, 3))
    assert [fill.end for fill in Filler(Galley([Piece(1, ()) for _ in range(8)]), 1, (), notes).fills(0, 9)] == [1, 2, 3]


def test_lines_of_notes_with_no_text_above_them_stand_in_one_column() -> None:
    filler = Filler(Galley([Piece(1, ()) for _ in range(4)]), 2, (), lines_of([0, 0, 0, 9]))
    found = filler.balanced(4, 20, 0, 4)
    assert found is not None
    assert [(column.owed, column.owes) for column in found.columns] == [(4, 0)]


@settings(deadline=None)
@example([*[(1, 0)] * 6, *[(1, 9)] * 2, (2, 9), *[(2, 3)] * 2, *[(2, 9)] * 2], 2)
@given(
    st.lists(st.tuples(st.integers(1, 2), st.sampled_from([0, 0, 0, 1, 2, 3, 9])), min_size=1, max_size=40),
    st.integers(1, 2),
)
def test_every_line_of_a_note_is_placed_once(shapes: list[tuple[int, int]], columns: int) -> None:
    notes = lines_of([count for _, count in shapes])
    segment = Segment(tuple(Piece(rows, ()) for rows, _ in shapes), columns, 100.0, 10.0, 1.0, notes=notes)
    planner = Planner([segment], 16, 1.0)
    plans = planner.plan()
    placed = 0
    for sheet in plans[min(plans)].sheets():
        for band in sheet.bands:
            assert isinstance(band, Band)
            for column in band.columns.columns:
                found = len(planner.fillers[0].notes_of(column))
                assert notes.feet[column.start] - column.owed == placed
                placed += found
                rows = planner.fillers[0].stack(column).rows
                assert rows + planner.fillers[0].note_rows(column.start, column.end, column.owed, column.owes) <= 16
    assert placed == len(notes.lines)


def test_what_is_wrong_with_a_note_is_said(tmp_path: Path) -> None:
    outline = "title: T\ndesign: {note_place: foot}\nsections: [{content: ['Text.[^n]']}]\nnotes: {n: 'A 水 sign.'}\n"
    _, _, codes = laid_out(outline, tmp_path)
    assert codes == ["typeset/missing-script"]


@pytest.mark.parametrize("lengths", [(36, 36), (90, 1), (90, 90), (2, 150)])
@pytest.mark.parametrize("columns", [1, 2])
def test_notes_longer_than_a_column_run_on(lengths: tuple[int, int], columns: int, tmp_path: Path) -> None:
    first, second = (("Water that leaks from pipes is lost to farms below. " * count).strip() for count in lengths)
    outline = f"title: T\ndesign: {{note_place: foot, paper: a5, columns: {columns}}}\n"
    outline += f"sections: [{{content: ['t[^1] body', 'q[^2]']}}]\nnotes: {{1: '{first}', 2: '{second}'}}\n"
    _, _, codes = laid_out(outline, tmp_path)
    assert codes == []


def test_notes_that_make_a_float_too_high_stand_at_the_end(tmp_path: Path) -> None:
    notes = ", ".join(f"{number}: '{WORDS}'" for number in range(1, 16))
    marks = " ".join(f"w[^{number}]" for number in range(1, 16))
    table = f"{{table: {{head: [A, B], rows: [['1', '{marks}']]}}}}"
    outline = f"title: T\ndesign: {{note_place: foot, paper: a5}}\nsections: [{{content: [Text., {table}]}}]\n"
    _, _, codes = laid_out(f"{outline}notes: {{{notes}}}\n", tmp_path)
    assert codes == []


def test_a_note_of_the_standfirst_stands_at_the_foot_of_the_first_column_of_the_text(tmp_path: Path) -> None:
    outline = "title: T\nstandfirst: Read this.[^n]\ndesign: {note_place: foot, columns: 2}\n"
    outline += f"sections: [{{content: ['{WORDS}']}}]\n"
    brief, pages, _ = laid_out(f"{outline}notes: {{n: At the foot.}}\n", tmp_path)
    assert brief.back
    (page, note), *_ = baselines(pages, brief.back.notes[0].text.id)
    text = [y for number, y in baselines(pages, "s1.b1") if number == page]
    assert page == 1
    assert note > max(text)
