"""Tables of an outline: what is said around their rows, how columns are aligned, what stands out, groups."""

import pytest
from support.composed import Desk

from briefgen.content.brief import COVERED, Cell, Table

LICENCES = """\
title: T
sections:
  - content:
      - table:
          caption: Licences
          units: km³
          groups: true
          row_heads: true
          total: true
          highlight: ["Lower 'reach'", Taken]
          head: [Reach, Holder, Taken]
          rows: [[Upper, Farms, "2"], [Upper, Towns, "1[^1]"], ["Lower 'reach'", Farms, "4"], [All, "", "7"]]
          source: The register.[^2]
          note: Without wells.
notes: {1: One., 2: Two.}
"""


def table(desk: Desk, outline: str) -> Table:
    (found,) = desk.compose(outline).elements(Table)
    return found


def test_what_is_said_around_the_rows(desk: Desk) -> None:
    done = desk.compose(LICENCES)
    (found,) = done.elements(Table)
    assert not done.said
    said = [text.plain if text else "" for text in (found.caption, found.units, found.source, found.note)]
    assert said == ["Licences", "km³", "The register.2", "Without wells."]
    assert found.total
    # by the words as they are printed, with real quotes
    assert (found.strong_rows, found.strong_columns) == ((2,), (2,))


def test_rows_that_begin_alike_are_a_group(desk: Desk) -> None:
    found = table(desk, LICENCES)
    first = found.rows[0][0]
    assert isinstance(first, Cell)
    assert (first.role, first.rows, found.rows[1][0].role, found.rows[1][0].plain) == ("TH", 2, COVERED, "")
    assert [[cell.role for cell in row] for row in found.rows[2:]] == [["TH", "TH", "TD"], ["TH", "TD", "TD"]]


def test_without_groups_every_cell_is_printed(desk: Desk) -> None:
    found = table(desk, LICENCES.replace("groups: true", "groups: false"))
    assert [row[0].plain for row in found.rows[:2]] == ["Upper", "Upper"]


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["1,204", "56", "7.5"], "decimal"),
        (["€31", "14 %", "–", "n.a."], "decimal"),
        (["2 km", "−3", "none"], "decimal"),
        (["2019", "2020", ""], "left"),
        (["2019/20", "2020/21"], "left"),
        (["1,850", "1,912"], "decimal"),
        (["1", "yes", "no"], "left"),
        (["97 per cent in 2024", "4"], "left"),
        (["", ""], "left"),
    ],
)
def test_columns_of_amounts_are_aligned_by_their_units(desk: Desk, cells: list[str], align: str) -> None:
    rows = "".join(f"            - ['1', '{cell}']\n" for cell in cells)
    text = f"title: T\nsections:\n  - content:\n      - table:\n          head: [a, b]\n          rows:\n{rows}"
    assert table(desk, text).align == ("left", align)
