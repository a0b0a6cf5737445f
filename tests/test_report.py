import json
from pathlib import Path

import pytest

from briefgen.problem import Place, Problem
from briefgen.report import PLAIN, excerpt, human, machine, source_lines, visible


def problem(file: str, line: int, column: int, message: str = "wrong", hint: str = "") -> Problem:
    return Problem("outline/unknown-key", "error", message, Place(file, line, column), hint)


def test_message_line_caret_and_hint(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text("title: x\npull_qote: y\n")
    lines = human((problem(str(path), 2, 6, "unknown key", "did you mean `pull_quote`?"),), PLAIN).split("\n")
    assert lines[0] == f"{path}:2:6: error outline/unknown-key: unknown key"
    assert lines[1].endswith("| pull_qote: y")
    assert lines[2].index("^") == lines[1].index("pull_qote") + 5
    assert lines[3] == "hint: did you mean `pull_quote`?"


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("title: x", 8, "x"),
        ("\ttitle: x", 9, "x"),
        ("日本: x", 5, "x"),
        ("e\u0301t\u00e9: x", 7, "x"),
        ("a\x1b[31m: x", 9, "x"),
        ("y" * 400 + "x" + "y" * 400, 401, "x"),
        ("x" + "y" * 400, 1, "x"),
        ("y" * 400 + "x", 401, "x"),
        ("日" * 400 + "x" + "日" * 400, 401, "x"),
    ],
)
def test_caret_is_under_the_place(line: str, column: int, under: str) -> None:
    shown, caret = excerpt(line, column)
    # a terminal gives a wide character two columns and a combining one none
    columns = "".join("" if c == "\u0301" else c + "\0" if c in "日本" else c for c in shown)
    assert columns[caret] == under
    assert len(columns) <= 110


def test_line_that_fits_is_shown_whole() -> None:
    line = "y" * 60 + "x" + "y" * 30
    assert [excerpt(line, column) for column in (1, 61, 91)] == [(line, 0), (line, 60), (line, 90)]


def test_caret_after_the_end_of_a_line() -> None:
    assert excerpt("title", 6) == ("title", 5)
    assert excerpt("", 1) == ("", 0)


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x00", "\r", "\n", "\ud800"])
def test_no_character_steers_the_terminal(character: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(f"a: b{character}c", encoding="utf-8", errors="replace", newline="")
    text = human((problem(str(path), 1, 1, f"m{character}", f"h{character}"),), PLAIN)
    assert character not in text.replace("\n", "" if character == "\n" else "\n")
    assert f"<U+{ord(character):04X}>" in visible(character)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_are_counted_as_yaml_does(tmp_path: Path, end: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(f"\ufeffone{end}two{end}three".encode())
    assert source_lines(str(path)) == ["one", "two", "three"]


def test_what_is_no_outline_shows_no_line(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a" * (1 << 20) + b"bc")
    assert source_lines(str(large)) == source_lines(str(tmp_path)) == source_lines("no\0such") == []
    assert human((problem(str(large), 1, 1),), PLAIN) == f"{large}:1:1: error outline/unknown-key: wrong"


def test_json_has_one_shape() -> None:
    found = (problem("a.yaml", 3, 7, "m “ü” \x1b", "h"), Problem("build/unwritable", "error", "m", Place("b")))
    text = machine(found, Path("build/a.pdf"), 4, "A4")
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "output": str(Path("build/a.pdf")),
        "pages": 4,
        "paper": "A4",
        "problems": [
            {
                "code": "outline/unknown-key",
                "severity": "error",
                "message": "m “ü” \x1b",
                "hint": "h",
                "file": "a.yaml",
                "line": 3,
                "column": 7,
            },
            {
                "code": "build/unwritable",
                "severity": "error",
                "message": "m",
                "hint": "",
                "file": "b",
                "line": 0,
                "column": 0,
            },
        ],
    }
    assert json.loads(machine((), None, 0, ""))["output"] is None


def test_what_is_wrong_in_many_places_is_said_once() -> None:
    same = tuple(problem("no.yaml", at, 3) for at in range(1, 31))
    said = human((problem("no.yaml", 1, 1), *same), PLAIN).split("\n")
    assert said[0].startswith("no.yaml:1:1: ")
    assert said[1].startswith("the same in 30 other places: 1:3, 2:3, ")
    assert said[1].endswith(" 20:3 and 10 more")
    assert len(json.loads(machine(same, None, 0, ""))["problems"]) == 30
    assert len(human((problem("a.yaml", 0, 0), problem("b.yaml", 0, 0)), PLAIN).split("\n")) == 2


def test_a_blank_that_is_to_blame_is_shown() -> None:
    assert excerpt("role:\u00a0Fellow", 6) == ("role:<U+00A0>Fellow", 5)
    assert excerpt("role:\u00a0Fellow", 7)[0] == "role:\u00a0Fellow"


def test_of_many_problems_the_errors_are_printed_first() -> None:
    warnings = tuple(Problem("outline/comment", "warning", f"wrong {at}", Place("no.yaml", 1, at)) for at in range(1, 151))
    errors = tuple(Problem("outline/bad-value", "error", f"wrong {at}", Place("no.yaml", 2, at)) for at in range(1, 61))
    said = human((*warnings, *errors), PLAIN).split("\n")
    assert [line.split(" ")[1] for line in said[:-1]] == ["warning"] * 40 + ["error"] * 60
    assert said[-1] == "and 110 more warnings; `--format json` prints all of them"
    assert len(json.loads(machine((*warnings, *errors), None, 0, ""))["problems"]) == 210
