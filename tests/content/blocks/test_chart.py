"""Charts of an outline: what becomes of their numbers, and what is said of those that deceive or cannot be drawn."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.composed import Desk

from briefgen.charting.plot import Plot
from briefgen.content.blocks.chart_alt import PHRASES
from briefgen.content.brief import Chart

ROWS = [["Year", "In", "Out"], ["2022", "41.5", "30"], ["2023", "", "33"], ["2024", "32", "35"]]


def outline(language: str = "en-GB", **chart: Any) -> str:
    block = {"kind": "line", "alt": "auto", "data": ROWS, **chart}
    return json.dumps(
        {"title": "T", "date": "2026-01-01", "language": language, "sections": [{"content": [{"chart": block}]}]}
    )


def chart(desk: Desk, **more: Any) -> Chart:
    composed = desk.compose(outline(**more))
    found = composed.brief.sections[0].blocks[0]
    assert isinstance(found, Chart), composed
    return found


def plot(desk: Desk, **more: Any) -> Plot:
    found = chart(desk, **more).artwork.plot
    assert isinstance(found, Plot)
    return found


def test_years_and_gaps(desk: Desk) -> None:
    found = plot(desk)
    assert (found.x_kind, found.xs) == ("year", (2022.0, 2023.0, 2024.0))
    assert [each.values for each in found.series] == [(41.5, None, 32.0), (30.0, 33.0, 35.0)]
    assert found.decimals == 1


def test_dates_are_put_in_order(desk: Desk) -> None:
    found = plot(desk, data=[["Month", "In"], ["2024-03", "2"], ["2024-01", "1"]])
    assert found.x_kind == "date"
    assert found.labels == ("January 2024", "March 2024")
    assert found.series[0].values == (1.0, 2.0)


def test_columns_are_chosen_by_name(desk: Desk) -> None:
    found = plot(desk, x="Out", y=["In"])
    assert [each.name for each in found.series] == ["In"]
    assert found.x_kind == "number"


def test_the_table_has_every_number(desk: Desk) -> None:
    table = chart(desk).table
    assert table is not None
    assert [[cell.plain for cell in row] for row in (table.head, *table.rows)] == [
        ["Year", "In", "Out"], ["2022", "41.5", "30.0"], ["2023", "", "33.0"], ["2024", "32.0", "35.0"],
    ]  # fmt: skip


def test_numbers_come_from_a_file(desk: Desk) -> None:
    Path(desk.folder, "flows.csv").write_text("Year;In;Out\n2022;41,5;30\n2023;;33\n2024;32;35\n", encoding="utf-8")
    found = plot(desk, data="flows.csv")
    assert [each.values for each in found.series] == [(41.5, None, 32.0), (30.0, 33.0, 35.0)]
    assert plot(desk, data="flows.csv", x="Year", y=["Out"]).series[0].values == (30.0, 33.0, 35.0)


def test_small_charts_share_their_scale(desk: Desk) -> None:
    rows = [["Town", "Year", "In"], ["A", "2022", "1"], ["A", "2023", "2"], ["B", "2022", "8"], ["B", "2023", "9"]]
    found = plot(desk, data=rows, multiples="Town")
    assert [name for name, _ in found.panels] == ["A", "B"]
    assert {panel.scaled_with for _, panel in found.panels} == {(1.0, 9.0)}


@pytest.mark.parametrize("language", sorted(PHRASES))
def test_every_language_of_ours_tells_a_chart(desk: Desk, language: str) -> None:
    alt = chart(desk, language=language).artwork.alt
    assert all(word in alt for word in ("In", "Out", "2022", "2024", "35"))
    assert ("41.5" if language == "en" else "41,5") in alt


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"data": [["a", "b"], ["c", "1", "2"]]}, "data/ragged-row"),
        ({"y": ["Inn"]}, "data/no-such-column"),
        ({"kind": "column", "from": "20"}, "chart/cut-axis"),
        ({"kind": "area", "log": "y"}, "chart/cut-axis"),
        ({"kind": "bar", "series": "share", "data": [["a", "b"], ["c", "-1"]]}, "chart/not-positive"),
        ({"data": [["a", "b"], ["c", "1e30"]]}, "chart/not-a-number"),
        ({"periods": [{"from": "soon", "to": "2024", "label": "x"}]}, "chart/not-a-number"),
        ({"data": [["a", "b"], ["c", ""]]}, "chart/no-data"),
    ],
)
def test_what_cannot_be_drawn_is_said(desk: Desk, more: dict[str, Any], wanted: str) -> None:
    composed = desk.compose(outline(**more))
    assert wanted in composed.codes
    assert composed.brief.sections[0].blocks == ()


@pytest.mark.parametrize(
    "more", [{"kind": "column", "from": "20", "cut": "true"}, {"kind": "column", "from": "0"}, {"from": "20"}]
)
def test_an_axis_may_begin_elsewhere_where_it_deceives_nobody(desk: Desk, more: dict[str, Any]) -> None:
    assert plot(desk, **more).start in {20.0, None}


@pytest.mark.parametrize(
    ("parts", "warned"),
    [(["60", "30", "10"], False), (["60", "30", "5"], True), (["33", "33", "33"], False), (["600", "300", "20"], False)],
)
def test_percentages_that_do_not_add_up_are_told(desk: Desk, parts: list[str], warned: bool) -> None:
    rows = [["Part", "Share"], *([f"part {number}", part] for number, part in enumerate(parts))]
    composed = desk.compose(outline(kind="waffle", data=rows))
    assert ("chart/not-100" in composed.codes) == warned


def test_the_table_of_a_scatter_has_both_numbers(desk: Desk) -> None:
    rows = [["Town", "Price", "Losses"], ["Alder", "0.45", "44"], ["Birch", "0.7", "39"]]
    table = chart(desk, kind="scatter", data=rows).table
    assert table is not None
    assert [[cell.plain for cell in row] for row in (table.head, *table.rows)] == [
        ["Town", "Price", "Losses"], ["Alder", "0.45", "44"], ["Birch", "0.70", "39"],
    ]  # fmt: skip
    bare = chart(desk, kind="scatter", data=[row[1:] for row in rows])
    assert "0.45" in bare.artwork.alt
    assert bare.table is not None
    assert [cell.plain for cell in bare.table.head] == ["Price", "Losses"]


def test_shares_of_counts_are_drawn_in_percent_and_told_as_counts(desk: Desk) -> None:
    rows = [["District", "Yes", "No"], ["North", "120", "40"], ["South", "90", "90"]]
    found = chart(desk, kind="bar", series="share", data=rows)
    assert found.artwork.percent
    assert "120" in found.artwork.alt
    assert "120%" not in found.artwork.alt
    assert found.table is not None
    assert found.table.rows[0][1].plain == "120"
