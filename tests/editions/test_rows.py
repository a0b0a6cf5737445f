"""Rows of a series."""

import tracemalloc
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from briefgen.data.record import Cell, Fault, Value
from briefgen.editions.rows import pack_row, read_rows
from briefgen.problem import Problems


def test_a_row_gives_back_the_cells_that_it_was_made_of() -> None:
    times: tuple[Value, ...] = (datetime(2026, 5, 1, 12, 30), time(9, 5), timedelta(hours=30))  # noqa: DTZ001  sheets have no zone
    fault = Fault("data/unread", "said", "hint")
    values: tuple[Value, ...] = (None, "Köln", "2026", Decimal("0.10"), date(2026, 5, 1), *times, fault)
    cells = {f"c{at}": Cell(value, f"text {at}", 7, at, at, percent=at == 1) for at, value in enumerate(values)}
    assert pack_row(7, cells).cells() == cells


def test_rows_wait_in_less_room_than_their_texts_take(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    words = "water well meter river farm price drought canal share basin reading district law flow rain pump".split()
    lines = [" ".join(words[(row * 7 + at * at) % 16] for at in range(400)) for row in range(20)]
    path.write_text("\n".join(["text", *lines]), encoding="utf-8")
    series = read_rows(path, Problems())
    assert series
    assert [row.cells()["text"].text for row in series.rows] == lines
    assert sum(len(row.packed) for row in series.rows) < sum(map(len, lines)) / 2


def test_of_a_text_little_more_is_held_than_the_file_and_its_rows_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "d.csv"
    path.write_text("name,text\n" + "".join(f"r{row},{f'word {row} ' * 100}\n" for row in range(2000)), encoding="utf-8")
    size = path.stat().st_size
    monkeypatch.setattr("briefgen.data.read.BYTES_MOST", size)  # as much room as that is asked for at once
    tracemalloc.start()
    try:
        series = read_rows(path, Problems())
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert series
    assert len(series.rows) == 2000
    assert held < size / 2
    assert most < 1.5 * size + 1_000_000
