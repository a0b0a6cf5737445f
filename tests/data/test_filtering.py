"""Rows of a file that `where` asks for."""

from pathlib import Path

import pytest
from support.composed import Desk

from briefgen.content.brief import Table

FILE = "District,Year,Flow\nNorth,2019,1.5\nNorth,2020,2\nSouth,2020,\n"


def composed(folder: Path, where: str) -> tuple[list[list[str]], list[str]]:
    (folder / "flows.csv").write_text(FILE, encoding="utf-8")
    done = Desk(folder).compose(
        f"title: T\nsections:\n- content:\n  - table:\n      file: flows.csv\n      where: {where}\n"
    )
    blocks = [block for section in done.brief.sections for block in section.blocks] if done.brief else []
    rows = [[cell.plain for cell in row] for block in blocks if isinstance(block, Table) for row in block.rows]
    return rows, done.said


@pytest.mark.parametrize(
    ("where", "years"),
    [("Year >= 2020", ["2020", "2020"]), ("district = 'North' and Flow > 1", ["2019", "2020"]), ("not Flow", ["2020"])],
)
def test_rows_that_it_holds_for_are_shown(tmp_path: Path, where: str, years: list[str]) -> None:
    rows, said = composed(tmp_path, where)
    assert [row[1] for row in rows] == years
    assert said == []


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("Year > 2030", "data/no-rows 6:14"),
        ("Years > 2000", "data/no-such-column 6:14"),
        ("Year >", "editions/bad-condition 6:19"),
        ("District > 5", "editions/bad-condition 6:23"),
    ],
)
def test_what_cannot_be_asked_is_said_at_its_place(tmp_path: Path, where: str, said: str) -> None:
    rows, problems = composed(tmp_path, where)
    assert problems == [said]
    assert rows == []


def test_it_says_nothing_of_numbers_in_the_outline(tmp_path: Path) -> None:
    done = Desk(tmp_path).compose("title: T\nsections:\n- content:\n  - table: {head: [a], rows: [[b]], where: a = 1}\n")
    assert done.codes == ["outline/conflicting-keys"]


def test_a_number_of_any_size_is_rounded(tmp_path: Path) -> None:
    (tmp_path / "big.csv").write_text(f"a,b\nx,{'9' * 33}.25\ny,1e400\n", encoding="utf-8")
    done = Desk(tmp_path).compose(
        "title: T\nsections:\n- content:\n  - table: {file: big.csv, format: [plain, decimal-1]}\n"
    )
    assert done.codes == []
    (table,) = [block for section in done.brief.sections for block in section.blocks if isinstance(block, Table)]
    assert [row[1].plain.replace(",", "") for row in table.rows] == ["9" * 33 + ".3", f"1{'0' * 400}.0"]
