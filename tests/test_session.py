"""A session: the bytes of a first build, whatever came before; what changed, and where everything stands."""

import gc
import shutil
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.memory import SELDOM, Shelf
from briefgen.problem import Place
from briefgen.session import Session
from briefgen.typeset.shape import Shaper

BRIEF = """title: Water for Saltmarsh
date: 2026-11-22
sections:
  - heading: What leaks
    content:
      - The pipes of the lower town leak a third of what is pumped into them, and nobody has counted it.
      - {table: {caption: Losses, head: [Quarter, Loss], rows: [[Lower town, "31"], [Harbour, "12"]]}}
  - heading: What it costs
    content:
      - Each cubic metre lost is bought twice, once from the river and once from the neighbours.
recommendations: [{action: Mend the pipes., for: The council}]
"""


@pytest.fixture
def outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF)
    return path


def test_each_build_has_the_bytes_of_a_first_one(outline: Path) -> None:
    session = Session()
    for text in (BRIEF, BRIEF.replace("third", "quarter"), BRIEF.replace("council", "mayor"), BRIEF):
        outline.write_text(text)
        assert session.build(outline, "kept.pdf").good
        assert build(outline, "first.pdf").good
        assert Path("kept.pdf").read_bytes() == Path("first.pdf").read_bytes()


@pytest.mark.parametrize(("own", "meanwhile"), [((700, 10, 10), SELDOM), ((0, 10, 10), (0, 10, 10))])
def test_python_looks_for_cycles_at_its_callers_pace_again(
    outline: Path, own: tuple[int, int, int], meanwhile: tuple[int, int, int]
) -> None:
    seen: set[tuple[int, int, int]] = set()
    before = gc.get_threshold()
    gc.set_threshold(*own)
    try:
        Session().render(outline, progress=lambda _: seen.add(gc.get_threshold()))
        assert gc.get_threshold() == own
    finally:
        gc.set_threshold(*before)
    assert seen == {meanwhile}


def test_a_rendering_is_the_file_and_touches_none(outline: Path) -> None:
    made = Session().render(outline)
    assert [path.name for path in Path().iterdir()] == ["brief.yaml"]
    build(outline, "first.pdf")
    assert made.data == Path("first.pdf").read_bytes()
    assert made.good


def test_what_has_too_many_pages_can_be_looked_at(outline: Path) -> None:
    session = Session()
    outline.write_text(BRIEF + "design: {pages: 4}\n")
    made = session.render(outline)
    assert [problem.code for problem in made.problems] == ["layout/page-count"]
    assert made.data is None
    assert made.draft is not None
    assert made.draft.startswith(b"%PDF")
    assert made.changed
    outline.write_text(BRIEF + "design: {pages: 4, colour: red}\n")
    assert session.render(outline).draft is None


def test_changed_pages_are_those_that_look_otherwise(outline: Path) -> None:
    session = Session()
    turned = BRIEF.replace("recommendations:", "design: {paper: a5}\nrecommendations:").replace(
        "  - heading: What it costs\n", "  - heading: What it costs\n    new_page: true\n"
    )
    outline.write_text(turned)
    first = session.render(outline)
    assert first.pages is not None
    assert first.changed == tuple(range(1, len(first.pages.pages) + 1))
    assert session.render(outline).changed == ()
    outline.write_text(turned.replace("twice", "thrice"))
    assert session.render(outline).changed == (2,)
    outline.write_text(turned.replace("title:", "colour: red\ntitle:"))
    broken = session.render(outline)
    assert (broken.good, broken.data, broken.changed) == (False, None, ())
    outline.write_text(turned)
    assert session.render(outline).changed == (2,)  # as compared with the last good one


@pytest.mark.parametrize("name", ["map.png", "map.jpg"])
def test_a_picture_that_was_drawn_anew_changes_its_page(outline: Path, name: str) -> None:
    from PIL import Image

    outline.write_text(BRIEF.replace("      - {table:", f"      - figure: {{image: {name}, alt: A map}}\n      - {{table:"))
    session = Session()
    Image.new("RGB", (400, 300), "red").save(name)
    assert session.render(outline).changed
    assert session.render(outline).changed == ()
    Image.new("RGB", (400, 300), "blue").save(name)
    made = session.render(outline)
    assert made.changed == (1,)
    build(outline, "first.pdf")
    assert made.data == Path("first.pdf").read_bytes()


def test_faces_of_ones_own_are_kept_until_their_file_changes(outline: Path, square_font: Path) -> None:
    faces = "design: {typefaces: {body: own.ttf}}\nrecommendations:"
    session = Session()
    for text in (BRIEF, BRIEF.replace("third", "quarter"), BRIEF.replace("third", "third (✂ *so*)"), BRIEF):
        shutil.copy(square_font, "own.ttf")
        outline.write_text(text.replace("recommendations:", faces))
        kept, first = session.render(outline), Session().render(outline)
        assert (kept.data, kept.problems) == (first.data, first.problems)
    Path("own.ttf").write_bytes(b"no font")
    kept, first = session.render(outline), Session().render(outline)
    assert (kept.data, kept.problems) == (first.data, first.problems)
    assert [problem.code for problem in kept.problems] == ["typeset/bad-font"]


def test_elements_stand_where_they_are_seen_and_where_they_are_written(outline: Path) -> None:
    made = Session().render(outline)
    elements = {each.id: each for each in made.elements()}
    assert made.brief is not None
    title = elements[made.brief.front.title.id]
    assert (title.role, title.place) == ("H1", Place(str(outline), 1, 8))
    assert [box.page for box in title.boxes] == [1]
    paragraph = next(each for each in elements.values() if each.place == Place(str(outline), 6, 9))
    assert len(paragraph.boxes) == 1
    (box,) = paragraph.boxes
    assert title.boxes[0].rect.bottom < box.rect.y
    assert box.rect.height > 20  # of several lines
    # a word within the paragraph, such as the place of a problem
    assert made.at(Place(str(outline), 6, 40)) == paragraph
    assert made.at(Place(str(outline))) is None


def test_a_shelf_keeps_what_was_used_last() -> None:
    shelf: Shelf[int, str] = Shelf(3)
    for turn in range(4):
        for key in range(3 * turn, 3 * turn + 3):
            shelf.keep(key, str(key))
        assert shelf.get(1) == "1"
        shelf.turn()
        assert len(shelf) <= 7
    assert shelf.get(1) == "1"
    assert shelf.get(3) is None
    assert shelf.get(11) == "11"


def test_a_shelf_that_is_turned_at_once_keeps_what_the_last_build_used() -> None:
    shelf: Shelf[str, int] = Shelf(100)
    shelf.keep("one", 1)
    shelf.keep("two", 2)
    shelf.turn(at_once=True)
    assert shelf.get("one") == 1
    shelf.turn(at_once=True)
    assert (shelf.get("one"), shelf.get("two")) == (1, None)


def test_builds_of_a_series_have_the_bytes_of_first_ones(outline: Path) -> None:
    session = Session("last")
    for text in (BRIEF, BRIEF.replace("third", "quarter"), BRIEF.replace("council", "mayor"), BRIEF):
        outline.write_text(text)
        assert session.render(outline).data == Session().render(outline).data


def test_a_series_keeps_the_words_of_its_last_editions_alone(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shapers: list[Shaper] = []
    turn = Shaper.turn

    def noted(shaper: Shaper, *, few: bool = False) -> None:
        turn(shaper, few=few)
        shapers.append(shaper)

    monkeypatch.setattr(Shaper, "turn", noted)
    monkeypatch.setattr("briefgen.typeset.shape.FEW_WORDS_KEPT", 100)
    session = Session("last")
    for number in range(8):
        words = " ".join(f"word{number}x{each}" for each in range(50))
        outline.write_text(f"title: A series\nsections: [{{content: [{words}]}}]\n")
        assert session.render(outline).good
    assert shapers[0] is shapers[-1]
    assert 50 <= shapers[-1].known <= 350


def test_a_page_is_drawn_anew_where_its_faces_have_other_names(outline: Path) -> None:
    """Names of fonts are given in the order of their first use, which may be on a page before."""
    code, slanted = "'A word of `code` and more.'", "'A *slanted* word.'"
    rest = "{heading: Next, new_page: true, content: ['The *slanted* word and `code`.']}"
    session = Session()
    for first in (f"{code}, {slanted}", f"{slanted}, {code}"):
        outline.write_text(f"title: Faces\nsections: [{{content: [{first}]}}, {rest}]\n")
        assert session.render(outline).data == Session().render(outline).data
