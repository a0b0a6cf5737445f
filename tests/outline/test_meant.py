"""The hints about dates and colours: followed to the letter, they mend the outline."""

from pathlib import Path

import pytest

from briefgen.outline.meant import meant
from briefgen.outline.read import read_text
from briefgen.problem import Problem, Problems


def said(text: str) -> list[Problem]:
    problems = Problems()
    read_text(f"title: Wells\n{text}\n".encode(), "brief.yaml", Path(), problems)
    return problems.sorted()


@pytest.mark.parametrize(
    ("line", "written", "right"),
    [
        ("date: {}", "22/11/2026", "2026-11-22"),
        ("date: {}", "11/22/2026", "2026-11-22"),
        ("date: {}", "4/4/2026", "2026-04-04"),
        ("date: {}", "22-11-2026", "2026-11-22"),
        ("date: {}", "2026/11/22", "2026-11-22"),
        ("date: {}", "2026-6-3", "2026-06-03"),
        ("date: {}", "22 November 2026", "2026-11-22"),
        ("date: {}", "22nd of Nov 2026", "2026-11-22"),
        ("date: {}", "November 22, 2026", "2026-11-22"),
        ("date: {}", "November 2026", "2026-11"),
        ("date: {}", "22. März 2026", "2026-03-22"),
        ("date: {}", "1er août 2026", "2026-08-01"),
        ("date: {}", "3 de mayo de 2026", "2026-05-03"),
        ("date: {}", "3.4.2026", "2026-04-03"),
        ("date: {}", "“22/11/2026”", "2026-11-22"),
        ("date: {}", "2026–11–22", "2026-11-22"),
        ("date: {}", "22. 11. 2026", "2026-11-22"),
        ("date: {}", "2026-11-22T00:00:00Z", "2026-11-22"),
        ("date: {}", "22/11/2026 14:30", "2026-11-22"),
        ("date: {}", "46348", "2026-11-22"),
        ("date: {}", "22 października 2026", "2026-10-22"),
        ("date: {}", "22 ноября 2026 г.", "2026-11-22"),
        ("date: {}", "22 نوفمبر 2026", "2026-11-22"),
        ("language: {}", "pt br", "pt-BR"),
        ("language: {}", "en (GB)", "en-GB"),
        ("design: {{accent: {}}}", "'rgb(11, 110, 105)'", '"#0b6e69"'),
        ("design: {{pages: {}}}", "2 pages", "2"),
        ("design: {{columns: {}}}", "2 col.", "2"),
        ("design: {{accent: {}}}", "teal", '"#008080"'),
        ("design: {{accent: {}}}", "Dark Green", '"#006400"'),
        ("design: {{accent: {}}}", "“#0b6e69”", '"#0b6e69"'),
        ("design: {{accent: {}}}", "0b6e69", '"#0b6e69"'),
    ],
)
def test_following_the_hint_mends_it(line: str, written: str, right: str) -> None:
    (problem,) = said(line.format(written))
    assert problem.code == "outline/bad-value"
    assert problem.hint == f"write {right}"
    assert said(line.format(right)) == []


@pytest.mark.parametrize(
    "text", ["31/31/2026", "22/11/26", "22 listopada 2026", "123456", "soon", "spring 2026", "May or June 2026"]
)
def test_nothing_is_guessed_of_a_date(text: str) -> None:
    assert meant(text, "date") == ""


def test_what_may_be_two_days_is_said_as_both() -> None:
    assert meant("3/4/2026", "date") == "2026-03-04 or 2026-04-03"


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-11-31", "2026-11 has 30"), ("30.2.2026", "2026-02 has 28"), ("30 February 2028", "2028-02 has 29")],
)
def test_a_day_that_is_not_is_told_of_its_month(text: str, month: str) -> None:
    assert month in meant(text, "date")


@pytest.mark.parametrize("text", ["#12345", "our green", ""])
def test_nothing_is_guessed_of_a_colour(text: str) -> None:
    assert meant(text, "colour") == ""
