"""Drawings: paths, strokes, clips and runs on any baseline, as one element."""

import io
from typing import Any

import msgspec
import pdfplumber
import pikepdf
import pytest

from briefgen.content.brief import Design, Printing
from briefgen.geometry import BLACK, Colour, Rect
from briefgen.layout.items import LEAST_STROKE, Clip, Drawing, Path, Stroke, Turned, Unseen
from briefgen.pdf.gray import Gray
from briefgen.pdf.press import Press
from briefgen.pdf.profile import default_profile
from briefgen.pdf.write import write
from briefgen.preflight.judge import preflight
from briefgen.theme import make_theme

RED = Colour(0.5, 0.125, 0)
LINE = (("m", 0.0, 10.0), ("l", 20.0, 10.0))
FRAME = Rect(50, 100, 200, 80)


def square(size: float) -> tuple[tuple[str | float, ...], ...]:
    return (("m", 0.0, 0.0), ("l", size, 0.0), ("l", size, size), ("l", 0.0, size), ("z",))


def operators(pdf: pikepdf.Pdf) -> list[tuple[str, list[Any]]]:
    return [(str(i.operator), list(i.operands)) for i in pikepdf.parse_content_stream(pdf.pages[0])]


def numbers(found: list[tuple[str, list[Any]]], name: str) -> list[list[float]]:
    return [[float(value) for value in operands] for operator, operands in found if operator == name]


def test_paths_are_placed_turned_over_and_leave_no_trace(by_hand: Any) -> None:
    drawing = Drawing(FRAME, (Path(square(20), RED, stroke=Stroke(BLACK, 1.0, (3.0, 2.0), "round", "bevel")),), "d")
    found = operators(by_hand.open(drawing, by_hand.run("after", 50, 300, colour=RED, id="p")))
    assert numbers(found, "cm") == [[1, 0, 0, 1, 50, pytest.approx(by_hand.height - 100, abs=0.001)]]
    assert numbers(found, "l")[:3] == [[20, 0], [20, -20], [0, -20]]
    painted = [name for name, _ in found if name in {"f", "S", "q", "Q"}]
    assert painted == ["q", "f", "S", "Q"]
    assert numbers(found, "w") == [[1]]
    assert (numbers(found, "J"), numbers(found, "j")) == ([[1]], [[2]])
    # what follows sets its own colour: that of the drawing ended with it
    assert [name for name, _ in found if name in {"g", "rg", "G", "RG"}] == ["rg", "G", "rg"]


def test_no_stroke_is_thinner_than_prints(by_hand: Any) -> None:
    drawing = Drawing(
        FRAME, (Path(LINE, None, stroke=Stroke(BLACK, 0.01)), Path(LINE, None, stroke=Stroke(BLACK, 0.7))), "d"
    )
    assert numbers(operators(by_hand.open(drawing)), "w") == [[LEAST_STROKE], [0.7]]


def test_a_clip_ends_with_its_marks(by_hand: Any) -> None:
    inner = Path(LINE, None, stroke=Stroke(BLACK, 1.0))
    drawing = Drawing(FRAME, (Clip(square(10), (inner,), even_odd=True), inner), "d")
    found = [name for name, _ in operators(by_hand.open(drawing)) if name in {"q", "Q", "W*", "W", "n", "S", "w"}]
    assert found == ["q", "q", "W*", "n", "w", "S", "Q", "w", "S", "Q"]


def test_words_stand_on_any_baseline(by_hand: Any) -> None:
    level = msgspec.structs.replace(by_hand.run("level", 10, 20))
    drawing = Drawing(FRAME, (level, Turned(by_hand.run("up", 30, 60), 90.0)), "d")
    with pdfplumber.open(io.BytesIO(by_hand.file(drawing))) as pdf:
        found = {char["text"]: char["matrix"] for char in pdf.pages[0].chars}
    assert found["l"][4:] != found["u"][4:]
    assert found["v"][:4] == pytest.approx((1, 0, 0, 1))
    assert found["u"] == pytest.approx((0, 1, -1, 0, 80, by_hand.height - 160), abs=0.001)


def test_a_drawing_is_one_element_and_its_unseen_words_are_read(by_hand: Any) -> None:
    drawing = Drawing(FRAME, (Path(square(9), RED), by_hand.run("words", 10, 20)), "d", unseen=(Unseen("cell", "7.5"),))
    pages = by_hand.pages((drawing, by_hand.run("x", 50, 300, id="cell", role="P")))
    pdf = by_hand.read(write(pages, by_hand.brief(pages)))
    marked = [operands for name, operands in operators(pdf) if name == "BDC"]
    assert [str(operands[0]) for operands in marked] == ["/Figure", "/Span", "/P"]
    assert b"ActualText" not in pdf.pages[0].Contents.read_bytes()
    assert "7.5" in [str(each.ActualText) for each in pdf.objects if _has(each, "/ActualText")]


def _has(each: Any, key: str) -> bool:
    return isinstance(each, pikepdf.Dictionary) and key in each


@pytest.mark.parametrize("spot", ["", "PANTONE 7622 C"])
def test_on_the_press_strokes_and_fills_take_their_inks(by_hand: Any, spot: str) -> None:
    design = Design(accent="#8a1c1c", cmyk=(25, 80, 70, 20), spot=spot)
    accent = make_theme(design).palette.accent
    both = Path(square(20), accent, stroke=Stroke(BLACK, 0.5))
    line = Path(LINE, None, stroke=Stroke(accent, 0.5))
    pages = by_hand.pages((Drawing(FRAME, (both, line, both), "d"),))
    brief = msgspec.structs.replace(by_hand.brief(pages), design=design, printing=Printing())
    data = write(pages, brief, office=Press(brief, default_profile()))
    found = [(name, [str(each) for each in operands]) for name, operands in operators(by_hand.read(data))]
    states = [operands[0] for name, operands in found if name == "gs"]
    assert states == ["/Out", "/Over", "/Out", "/Out", "/Over"]
    assert ["0", "0", "0", "1"] in [operands for name, operands in found if name == "K"]
    assert not [name for name, _ in found if name in {"g", "G", "rg", "RG"}]
    assert (["/Spot"] in [operands for name, operands in found if name == "CS"]) == bool(spot)
    assert not [each for each in preflight(data) if each.severity == "error"]


def test_a_photocopier_gets_gray_strokes(by_hand: Any) -> None:
    pages = by_hand.pages((Drawing(FRAME, (Path(square(20), RED, stroke=Stroke(RED, 0.5)),), "d"),))
    data = write(pages, by_hand.brief(pages), office=Gray())
    found = operators(by_hand.read(data))
    assert len(numbers(found, "g")) == len(numbers(found, "G")) == 1
    assert not [name for name, _ in found if name in {"rg", "RG"}]
