"""Names of files: what every system takes, and none twice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.data.record import Cell
from briefgen.editions.naming import LONGEST, file_name, name_editions, usual_pattern
from briefgen.editions.rows import Series, pack_row, said_rows
from briefgen.problem import Problems


def made(values: list[str], pattern: str, languages: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    rows = tuple(pack_row(number, {"name": Cell(value, value, number, 1, 1)}) for number, value in enumerate(values, 2))
    problems = Problems()
    editions = name_editions(pattern, Series("d.csv", ("name",), rows), languages, problems)
    return [edition.target.as_posix() for edition in editions], [problem.code for problem in problems.sorted()]


@pytest.mark.parametrize(
    ("value", "name"),
    [("North", "North"), ("../../etc", "etc"), ("a/b\\c:d", "a-b-c-d"), ("  x . ", "x"), ("CON", "CON_"),
     ("nul.txt", "nul.txt_"),     ("", "_"), ("...", "_"), ("é" * 100, "é" * (LONGEST // 2)),
     ("Ürümqi", "Ürümqi"), ("a\nb", "a b"), ("-rf", "rf")],
)  # fmt: skip
def test_a_value_becomes_a_name(value: str, name: str) -> None:
    assert file_name(value) == name


@given(st.text(max_size=200))
def test_no_value_leads_out_of_the_folder(value: str) -> None:
    name = file_name(value)
    assert name
    assert len(name.encode()) <= LONGEST + 1
    assert Path("build", name).resolve().parent == Path("build").resolve()


def test_each_row_and_language_has_its_file() -> None:
    assert made(["North", "South"], "out/{{name}}-{{language}}.pdf", ("en", "es"))[0] == [
        "out/North-en.pdf",
        "out/North-es.pdf",
        "out/South-en.pdf",
        "out/South-es.pdf",
    ]


@pytest.mark.parametrize(
    ("values", "pattern", "code"),
    [
        (["North", "north"], "{{name}}.pdf", "editions/same-name"),
        (["a/b", "a:b"], "{{name}}.pdf", "editions/same-name"),
        (["a", "b"], "brief.pdf", "editions/same-name"),
        (["a"], "{{names}}.pdf", "editions/no-such-column"),
        (["a"], "{{language}}.pdf", "editions/no-such-column"),
    ],
)
def test_two_of_one_name_are_refused(values: list[str], pattern: str, code: str) -> None:
    assert made(values, pattern) == ([], [code])


def test_languages_of_one_name_are_parted_as_the_hint_says() -> None:
    problems = Problems()
    rows = Series("d.csv", ("name",), (pack_row(2, {"name": Cell("North", "North", 2, 1, 1)}),))
    assert name_editions("out/{{name}}.pdf", rows, ("en", "es"), problems) == ()
    (problem,) = problems.sorted()
    assert problem.hint == "write -o 'out/{{name}}-{{language}}.pdf'"


def test_the_usual_names_come_from_the_first_column() -> None:
    found = Series("d.csv", ("name", "rate"), ())
    assert usual_pattern(Path("a/brief.yaml"), found, ()) == "build/brief/{{name}}.pdf"
    assert usual_pattern(Path("brief.yaml"), found, ("en",)) == "build/brief/{{name}}-{{language}}.pdf"
    assert usual_pattern(Path("brief.yaml"), None, ("en",)) == "build/brief/{{language}}.pdf"


def test_rows_are_named_in_few_words() -> None:
    assert said_rows([7]) == "row 7"
    assert said_rows([2, 5]) == "rows 2 and 5"
    assert said_rows(range(2, 8)) == "rows 2, 3, 4, 5, 6 and 7"
    assert said_rows(range(2, 10)) == "rows 2, 3, 4, 5, 6 and 3 more"
