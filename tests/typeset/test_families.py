"""Families by name: which face serves which style, every axis pinned, and what is said of one that is not installed."""

from pathlib import Path

import pytest

from briefgen.content.brief import FamilyName, Typeface
from briefgen.problem import Place, Problems
from briefgen.typeset.families import Opened, Source, find_family, how_to_install, pinned, sources_of
from briefgen.typeset.fonts import FontBook

PLACE = Place("brief.yaml", 4, 11)


def named(name: str, **others: Path | FamilyName) -> Typeface:
    return Typeface(FamilyName(name, PLACE), place=PLACE, **others)


def load(body: str, problems: Problems, display: str = "", **others: Path | FamilyName) -> FontBook:
    return FontBook.load(named(body, **others), named(display) if display else None, (), problems)


@pytest.mark.parametrize("name", ["Merriweather", "merriweather", "MERRIWEATHER"])
def test_a_family_is_found_by_its_name_in_any_case(name: str) -> None:
    assert set(find_family(name)) == {
        (weight, italic) for weight in ("regular", "semibold", "bold") for italic in (False, True)
    }


@pytest.mark.parametrize("name", ["Work Sans", "work-sans", "Work  sans"])
def test_spaces_are_as_good_as_hyphens(name: str) -> None:
    assert find_family(name)["bold", False].weight == 700


def test_todays_default_families_are_families_too() -> None:
    book = load("Source Sans Pro", Problems(), "source serif pro")
    assert (book.face("body").name, book.face("display").name) == ("SourceSansPro-Regular", "SourceSerifPro-Regular")
    assert book.face("body").known


@pytest.mark.parametrize(
    ("weight", "size", "axes"),
    [
        ("regular", 10.0, {"wght": 400, "wdth": 100, "opsz": 18}),
        ("bold", 6.0, {"wght": 700, "wdth": 100, "opsz": 18}),
        ("semibold", 30.0, {"wght": 600, "wdth": 100, "opsz": 32}),
    ],
)
def test_every_axis_is_pinned(weight: str, size: float, axes: dict[str, float]) -> None:
    """The file opens at a weight of 300, and at an optical size of 18."""
    for italic in (False, True):
        face = load("Merriweather", Problems()).face("body", weight, italic, size)
        assert dict(face.variations) == axes
        assert bool(face.italic_angle) == italic


def test_a_bolder_face_is_wider_and_one_class_of_sizes_is_one_face() -> None:
    book = load("Merriweather", Problems())
    regular, bold = book.face("body"), book.face("body", "bold")
    n = regular.glyph(ord("n"))
    assert bold.advance(n) > regular.advance(n)
    assert book.face("body", size=9.5) is book.face("body", size=11.0)
    assert book.face("body", size=11.0) is not book.face("body", size=28.0)
    assert regular.name == "Merriweather-wght400-wdth100-opsz18"


def test_a_family_named_twice_is_read_once() -> None:
    book = load("Work Sans", Problems(), "work-sans")
    assert book.face("body", "bold") is book.face("display", "bold")


def test_a_weight_outside_the_axis_is_the_nearest() -> None:
    font = Opened().face(find_family("Merriweather")["regular", False].path)
    assert dict(pinned(font, 100))["wght"] == 300


def test_a_family_of_one_weight_has_no_bold_and_no_italic() -> None:
    problems = Problems()
    book = load("Anton", problems)
    assert book.face("body", "bold", italic=True) is book.face("body")
    book.note_style("body", "bold", italic=False)
    book.note_style("body", "", italic=True)
    book.report_substitutes(problems)
    assert [(problem.code, problem.place) for problem in problems.sorted()] == 2 * [("typeset/missing-style", PLACE)]


def test_static_files_serve_the_nearest_weight() -> None:
    files = [(Path(f"{weight}.ttf"), False, weight, False) for weight in (200, 300, 500, 600, 800)]
    assert {style: source.path.stem for style, source in sources_of(files).items()} == {
        ("regular", False): "300",
        ("semibold", False): "600",
        ("bold", False): "600",
    }
    assert sources_of([(Path("i.ttf"), True, 400, False)]) == {}
    assert sources_of([(Path("heavy.ttf"), False, 900, False)]) == {("regular", False): Source(Path("heavy.ttf"), 900)}


def test_a_slot_of_its_own_goes_before_the_family() -> None:
    book = load("Merriweather", Problems(), bold=FamilyName("Work Sans", PLACE), italic=FamilyName("Work Sans", PLACE))
    assert book.face("body").name.startswith("Merriweather-")
    assert book.face("body", "bold").name.startswith("WorkSansRoman-wght700")
    assert book.face("body", "semibold").name.startswith("Merriweather-wght600")
    assert book.face("body", "regular", italic=True).name.startswith("WorkSansItalic")


def test_a_family_can_lend_letters() -> None:
    problems = Problems()
    book = FontBook.load(None, None, (FamilyName("Work Sans", PLACE), FamilyName("Nowhere", PLACE)), problems)
    assert [face.name for face in book.fallbacks("body", "regular", False)][:1] == ["WorkSansRoman-wght400"]
    assert [problem.code for problem in problems.sorted()] == ["typeset/no-family"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Alegreya Sans", "-m pip install fontpkg-alegreya-sans`"),
        ("alegreya-sans", "-m pip install fontpkg-alegreya-sans`"),
        ("Alegria Sans", "did you mean `Alegreya Sans`? Then run `"),
        ("Wrok Sans", "did you mean `Work Sans`?"),
    ],
)
def test_what_is_missing_is_named_with_its_package(name: str, hint: str) -> None:
    assert find_family(name) == {}
    assert hint in how_to_install(name)


def test_a_name_that_nobody_knows_gets_those_that_are_here() -> None:
    assert "Source Sans Pro" in how_to_install("x; rm -rf /")
    assert "pip" not in how_to_install("x; rm -rf /")


@pytest.mark.parametrize(
    ("language", "wide"),
    [("en", False), ("ru", True), ("uk-UA", True), ("el", True), ("vi", True), ("sr", True), ("sr-Latn", False),
     ("sr-ME", False), ("bs-Cyrl", True), ("fr", False)],
)  # fmt: skip
def test_default_italics_have_the_letters_of_the_language(language: str, wide: bool) -> None:
    book = FontBook.load(None, None, (), Problems(), language=language)
    assert book.face("body", italic=True).name.startswith("SourceSerif4" if wide else "SourceSerifPro")
    assert all(book.face(name, "semibold", italic=True).has_all("щљΩώ") == wide for name in ("body", "display"))


def test_greek_in_the_italics_of_another_language_is_italic() -> None:
    book = FontBook.load(None, None, (), Problems())
    lender = next(face for face in book.fallbacks("body", "regular", True) if face.has_all("ωщ"))
    assert lender.italic_angle < 0
