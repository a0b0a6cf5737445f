"""Tables from files: chosen columns, sorted, cut, formatted, and shown literally."""

from pathlib import Path

from briefgen.content.brief import Table
from briefgen.content.compose import compose
from briefgen.content.reading import elements_of
from briefgen.outline.read import read_text
from briefgen.problem import Problem, Problems

FLOWS = (
    "Land;Jahr;Menge;Anteil;Tag\nA*b*;2024;1.234,5;12%;2026-01-02\nB;2025;−22.345,25;3%;2026-02\n"
    "C;2026;;n/a;\nD;2020;5,25;7,5 %;2026-03-01\n"
)


def table(keys: str, folder: Path, language: str = "de") -> tuple[Table | None, list[Problem]]:
    (folder / "flows.csv").write_text(FLOWS, encoding="utf-8")
    text = f"title: T\nlanguage: {language}\nsections:\n- content:\n  - Text.\n  - table: {{file: flows.csv{keys}}}\n"
    problems = Problems()
    outline = read_text(text.encode(), "brief.yaml", folder, problems)
    brief = compose(outline, problems) if outline else None
    assert brief is not None
    return next((each for each in elements_of(brief.sections) if isinstance(each, Table)), None), problems.sorted()


def shown(keys: str, folder: Path, language: str = "de") -> list[list[str]]:
    found, problems = table(keys, folder, language)
    assert found is not None, problems
    return [[cell.plain for cell in row] for row in (found.head, *found.rows)]


def test_all_of_a_file(tmp_path: Path) -> None:
    assert shown("", tmp_path) == [
        ["Land", "Jahr", "Menge", "Anteil", "Tag"],
        ["A*b*", "2024", "1234,5", "12\u00a0%", "2. Januar 2026"],
        ["B", "2025", "−22345,25", "3\u00a0%", "Februar 2026"],
        ["C", "2026", "", "n/a", ""],
        ["D", "2020", "5,25", "7,5\u00a0%", "1. März 2026"],
    ]


def test_columns_sorted_cut_and_formatted(tmp_path: Path) -> None:
    keys = ", columns: [Menge, Land], sort: Menge, order: descending, first: 3, format: [decimal-1, plain]"
    assert shown(keys, tmp_path) == [["Menge", "Land"], ["1.234,5", "A*b*"], ["5,3", "D"], ["−22.345,3", "B"]]
    assert shown(", columns: [Land], sort: Menge", tmp_path)[1:] == [["B"], ["D"], ["A*b*"], ["C"]]


def test_heads_of_ones_own_alignment_and_roles(tmp_path: Path) -> None:
    found, problems = table(", columns: [Land, Menge], head: [Country, Flow]", tmp_path)
    assert found is not None
    assert not problems
    assert [cell.plain for cell in found.head] == ["Country", "Flow"]
    assert found.align == ("left", "decimal")
    assert [row[0].role for row in found.rows] == ["TH"] * 4


def test_what_does_not_fit_is_reported(tmp_path: Path) -> None:
    for keys, code in (
        (", head: [a, b]", "outline/bad-value"),
        (", format: [plain, plain]", "outline/bad-value"),
        (", sort: Mengen", "data/no-such-column"),
        (", rows: [[1]]", "outline/conflicting-keys"),
    ):
        _, problems = table(keys, tmp_path)
        assert [problem.code for problem in problems] == [code]
