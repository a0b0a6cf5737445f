"""Files of data that are wrong as people's files are: each gets a message with its file, row and column."""

import io
import zipfile
from pathlib import Path

import pytest
from support.workbooks import formula, number, rows, text, workbook

from briefgen.build import build, check
from briefgen.problem import Problem

HEAD = "Year,Flow\n"
BOOK_HEAD = (text("A1", "Year"), text("B1", "Flow"))

ROW = (number("A2", 1), number("B2", 2))


def book(*more: tuple[str, ...], **options: object) -> bytes:
    return workbook({"Flows": rows(BOOK_HEAD, *more)}, **options)  # type: ignore[arg-type]  # forwarded as they are


def packed(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


MILLION = (f"<row>{''.join(f'<c><v>{row * 1009 % 9973}.{at}</v></c>' for at in range(500))}</row>" for row in range(2000))

# name, bytes, further keys of the table, and what must be said: code, and line and column in the file
TITLED = "Register of 2025\n\nBasin,Year,2025,Note\nNorth,2024,7,a\nSouth,2025,8,b\n"
TITLED_ROWS = (
    (text("A1", "Register of 2025"),),
    tuple(text(f"{letter}3", name) for letter, name in zip("ABCD", ("Basin", "Year", "2025", "Note"), strict=True)),
    (text("A4", "North"), number("B4", 2024), number("C4", 7), text("D4", "a")),
    (text("A5", "South"), number("B5", 2025), number("C5", 8), text("D5", "b")),
)
BAD: list[tuple[str, bytes, str, str]] = [
    ("ragged.csv", b"Year,Flow\n2024,1\n2025,2,3\n2026,4\n2027,5\n", "", "data/ragged-row 3:8"),
    ("short.csv", b"Year,Flow\n2024,1\n2025\n2026,4\n2027,5\n", "", "data/ragged-row 3:1"),
    ("preamble.csv", b"Source: us\n\nYear,Flow\n2024,1\n", "", "data/ragged-row 3:6"),
    ("words.csv", b"Year,Flow\n2024,1\n2025,about 3\n2026,5\n", "", "data/text-among-numbers 3:6"),
    ("currency.csv", "Year,Flow\n2024,10\n2025,€ 12\n2026,5\n".encode(), "", "data/text-among-numbers 3:6"),
    (
        "dates.csv",
        b"Day,Flow\n2026-11-22,1\n22.11.2026,2\n11/23/2026,3\n24 Nov 2026,4\n",
        "",
        "data/unclear-date 3:1",
    ),
    ("dates-slash.csv", b"Day,Flow\n03/04/2026,2\n04/04/2026,3\n", "", "data/unclear-date 2:1"),
    ("dates-order.csv", b"Day,Flow\n03/04/2026,2\n04/13/2026,3\n", "dates: dmy", "data/unclear-date 3:1"),
    ("unclear.csv", b"Year;Flow\n2024;1,234\n2025;2,345\n", "", "data/unclear-number 2:6"),
    ("empty.csv", b"", "", "data/empty"),
    ("blank.csv", b"\n  \n\n", "", "data/empty"),
    ("one-cell.csv", b"Year\n", "", "data/empty"),
    ("utf16-without-mark.csv", HEAD.encode("utf-16-le"), "", "data/not-text"),
    ("cut-utf16.csv", HEAD.encode("utf-16") + b"x", "", "data/not-text"),
    ("bytes.csv", b"Year,Flow\n2024,caf\x81\n", "", "data/not-text 2:1"),
    ("control.csv", b"Year,Flow\n2024,\x07\n", "", "data/not-text 2:6"),
    ("controls.csv", b"Year,Flow\n2024,\x07\n2025,\x01\n2026,\x02\n", "", "data/not-text 2:6"),
    ("old-mac.csv", b"Year,Flow\r2024,1\r2025,\x07\r", "", "data/not-text 3:6"),
    ("old-mac-bytes.csv", b"Year,Flow\r2024,1\r2025,caf\x81\r", "", "data/not-text 3:1"),
    ("semicolons.csv", b"Year;Flow\n2024;1,5;7\n2025;2,5\n2026;3,5\n", "", "data/ragged-row 2:10"),
    ("quote.csv", b'Year,Flow\n2024,"1\n2025,2\n', "", "data/open-quote 2:1"),
    ("unnamed.csv", b"Year,\n2024,1\n2025,2\n", "", "data/no-name 1:6"),
    ("titled.csv", TITLED.encode(), "", "data/no-name 1:1"),
    ("titled-wide.csv", TITLED.replace("2025\n", "2025,,,\n", 1).encode(), "", "data/no-name 1:1"),
    ("titled.xlsx", workbook({"S": rows(*TITLED_ROWS)}), "", "data/no-name 1:1"),
    ("same.csv", b"Year,Flow,Flow\n2024,1,2\n", "columns: [Flow]", "data/same-name"),
    ("column.csv", b"Year,Flow\n2024,1\n", "columns: [Flows]", "data/no-such-column"),
    ("range.csv", b"Year,Flow\n2024,1\n", "range: A20:B30", "data/bad-range"),
    ("where.csv", b"Year,Flow\n2024,1\n", "where: Year > 2030", "data/no-rows"),
    ("million.csv", b"Year,Flow\n" + b"2024,1\n" * 1_000_000, "", "data/too-large"),
    ("long.csv", b"Year,Flow\n" + b"2024,1\n" * 5000, "", "data/too-large"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "", "data/unread"),
    ("page.csv", b"<html><table><tr><td>1</td></tr></table></html>", "", "data/unread"),
    ("open.ods", packed("content.xml", b"<x/>"), "", "data/unread"),
    ("sheet.xlsx", book((number("A2", 1), number("B2", 2))), "sheet: Flow", "data/no-such-sheet"),
    ("million.xlsx", workbook({"S": "".join(MILLION)}), "", "data/too-large"),
    ("far.xlsx", book((number("A2", 1), number("B2", 2)), (number("XFD1048576", 1),)), "", "data/too-large"),
    ("bomb.xlsx", book((number("A2", 1),), before=" " * 20_000_000), "", "data/hostile"),
    ("entities.xlsx", book((number("A2", 1),), before='<!DOCTYPE x [<!ENTITY a "b">]>'), "", "data/hostile"),
    ("cut.xlsx", book((number("A2", 1), number("B2", 2)))[:-200], "", "data/damaged"),
    ("broken.xlsx", workbook({"S": "<row><c></row>"}), "", "data/damaged"),
    ("error.xlsx", book((number("A2", 2024), '<c r="B2" t="e"><v>#N/A</v></c>')), "", "data/error-cell 2:2"),
    ("formula.xlsx", book((number("A2", 2024), formula("B2", "1+1"))), "", "data/never-calculated 2:2"),
    ("links.xlsx", book((number("A2", 2024), formula("B2", "[1]Other!B7", "3"))), "", "data/external 2:2"),
    ("hidden.xlsx", workbook({"S": rows(BOOK_HEAD, ROW, hidden=frozenset({2}))}), "", "data/hidden 2:1"),
    ("typed.xlsx", book(ROW, (number("B3", 2),), (text("B4", "see note"),)), "", "data/text-among-numbers 4:2"),
]  # fmt: skip


def said(name: str, data: bytes, keys: str, folder: Path) -> list[Problem]:
    (folder / name).write_bytes(data)
    keys = f", {keys}" if keys else ""
    outline = f"title: T\nsections:\n- content:\n  - Text.\n  - table: {{file: {name}{keys}}}\n"
    (folder / "brief.yaml").write_text(outline)
    return list(check(folder / "brief.yaml").problems)


@pytest.mark.parametrize(("name", "data", "keys", "expected"), BAD, ids=[each[0] for each in BAD])
def test_bad_file(name: str, data: bytes, keys: str, expected: str, tmp_path: Path) -> None:
    problems = said(name, data, keys, tmp_path)
    code, _, where = expected.partition(" ")
    first = next(problem for problem in problems if problem.code.startswith("data/"))
    assert first.code == code
    if where:
        assert f"{first.place.line}:{first.place.column}" == where
        assert Path(first.place.file).name == name
    else:
        assert first.place.line == 5  # where the outline names the file, or what it asks of it
        assert name in first.message
    assert first.hint


def test_there_are_enough() -> None:
    assert len(BAD) >= 30


def test_a_cell_is_named_as_its_program_names_it(tmp_path: Path) -> None:
    (problem,) = said("error.xlsx", next(each[1] for each in BAD if each[0] == "error.xlsx"), "", tmp_path)
    assert "B2" in problem.message
    assert "#N/A" in problem.message


def test_of_many_cells_without_a_value_ten_are_told_and_the_others_counted(tmp_path: Path) -> None:
    bad = [(number(f"A{at}", at), f'<c r="B{at}" t="e"><v>#N/A</v></c>') for at in range(2, 15)]
    problems = said("errors.xlsx", workbook({"S": rows(BOOK_HEAD, *bad)}), "", tmp_path)
    assert [problem.place.line for problem in problems] == [*range(2, 12)]
    assert [problem.message.endswith(", and so are 3 more") for problem in problems] == [False] * 9 + [True]


def test_zeros_of_a_program_that_cannot_calculate_are_no_values(tmp_path: Path) -> None:
    sheets = {"S": rows(BOOK_HEAD, (number("A2", 1), formula("B2", "A2*2", "0")))}
    assert not said("calculated.xlsx", workbook(sheets), "", tmp_path)
    (problem,) = said("written.xlsx", workbook(sheets, calculated=False), "", tmp_path)
    assert (problem.code, problem.place.line, problem.place.column) == ("data/never-calculated", 2, 2)


def test_a_hidden_column_is_told_of_where_it_is_shown(tmp_path: Path) -> None:
    data = workbook({"S": rows(BOOK_HEAD, ROW)}, columns='<cols><col min="2" max="2" hidden="1"/></cols>')
    (problem,) = said("hidden.xlsx", data, "", tmp_path)
    assert (problem.code, problem.place.line, problem.place.column) == ("data/hidden", 1, 2)
    assert not said("hidden.xlsx", data, "columns: [Year]", tmp_path)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    outline = "title: T\nsections:\n- content:\n  - Text.\n  - table: {file: flow.csv}\n"
    (tmp_path / "flows.csv").write_text("Year,Flow\n2024,1\n")
    (tmp_path / "brief.yaml").write_text(outline)
    (problem,) = check(tmp_path / "brief.yaml").problems
    assert (problem.code, problem.place.line, problem.place.column) == ("data/missing-file", 5, 19)
    assert "flows.csv" in problem.hint


def test_what_inflates_to_more_than_it_says_is_not_read_on(tmp_path: Path) -> None:
    data = workbook(
        {"S": rows(BOOK_HEAD, (number("A2", 1), number("B2", 2)))}, more={"xl/media/image1.png": bytes(50_000_000)}
    )
    assert not said("picture.xlsx", data, "", tmp_path)  # a part that no cell needs is not inflated


def test_how_a_file_was_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "flows.csv").write_bytes("Jahr;Fluß\n2024;1,5\n".encode("cp1252"))
    (tmp_path / "brief.yaml").write_text("title: T\nsections:\n- content:\n  - Text.\n  - table: {file: flows.csv}\n")
    told = ("flows.csv: Windows-1252, semicolon between cells, decimal comma",)
    assert check(tmp_path / "brief.yaml").told == told
    assert build(tmp_path / "brief.yaml", tmp_path / "brief.pdf").told == told


@pytest.mark.parametrize("name", ["titled.csv", "titled-wide.csv", "titled.xlsx"])
def test_names_below_a_title_are_found_and_the_hint_leads_to_them(tmp_path: Path, name: str) -> None:
    data = next(each[1] for each in BAD if each[0] == name)
    (problem,) = [problem for problem in said(name, data, "", tmp_path) if problem.code.startswith("data/")]
    assert "`range: A3:D5`" in problem.hint
    assert said(name, data, "range: A3:D5", tmp_path) == []
