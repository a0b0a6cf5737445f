"""From points of pages to places in the outline, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefgen.layout.items import Glyphs
from briefgen.preview.desk import Desk, Wanted
from briefgen.preview.edition import Edition
from briefgen.preview.lines import Earlier
from briefgen.preview.places import boxes_at, place_at, place_of
from briefgen.problem import Place

OUTLINE = """title: Water for Saltmarsh
standfirst: The town loses water, and the town pays for water that is lost.
sections:
  - heading: What leaks
    content:
      - >-
        The pipes "leak" water, *water* that was bought; nobody measures the
        water, [the water utility](https://example.org/water) says.
      - list: [Meters for each household, Readings each month]
      - {table: {caption: Losses, head: [Quarter, Loss], rows: [[Lower town, "31"], [Harbour, "12"]]}}
      - figure: {image: map.png, alt: A map}
recommendations: [{action: Mend the pipes., for: The council}]
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("placed")
    Image.new("RGB", (600, 300), "red").save(folder / "map.png")
    (folder / "brief.yaml").write_text(OUTLINE)
    outcome = Desk(Wanted(folder / "brief.yaml", folder / "brief.pdf"), "x").make()
    assert outcome.edition
    assert str(folder / "map.png") in outcome.files
    return outcome.edition


def points(edition: Edition, word: str) -> list[tuple[float, float]]:
    """The middle of each place where a word stands on page 1, in the order of the page."""
    found = []
    for item in edition.pages.pages[0].items:
        if not isinstance(item, Glyphs):
            continue
        text = "".join(glyph.text for glyph in item.glyphs)
        start = text.find(word)
        while start >= 0:
            left, seen = item.x, 0
            for glyph in item.glyphs:
                if seen >= start + len(word) / 2:
                    break
                left += glyph.advance
                seen += len(glyph.text)
            found.append((left, item.y - 2))
            start = text.find(word, start + 1)
    return found


def spot(edition: Edition, word: str, number: int = 0) -> str:
    x, y = points(edition, word)[number]
    place = place_at(edition, 1, x, y)
    assert place
    return f"{place.line}:{place.column}"


@pytest.mark.parametrize(
    ("word", "number", "line", "occurrence"),
    [
        ("Saltmarsh", 0, 1, 0),
        ("water", 0, 2, 0),
        ("water", 1, 2, 1),
        ("bought", 0, 7, 0),
        ("measures", 0, 7, 0),
        ("utility", 0, 8, 0),
        ("household", 0, 9, 0),
        ("Readings", 0, 9, 0),
        ("Harbour", 0, 10, 0),
        ("council", 0, 12, 0),
    ],
)
def test_a_word_leads_to_itself(edition: Edition, word: str, number: int, line: int, occurrence: int) -> None:
    text = OUTLINE.split("\n")[line - 1]
    column = [at for at in range(len(text)) if text.startswith(word, at)][occurrence] + 1
    assert spot(edition, word, number) == f"{line}:{column}"


def test_words_of_briefgens_own_lead_to_what_they_are_of(edition: Edition) -> None:
    assert spot(edition, "Recommendation").startswith("12:")


def test_a_picture_leads_to_its_name(edition: Edition) -> None:
    (box,) = next(each for each in edition.elements if each.role == "Figure").boxes
    place = place_at(edition, box.page, box.rect.x + 5, box.rect.y + 5)
    assert place
    assert place.line == 11


@pytest.mark.parametrize(("page", "x", "y"), [(1, 5, 5), (0, 100, 100), (7, 100, 100), (1, -3, 1e9)])
def test_nothing_leads_nowhere(edition: Edition, page: int, x: float, y: float) -> None:
    assert place_at(edition, page, x, y) is None


def test_every_element_has_a_place(edition: Edition) -> None:
    assert [each.id for each in edition.elements if place_of(edition, each.id) is None] == []
    assert place_of(edition, "x.y") is None
    assert place_of(edition, "") is None


@pytest.mark.parametrize(
    ("line", "column", "word"), [(1, 8, "Water"), (7, 30, "bought"), (8, 12, "bought"), (10, 88, "Harbour")]
)
def test_a_problem_lies_on_the_element_at_its_place(edition: Edition, line: int, column: int, word: str) -> None:
    boxes = boxes_at(edition, Place(edition.brief.file, line, column))
    x, y = points(edition, word)[0]
    assert any(box.rect.x <= x <= box.rect.right and box.rect.y <= y <= box.rect.bottom for box in boxes)


def test_of_a_later_text_the_lines_are_led_back(edition: Edition) -> None:
    later = OUTLINE.replace("sections:\n", "# one\n# two\nsections:\n").replace("Harbour", "Haven\nx: [")
    here = boxes_at(edition, Place(edition.brief.file, 4, 14))
    assert boxes_at(edition, Place(edition.brief.file, 6, 14), Earlier(edition.source, later)) == here


@pytest.mark.parametrize("place", [Place("brief.yaml"), Place("other.csv", 3, 1), Place("brief.yaml", 900, 1)])
def test_what_stands_nowhere_has_no_box(edition: Edition, place: Place) -> None:
    assert boxes_at(edition, place) == ()


TEXTS = st.lists(st.sampled_from("abc"), min_size=1, max_size=12)


@given(old=TEXTS, new=TEXTS, line=st.integers(1, 14))
def test_lines_above_and_below_all_changes_lead_to_each_other(old: list[str], new: list[str], line: int) -> None:
    found = Earlier("\n".join(old), "\n".join(new)).line(line)
    assert 1 <= found <= len(old)
    if old[:line] == new[:line] and line <= len(new):
        assert found == line
        return
    rest = len(new) - line  # lines below
    head = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    if rest >= 0 and line > head and len(old) - rest > head and old[len(old) - rest - 1 :] == new[line - 1 :]:
        assert found == len(old) - rest


def test_lines_are_led_back_past_insertions_and_deletions() -> None:
    old = [f"line {number}" for number in range(1, 21)]
    new = ["new", *old[:5], "more", "and more", *old[8:15], "changed", *old[16:]]
    earlier = Earlier("\n".join(old), "\n".join(new))
    for number, text in enumerate(new, 1):
        if text in old:
            assert old[earlier.line(number) - 1] == text
    assert earlier.line(8) == 5  # `and more`: the last that stood above


def test_texts_that_share_nothing_take_no_time() -> None:
    earlier = Earlier("\n".join(f"a {number % 7}" for number in range(30_000)), "\n".join("b" for _ in range(30_000)))
    assert earlier.line(15_000) == 1
