"""Authors and the number of a series in lines below the title, where no style tells them."""

from pathlib import Path

import pytest

from briefgen.importing.intake import import_file
from briefgen.outline.parse import parse
from briefgen.outline.tree import Map
from briefgen.problem import Problems
from briefgen.start import SCHEMA


def front(tmp_path: Path, *lines: str) -> tuple[Map, str]:
    """The outline of a document that has these lines between its title and its first heading."""
    path = tmp_path / "report.md"
    path.write_text("\n\n".join(["# Count every drop", *lines, "## Why now", "It leaks."]), encoding="utf-8")
    text = import_file(path, "brief.yaml", SCHEMA).text
    root = parse(text, "brief.yaml", Problems())
    assert isinstance(root, Map)
    return root, text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee and Bo Xu", ["Ann Lee", "Bo Xu"]),
        ("*Ann Lee, Bo Xu*", ["Ann Lee", "Bo Xu"]),
        ("By Ann B. Lee", ["Ann B. Lee"]),
        ("par María de la Cruz et Bo Xu", ["María de la Cruz", "Bo Xu"]),
    ],
)
def test_names_are_authors_and_the_line_is_kept_beside_them(tmp_path: Path, line: str, names: list[str]) -> None:
    root, text = front(tmp_path, line)
    assert [scalar.text for scalar in root.texts("authors")] == names
    assert f'authors:  # review; in the document: "{line.strip("*")}"' in text
    assert text.count("Bo Xu") in (0, 2)


@pytest.mark.parametrize(
    "line", ["Ann Lee", "Ministry of Water and Land", "By the river it is dry.", "Water and money matter"]
)
def test_other_lines_stay_text(tmp_path: Path, line: str) -> None:
    root, text = front(tmp_path, line)
    assert "authors" not in root
    assert line in text


@pytest.mark.parametrize(
    ("line", "series", "number"),
    [
        ("Policy Brief No. 14", "Policy Brief", "No. 14"),
        ("Note de politique, N° 3", "Note de politique", "N° 3"),
        ("Working Paper #2026-4", "Working Paper", "#2026-4"),
    ],
)
def test_a_series_with_its_number(tmp_path: Path, line: str, series: str, number: str) -> None:
    root, _ = front(tmp_path, "Ann Lee and Bo Xu", line)
    assert [root.entries[key].text for key in ("series", "number")] == [series, number]  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["The summer of 2025", "In 9 districts wells fell", "Wells: no. 4"])
def test_a_number_that_is_called_none_is_text(tmp_path: Path, line: str) -> None:
    root, text = front(tmp_path, line)
    assert "series" not in root
    assert line in text


def test_nothing_is_taken_from_below_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# Count every drop\n\n## Team\n\nAnn Lee and Bo Xu\n\nPolicy Brief No. 14\n", encoding="utf-8")
    root = parse(import_file(path, "brief.yaml", SCHEMA).text, "brief.yaml", Problems())
    assert isinstance(root, Map)
    assert root.entries.keys().isdisjoint({"authors", "series", "number"})
