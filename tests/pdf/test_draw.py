import io
from typing import Any

import msgspec
import pdfplumber
import pikepdf
import pytest

from briefgen.geometry import BLACK, Colour, Rect
from briefgen.layout.items import Path, Rule
from briefgen.typeset.lines import Glyph


def characters(data: bytes) -> list[dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return list(pdf.pages[0].chars)


def operators(pdf: pikepdf.Pdf) -> list[tuple[str, list[Any]]]:
    return [(str(i.operator), list(i.operands)) for i in pikepdf.parse_content_stream(pdf.pages[0])]


@pytest.mark.parametrize("spacing", [0.0, 0.0987, -0.1])
@pytest.mark.parametrize("scale", [1.0, 0.98, 1.0173])
def test_glyphs_stand_where_layout_put_them(by_hand: Any, scale: float, spacing: float) -> None:
    run = by_hand.run("Justified wording, AV To fi", 50.123, 100.456, size=9.7)
    # odd word spaces, as justification leaves them, and widths that the scale changes
    glyphs = tuple(
        g.advancing(g.advance * scale + (1.2345 if g.text == " " else 0.0123 + spacing)).saying(g.text[:1])
        for g in run.glyphs
    )
    run = msgspec.structs.replace(run, glyphs=glyphs, scale=scale, spacing=spacing, id="p", role="P")
    plain = by_hand.run("After it", 50, 120, id="q", role="P")
    found = characters(by_hand.file(run, plain))
    after = found[len(glyphs) :]
    assert [seen["x0"] for seen in after[1:]] == pytest.approx(
        [50 + sum(g.advance for g in plain.glyphs[:at]) for at in range(1, len(after))], abs=0.006
    )
    x = run.x
    for glyph, seen in zip(glyphs, found, strict=False):
        assert seen["x0"] == pytest.approx(x, abs=0.006)
        x += glyph.advance
    baseline = by_hand.height - 100.456
    assert {round(float(seen["matrix"][5]), 3) for seen in found[: len(glyphs)]} == {round(baseline, 3)}


def test_offsets_move_one_glyph_only(by_hand: Any) -> None:
    face = by_hand.serif
    a = face.glyph(ord("a"))
    glyphs = (Glyph(a, 10, 0, 0, "a"), Glyph(a, 10, 2, 3, "a"), Glyph(a, 10, 0, 0, "a"))
    run = msgspec.structs.replace(by_hand.run("aaa", 50, 100), glyphs=glyphs)
    found = characters(by_hand.file(run))
    assert [seen["x0"] for seen in found] == pytest.approx([50, 62, 70], abs=0.006)
    pdf = by_hand.open(run)
    assert [float(operands[0]) for operator, operands in operators(pdf) if operator == "Ts"] == [3, 0]


def test_colours(by_hand: Any) -> None:
    black = by_hand.run("black", 50, 100)
    red = by_hand.run("red", 50, 120, colour=Colour(0.5, 0.125, 0))
    pdf = by_hand.open(black, red, Rule(Rect(50, 200, 100, 0.5), Colour(0.5, 0.125, 0)), Rule(Rect(1, 2, 3, 4), BLACK))
    fills = [(o, [float(n) for n in operands]) for o, operands in operators(pdf) if o in {"g", "rg", "k"}]
    assert fills == [("g", [0]), ("rg", [0.5, 0.125, 0]), ("g", [0])]


def test_rules_and_paths_are_turned_over(by_hand: Any) -> None:
    path = Path((("m", 0, 10), ("l", 20, 10), ("c", 1, 2, 3, 4, 5, 6), ("z",)), BLACK)
    found = operators(by_hand.open(Rule(Rect(50, 100, 200, 0.5), BLACK), path))
    height = by_hand.height
    shapes = {o: [float(n) for n in operands] for o, operands in found if o in {"re", "m", "c"}}
    assert shapes["re"] == pytest.approx([50, height - 100.5, 200, 0.5], abs=0.001)
    assert shapes["m"] == pytest.approx([0, height - 10], abs=0.001)
    assert shapes["c"] == pytest.approx([1, height - 2, 3, height - 4, 5, height - 6], abs=0.001)


def test_every_item_is_content_or_artifact(by_hand: Any) -> None:
    items = (
        Rule(Rect(50, 100, 200, 0.5), BLACK),
        by_hand.run("One", 50, 100, id="a", role="H1"),
        by_hand.run("line", 50, 112, id="a", role="H1"),
        by_hand.run("Two", 50, 130, id="b", role="P"),
        by_hand.run("2 / 4", 50, 800, artifact="Pagination/Footer"),
    )
    found = [(o, operands) for o, operands in operators(by_hand.open(*items)) if o in {"BDC", "BMC", "EMC", "TJ", "re"}]
    assert [o for o, _ in found] == ["BDC", "re", "EMC", "BDC", "TJ", "TJ", "EMC", "BDC", "TJ", "EMC", "BDC", "TJ", "EMC"]
    assert [str(operands[0]) for o, operands in found if o == "BDC"] == ["/Artifact", "/H1", "/P", "/Artifact"]
    assert [operands[1].get("/MCID") for o, operands in found if o == "BDC"] == [None, 0, 1, None]
