"""Which cells of a table head others: the first row, and the first column under an empty corner."""

import pytest
from support.composed import Desk

from briefgen.content.brief import Table


def roles(desk: Desk, table: str) -> list[str]:
    """The roles of the cells, row by row."""
    done = desk.compose(f"title: T\nsections: [{{content: [{{table: {{{table}}}}}]}}]")
    found = done.element("s1.b1")
    assert isinstance(found, Table)
    return [" ".join(cell.role for cell in row) for row in (found.head, *found.rows)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("head: [Year, Wells], rows: [['2024', '1'], ['2025', '2']]", ["TH TH", "TD TD", "TD TD"]),
        ("head: ['', '2024'], rows: [[Wells, '1'], [Pumps, '2']]", ["TH TH", "TH TD", "TH TD"]),
        ("head: [' ', '2024'], rows: [[Wells, '1'], ['', '2']]", ["TH TH", "TH TD", "TD TD"]),
        ("head: [''], rows: [[Wells]]", ["TH", "TD"]),
        ("head: ['2024', ''], rows: [[Wells, '1']]", ["TH TH", "TD TD"]),
        ("head: [What, '2024'], rows: [[Wells, '1']], row_heads: true", ["TH TH", "TH TD"]),
        ("head: ['', '2024'], rows: [[Wells, '1']], row_heads: false", ["TH TH", "TD TD"]),
    ],
)
def test_an_empty_corner_makes_the_first_column_heads_unless_the_outline_says(
    desk: Desk, table: str, expected: list[str]
) -> None:
    assert roles(desk, table) == expected
