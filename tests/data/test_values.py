"""Files of data as people write them: every cell comes to the value that is meant, at its place."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.workbooks import formula, number, rows, text, workbook

from briefgen.content.numbers import write_number
from briefgen.data.columns import choose
from briefgen.data.numbers import read_number
from briefgen.data.read import read_data
from briefgen.data.record import Column, Data, Wanted
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

D = Decimal


def scalar(said: str) -> Scalar:
    return Scalar(said, Place("brief.yaml", 1, 1))


def read(data: bytes, folder: Path, problems: Problems, sheet: str = "", range: str = "", dates: str = "") -> Data:
    path = folder / "data"
    path.write_bytes(data)
    wanted = Wanted("data", scalar("data"), scalar(sheet) if sheet else None, scalar(range) if range else None, dates=dates)
    found = read_data(path, wanted, problems)
    assert found is not None, problems.sorted()
    return found


def columns(data: bytes, folder: Path, **options: str) -> dict[str, Column]:
    problems = Problems()
    found = {column.name: column for column in choose(read(data, folder, problems, **options), (), problems)}
    assert not problems.sorted()
    return found


def values(column: Column) -> list[object]:
    return [cell.value for cell in column.cells]


@pytest.mark.parametrize(
    ("data", "encoding", "delimiter", "decimal"),
    [
        ("Name,Wert\nö,1.5\n".encode(), "UTF-8", ",", "."),
        ("Name,Wert\nö,1.5\n".encode("utf-8-sig"), "UTF-8", ",", "."),
        ("Name;Wert\nö;1,5\n".encode("cp1252"), "Windows-1252", ";", ","),
        ("Name\tWert\nö\t1.5\n".encode("utf-16"), "UTF-16", "\t", "."),
        ("Name|Wert\r\nö|1,5\r\n".encode(), "UTF-8", "|", ","),
        ("Name\tWert\rö\t1,5\r".encode(), "UTF-8", "\t", ","),
        ("sep=;\nName;Wert\nö;1,5\n".encode(), "UTF-8", ";", ","),
        ('Name;Wert\n"ö";"1,5"\n'.encode(), "UTF-8", ";", ","),
    ],
)
def test_encoding_delimiter_and_decimal_sign_are_found(
    data: bytes, encoding: str, delimiter: str, decimal: str, tmp_path: Path
) -> None:
    found = read(data, tmp_path, Problems())
    assert (found.found.encoding, found.found.delimiter, found.found.decimal) == (encoding, delimiter, decimal)
    told = {column.name: values(column) for column in choose(found, (), Problems())}
    assert told == {"Name": ["ö"], "Wert": [D("1.5")]}


def test_cells_know_their_places(tmp_path: Path) -> None:
    found = read(b'Name,Flow\n"a, or\nb",1\n\nc,2\n', tmp_path, Problems())
    name, flow = found.columns
    assert [(cell.name, str(found.place(cell))) for cell in name.cells] == [("A2", "data:2:1"), ("A5", "data:5:1")]
    assert [cell.name for cell in flow.cells] == ["B2", "B5"]
    assert str(found.place(flow.cells[1])) == "data:5:3"


def test_numbers_dates_and_missing_values(tmp_path: Path) -> None:
    data = (
        "Day;Month;Flow;Share;Code;None\n"
        "2026-11-22;2026-11;1.234,5;12 %;01001;n/a\n"
        "2026-11-23T10:30;2026-12;−7;3,5%;10001;..\n"
        ";;–;;20000;\n"
    )
    found = columns(data.encode(), tmp_path)
    assert values(found["Day"]) == [date(2026, 11, 22), datetime.fromisoformat("2026-11-23T10:30"), None]
    assert values(found["Month"]) == [date(2026, 11, 1), date(2026, 12, 1), None]
    assert values(found["Flow"]) == [D("1234.5"), D(-7), None]
    assert [(cell.value, cell.percent) for cell in found["Share"].cells[:2]] == [(D(12), True), (D("3.5"), True)]
    assert values(found["Code"]) == ["01001", "10001", "20000"]
    assert [column.kind for column in found.values()] == ["date", "date", "number", "number", "text", "text"]


@pytest.mark.parametrize(("order", "month", "day"), [("dmy", 4, 3), ("mdy", 3, 4)])
def test_dates_in_the_order_that_the_outline_says(order: str, month: int, day: int, tmp_path: Path) -> None:
    found = columns(b"Day,Flow\n03/04/2026,1\n03.04.2026,2\n", tmp_path, dates=order)
    assert values(found["Day"]) == [date(2026, month, day)] * 2


def test_a_workbook_gives_what_it_stored(tmp_path: Path) -> None:
    head = [text(f"{letter}1", name) for letter, name in zip("ABCDEFG", "abcdefg", strict=True)]
    row = [
        number("A2", 3), number("B2", 46024, 1), number("C2", 1.25, 2), number("D2", 0.5208333333333334, 3),
        number("E2", 46024.12777777778, 4), number("F2", 0.30000000000000004), formula("G2", "A2*2", "6"),
    ]  # fmt: skip
    found = columns(workbook({"S": rows(head, row)}), tmp_path)
    assert [values(column)[0] for column in found.values()] == [
        D(3), date(2026, 1, 2), timedelta(hours=30), time(12, 30),
        datetime.fromisoformat("2026-01-02T03:04"), D("0.3"), D(6),
    ]  # fmt: skip
    assert [found[name].cells[0].text for name in "acd"] == ["3", "30:00:00", "12:30"]


def test_days_since_1904(tmp_path: Path) -> None:
    sheet = {"S": rows([text("A1", "a")], [number("A2", 44562, 1)])}
    assert values(columns(workbook(sheet, date1904=True), tmp_path)["a"]) == [date(2026, 1, 2)]


def test_sheets_and_ranges(tmp_path: Path) -> None:
    table = rows(
        [text("A1", "A report of ours")], [], [text("B3", "Name"), text("C3", "Flow")], [text("B4", "x"), number("C4", 2)]
    )
    data = workbook({"Cover": rows([text("A1", "x")]), "Flows": table})
    for sheet in ("Flows", "flows", "2"):
        found = columns(data, tmp_path, sheet=sheet, range="B3:C4")
        assert {name: values(column) for name, column in found.items()} == {"Name": ["x"], "Flow": [D(2)]}
    found = columns(b"Source: us,,\n,Name,Flow\n,x,2\n", tmp_path, range="$B$2:$C$3")
    assert {name: values(column) for name, column in found.items()} == {"Name": ["x"], "Flow": [D(2)]}


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3),
    st.sampled_from(["en", "de", "fr", "es", "pl", "sv", "de-CH"]),
)
def test_a_number_written_in_a_language_is_read_back(value: Decimal, language: str) -> None:
    for pattern in ("plain", "grouped"):
        said = write_number(value, pattern, language)
        sign = "." if language in {"en", "de-CH"} else ","
        found = read_number(said, sign)
        assert found is not None
        assert found.value == value


@pytest.mark.parametrize(
    ("value", "pattern", "language", "said"),
    [
        ("1234567.891", "grouped", "en", "1,234,567.891"),
        ("1234567.891", "decimal-1", "de", "1.234.567,9"),
        ("1234.5", "whole", "es", "1235"),
        ("12345.5", "whole", "es", "12.346"),
        ("-1234.5", "plain", "fr", "−1234,5"),
        ("1234567", "grouped", "fr", "1\u202f234\u202f567"),
        ("1234567", "grouped", "de-CH", "1’234’567"),
        ("0.455", "percent", "en", "46%"),
        ("0.455", "percent-1", "de", "45,5\u00a0%"),
        ("-0.001", "whole", "en", "0"),
        ("2024", "plain", "en", "2024"),
        ("1234.5", "grouped", "lb", "1\u00a0234,5"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value: str, pattern: str, language: str, said: str) -> None:
    assert write_number(D(value), pattern, language) == said


@given(st.one_of(st.binary(max_size=300), st.text('ab,;\t"\n1.,-% ', max_size=300).map(str.encode)))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    problems = Problems()
    found = read_data(path, Wanted("any", scalar("any")), problems)
    assert (found is None) <= problems.fatal
    if found is not None:
        assert len({len(column.cells) for column in found.columns}) == 1
        choose(found, (), problems)
