"""SVG of anybody's: what is drawn, what is said, and what never happens."""

from pathlib import Path

import pytest
from PIL import Image

from briefgen.build import build, check
from briefgen.content.brief import BODY_FAMILY, DISPLAY_FAMILY, Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.content.svgstyles import righted_style
from briefgen.content.svgvalues import ValueFault, readable_value
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problem, Problems

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
RED = '<rect width="40" height="20" fill="red"/>'
FILTER = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'


def opened(said: str, folder: Path, recolour: str = "", name: str = "art.svg") -> tuple[Picture | None, list[Problem]]:
    (folder / name).write_text(said, encoding="utf-8")
    problems = Problems()
    place = Place("brief.yaml", 3, 7)
    picture = open_picture(Folder(folder, problems), Scalar(name, place), Scalar(recolour, place) if recolour else None)
    return picture, problems.sorted()


def svg(inner: str) -> str:
    return f"{HEAD}\n{inner}</svg>"


@pytest.mark.parametrize(
    ("inner", "code", "line"),
    [
        ("<foreignObject><p>Words</p></foreignObject>", "content/svg-undrawn", 2),
        ('<image href="photo.png" width="9" height="9"/>', "content/svg-undrawn", 2),
        ('<image href="/etc/passwd" width="9" height="9"/>', "content/svg-undrawn", 2),
        ('<image xlink:href="https://example.org/a.png" width="9" height="9"/>', "content/svg-undrawn", 2),
        ('<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>', "content/svg-undrawn", 2),
        ('<use href="other.svg#part"/>', "content/svg-undrawn", 2),
        ('<rect width="9" height="9" fill="url(https://example.org/x#g)"/>', "content/svg-undrawn", 2),
        ('<rect width="9" height="9" fill="color(display-p3 1 0 0)"/>', "content/svg-undrawn", 2),
        ('\n<rect width="9" height="9" fill="var(--brand)"/>', "content/svg-undrawn", 3),
        (f'{FILTER}<g filter="url(#f)"><text>Words</text></g>', "content/svg-undrawn", 2),
        (
            f"{FILTER}{RED.replace('/>', ' filter=&quot;url(#f)&quot;/>').replace('&quot;', chr(34))}",
            "content/svg-pixels",
            2,
        ),
        (f"{RED}<script>alert(1)</script>", "content/svg-changing", 2),
        ('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>', "content/svg-changing", 2),
        ('<text y="9" font-family="Helvetica Neue, sans-serif">Words</text>', "content/svg-face", 2),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_line(inner: str, code: str, line: int, tmp_path: Path) -> None:
    picture, (problem,) = opened(svg(inner), tmp_path)
    assert (problem.code, problem.place.line, Path(problem.place.file).name) == (code, line, "art.svg")
    assert problem.hint
    assert (picture is None) == (problem.severity == "error")


def test_a_drawing_refers_to_nothing_and_runs_nothing(tmp_path: Path) -> None:
    inner = f'<a href="https://example.org" onclick="x()">{RED}</a><script>x()</script><metadata>y</metadata><desc>z</desc>'
    picture, _ = opened(svg(inner), tmp_path)
    assert picture is not None
    assert picture.art is not None
    assert not any(word in picture.art.text for word in ("script", "onclick", "metadata"))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="3cm" height="2cm"', (113.386, 75.591)),
        ('width="60" viewBox="0 0 30 20"', (60, 40)),
        ('height="60" viewBox="0 0 30 20"', (90, 60)),
        ('width="100%" height="50%" viewBox="0 0 30 20"', (30, 10)),
        ("", (300, 150)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(attributes: str, size: tuple[float, float], tmp_path: Path) -> None:
    picture, problems = opened(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{RED}</svg>', tmp_path)
    assert picture is not None
    assert not problems
    assert (picture.width, picture.height) == pytest.approx(size, abs=0.001)


def test_words_are_set_in_the_briefs_own_families(tmp_path: Path) -> None:
    inner = (
        "<style>.a { font-family: Georgia, serif; } .b { font: bold 9px/1.2 sans-serif }</style>"
        '<text class="a">One</text><text style="font-family: monospace">Two</text><text font-family="Times">Three</text>'
    )
    picture, problems = opened(svg(inner), tmp_path)
    assert picture is not None
    assert picture.art is not None
    assert picture.art.words == "One Two Three"
    assert picture.art.text.count(BODY_FAMILY) == 2
    assert picture.art.text.count(DISPLAY_FAMILY) == 3  # with that of all words that name none
    assert [problem.code for problem in problems] == ["content/svg-face"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("var(--a)", "#123456"),
        ("var(--b, red)", "red"),
        ("fill: var(--c)", "fill: #123456"),
        ("#ff0000 icc-color(CMYK, 0, 1, 1, 0)", "#ff0000"),
        ("rgb(255 0 0 / 50%)", "rgba(255, 0, 0, 0.5)"),
        ("rgb(255, 0, 0)", "rgb(255, 0, 0)"),
        ("hsl(120 100% 25%)", "hsl(120, 100%, 25%)"),
        ("oklch(62.796% 0.25768 29.234)", "rgb(255, 0, 0)"),
        ("oklab(0.51975 -0.1403 0.10768)", "rgb(0, 128, 0)"),
        ("translate(3 4) url(#a)", "translate(3 4) url(#a)"),
    ],
)
def test_values_of_css_are_put_into_plainer_words(written: str, read: str) -> None:
    assert readable_value(written, {"--a": "#123456", "--c": "var(--a)"}) == read


@pytest.mark.parametrize("written", ["lab(50% 40 59)", "var(--a)", "var(--loop)", "color-mix(in srgb, red, blue)"])
def test_a_colour_that_cannot_be_told_is_not_guessed(written: str) -> None:
    with pytest.raises(ValueFault):
        readable_value(written, {"--loop": "var(--loop)"})


@pytest.mark.parametrize(
    "sheet",
    [
        "rect:nth-child(3) { fill: red }",
        "rect:not(.a), circle { fill: red }",
        "circle ~ rect { fill: red }",
        ":root { fill: red }",
        "@media (min-width: 1px) { rect { fill: red } }",
        "g { rect { fill: red } }",
        "rect { stroke-width: calc(2px + 4px) }",
        "rect { clip-path: circle(10px) }",
        "rect { transform: rotate(45deg) }",
        "rect { width: 10px }",
        "line { vector-effect: non-scaling-stroke }",
    ],
)
def test_styles_that_only_browsers_read_are_told(sheet: str, tmp_path: Path) -> None:
    picture, problems = opened(svg(f"<style>{sheet}</style>{RED}"), tmp_path)
    assert picture is not None
    assert [problem.code for problem in problems] == ["content/svg-otherwise"]


@pytest.mark.parametrize(
    "sheet",
    [
        ".a, rect.b[width='4'] > circle:first-child { fill: red; stroke: url(#a) }",
        "rect:hover { fill: red }",
        ":root { --a: red } /* a:not(b) {} */",
        "@media (prefers-color-scheme: dark) { rect { fill: white } }",
        "@keyframes a { from { x: 1px } 50% { x: 2px } } * { stroke-linejoin: round }",
    ],
)
def test_styles_that_change_nothing_are_not_told(sheet: str, tmp_path: Path) -> None:
    _, problems = opened(svg(f"<style>{sheet}</style>{RED}"), tmp_path)
    assert not problems


def test_what_styles_say_of_shapes_is_said_by_attributes() -> None:
    style, attributes, unread = righted_style("x: 20px; width:50%; fill: red; transform: translateX(3px) rotate(0.5turn)")
    assert (style.strip(), unread) == ("fill: red", [])
    assert attributes == {"x": "20", "width": "50%", "transform": "translate(3 0) rotate(180)"}
    assert righted_style("d: path('M0 0')")[1] == {"d": "M0 0"}
    assert righted_style("transform: rotate3d(1, 1, 1, 45deg)")[2]


def test_illustrators_entities_are_read(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    picture, problems = opened(f'<?xml version="1.0"?>{doctype}<svg xmlns="&ns;" viewBox="0 0 40 20">{RED}</svg>', tmp_path)
    assert picture is not None
    assert not problems


def test_elements_that_use_each_other_are_counted(tmp_path: Path) -> None:
    twice = "".join(f'<g id="g{at}"><use href="#g{at + 1}"/><use href="#g{at + 1}"/></g>' for at in range(20))
    _, (problem,) = opened(svg(f"{twice}<g id='g20'>{RED}</g>"), tmp_path)
    assert problem.code == "content/image-too-large"


@pytest.mark.parametrize("said", ["<svg", f"{HEAD}<g>", '<svg xmlns="x"/>', "<svg viewBox='0 0 0 0' width='0'/>"])
def test_a_damaged_drawing_is_refused(said: str, tmp_path: Path) -> None:
    picture, (problem,) = opened(said, tmp_path)
    assert picture is None
    assert problem.code == "content/bad-image"


@pytest.mark.parametrize(
    "library",
    ["import time; time.sleep(60)", "import os; os.abort()", "print('no PDF')", "raise SystemExit(3)"],
)
def test_a_build_outlives_what_happens_to_the_library(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "child.py").write_text(library)
    monkeypatch.setattr("briefgen.pdf.art.vector.CHILD", tmp_path / "child.py")
    monkeypatch.setattr("briefgen.pdf.art.vector.SECONDS_MOST", 0.3)
    (tmp_path / "art.svg").write_text(svg(RED), encoding="utf-8")
    outline = "title: T\nsections:\n- content:\n  - Text.\n  - figure: {image: art.svg, alt: Wells}\n"
    (tmp_path / "brief.yaml").write_text(outline, encoding="utf-8")
    result = build(tmp_path / "brief.yaml", tmp_path / "brief.pdf")
    assert result.output is None
    assert [problem.code for problem in result.problems] == ["content/bad-image"]


def test_so_many_words_are_no_drawing(tmp_path: Path) -> None:
    picture, (problem,) = opened(svg(f"<text>{'words ' * 5000}</text>"), tmp_path)
    assert picture is None
    assert problem.code == "content/image-too-large"


def test_letters_that_no_face_has_are_reported(tmp_path: Path) -> None:
    (tmp_path / "art.svg").write_text(svg('<text y="9">Wells ཀ</text>'), encoding="utf-8")
    outline = "title: T\nsections:\n- content:\n  - Text.\n  - figure: {image: art.svg, alt: Wells}\n"
    (tmp_path / "brief.yaml").write_text(outline, encoding="utf-8")
    (problem,) = check(tmp_path / "brief.yaml").problems
    assert (problem.code, problem.place.line) == ("content/svg-undrawn", 5)
    assert "ཀ" in problem.message


def test_recolouring(tmp_path: Path) -> None:
    picture, problems = opened(svg(RED), tmp_path, "accent")
    assert picture is not None
    assert picture.recoloured
    assert not problems
    _, problems = opened(svg(f'{RED}<g style="stroke: blue"/>'), tmp_path, "accent")
    assert [problem.code for problem in problems] == ["content/several-colours"]


def test_a_picture_of_pixels_is_not_recoloured(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "art.png")
    place, problems = Place("brief.yaml", 3, 7), Problems()
    picture = open_picture(Folder(tmp_path, problems), Scalar("art.png", place), Scalar("accent", place))
    assert picture is not None
    assert not picture.recoloured
    assert [problem.code for problem in problems.sorted()] == ["content/not-recoloured"]


def test_without_the_library_a_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.content.drawings.LIBRARY", "no_such_library")
    picture, (problem,) = opened(svg(RED), tmp_path)
    assert picture is None
    assert problem.code == "content/no-svg"
    assert "briefgen[svg]" in problem.hint
