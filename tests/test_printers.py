"""Rules of printers as data: read, checked with places, and applied."""

import re
from pathlib import Path

import pytest
from support.sheet import LEFT, MM, Sheet

from briefgen.cli import main
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import PRESS, SETS, Rules
from briefgen.printers import FORMAT, NAMES, OWN, load, read
from briefgen.problem import Problems


def rules(text: str) -> Rules:
    problems = Problems()
    made = read(text, "rules.yaml", problems)
    assert problems.sorted() == []
    assert made is not None
    return made


def problems_of(text: str) -> list[tuple[str, int, int]]:
    problems = Problems()
    assert read(text, "rules.yaml", problems) is None
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems.sorted()]


@pytest.mark.parametrize("name", OWN)
def test_the_files_of_printers(name: str) -> None:
    problems = Problems()
    made = load(name, problems)
    assert problems.sorted() == []
    assert made is not None
    assert made.title
    text = Path(load.__code__.co_filename).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    assert re.search(r"https?://\S+", text)
    assert made != PRESS


def test_the_sets_are_themselves() -> None:
    for name, made in SETS.items():
        assert load(name, Problems()) is made
    assert rules("name: x") == rules("{name: x, base: press}")
    assert rules("{name: x, base: office}").safety == SETS["office"].safety


def test_limits_in_any_unit() -> None:
    made = rules(
        "name: x\nlimits: {bleed: 0.125in, hairline: 1 pt, ink: 240, resolution: [100, 200], text_to_trim: [2mm, 0]}"
    )
    assert (made.bleed, made.hairline, made.ink, made.resolution) == (9, 1, 240, (100, 200))
    assert made.safety == pytest.approx((2 * MM, 0))


INKY = "0.6 0.6 0.6 0.6 k 100 100 50 50 re f"
RULED = "0 0 0 1 K 0.5 w 100 100 m 200 100 l S"
SMALL = "0 0 0 1 k BT /F 5.5 Tf 200 200 Td (small) Tj ET"
NEAR = f"0 0 0 1 k BT /F 10 Tf {LEFT + 4 * MM} 200 Td (near) Tj ET"


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        ("limits: {ink: 230}", INKY, [("print/total-ink", "error")]),
        ("limits: {ink: 250}", INKY, []),
        ("limits: {hairline: 1pt}", RULED, [("print/hairline", "error")]),
        ("limits: {smallest_text: 6pt}", SMALL, [("print/small-text", "warning")]),
        ("limits: {text_to_trim: [3mm, 3mm]}", NEAR, []),
        ("severities: {print/text-near-trim: error}", NEAR, [("print/text-near-trim", "error")]),
        ("severities: {print/text-near-trim: off}", NEAR, []),
        ("severities: {print/text-near-trim: note}", NEAR, [("print/text-near-trim", "note")]),
    ],
)
def test_rules_are_kept_to(text: str, content: str, found: list[tuple[str, str]]) -> None:
    sheet = Sheet()
    sheet.paint(content)
    got = [(finding.code, finding.severity) for finding in preflight(sheet.save(), rules(f"name: x\n{text}\n"))]
    # the sheet itself has a line of half a point and text in ten
    assert sorted(set(got)) == found


def test_what_is_written_wrongly_is_all_reported_with_its_place() -> None:
    text = """\
nam: x
limits:
  bled: 3mm
  ink: lots
  resolution: [300]
severities:
  print/rgb: bad
  print/no-such-rule: off
"""
    assert problems_of(text) == [
        ("outline/unknown-key", 1, 1),
        ("outline/unknown-key", 3, 3),
        ("outline/bad-value", 4, 8),
        ("outline/bad-value", 5, 15),
        ("outline/bad-value", 7, 14),
        ("outline/unknown-key", 8, 3),
    ]


@pytest.mark.parametrize("text", ["", "a text", "[1, 2]", "name: [", "name: x\nname: y", "!!python/object:os.system {}"])
def test_what_is_no_mapping(text: str) -> None:
    problems = Problems()
    assert read(text, "rules.yaml", problems) is None
    assert problems.fatal


def test_the_example_of_the_format() -> None:
    assert rules(FORMAT["rules"].example).ink == 280


def test_rules_on_the_command_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sheet = Sheet()
    sheet.paint(INKY)
    pdf, own = tmp_path / "a.pdf", tmp_path / "own.yaml"
    pdf.write_bytes(sheet.save())
    own.write_text("name: My printer\nlimits: {ink: 230}\n")
    assert main(["preflight", str(pdf)]) == 0
    assert main(["preflight", str(pdf), "--rules", str(own)]) == 1
    assert f"({own} rules)" in capfd.readouterr().out
    own.write_text("name: My printer\nlimits: {inc: 230}\n")
    assert main(["preflight", str(pdf), "--rules", str(own)]) == 1
    assert f"{own}:2:10: error outline/unknown-key" in capfd.readouterr().err
    assert main(["preflight", str(pdf), "--rules", "pres"]) == 1
    seen = capfd.readouterr().err
    assert all(name in seen for name in NAMES)
