"""Several authors in one text are told of, and one is not."""

from pathlib import Path

import pytest

from briefgen.outline.persons import several
from briefgen.outline.read import read_text
from briefgen.problem import Problems


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee, Bo Xu", ["Ann Lee", "Bo Xu"]),
        ("Ann Lee and Bo Xu", ["Ann Lee", "Bo Xu"]),
        ("Dr. Ann B. Lee, Bo Xu, and Cy Poe", ["Dr. Ann B. Lee", "Bo Xu", "Cy Poe"]),
        ("A. Lee / B. Xu", ["A. Lee", "B. Xu"]),
        ("Lee, Ann; Xu, Bo", ["Lee, Ann", "Xu, Bo"]),
        ("María de la Cruz y Juan van der Berg", ["María de la Cruz", "Juan van der Berg"]),
        ("Łukasz Żak i Ewa Nowak", ["Łukasz Żak", "Ewa Nowak"]),
    ],
)
def test_several(text: str, names: list[str]) -> None:
    assert several(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee",
        "Lee, Ann",
        "Ann Lee, PhD",
        "Ann Lee, Director of Water",
        "José Ortega y Gasset",
        "Ministry of Water and Land",
        "Department for Environment, Food and Rural Affairs",
        "Centre for Policy, University of Ghana",
        "Save the Children and Oxfam",
    ],
)
def test_one(text: str) -> None:
    assert several(text) == []


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("authors: Ann Lee, Bo Xu", (2, 10)),
        ("authors:\n  - Ann Lee and Bo Xu\n  - Cy Poe", (3, 5)),
        ("authors:\n  - name: Ann Lee and Bo Xu\n    role: Fellows", (3, 11)),
    ],
)
def test_it_is_told_at_its_place(written: str, place: tuple[int, int]) -> None:
    problems = Problems()
    read_text(f"title: Wells\n{written}\n".encode(), "brief.yaml", Path(), problems)
    (problem,) = problems.sorted()
    assert (problem.code, problem.place.line, problem.place.column) == ("outline/list-in-text", *place)
    assert "`authors: [Ann Lee, Bo Xu]`" in problem.hint


def test_each_in_an_item_is_right() -> None:
    problems = Problems()
    read_text(b"title: Wells\nauthors: [Ann Lee, Bo Xu]\n", "brief.yaml", Path(), problems)
    assert problems.sorted() == []
