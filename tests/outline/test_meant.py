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
        ("date: {}", "3.4.2026", "2026-04-03"),
        ("date: {}", "“22/11/2026”", "2026-11-22"),
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


@pytest.mark.parametrize("text", ["3/4/2026", "31/31/2026", "30.2.2026", "22/11/26", "soon"])
def test_nothing_is_guessed_of_a_date(text: str) -> None:
    assert meant(text, "date") == ""


@pytest.mark.parametrize("text", ["#12345", "our green", ""])
def test_nothing_is_guessed_of_a_colour(text: str) -> None:
    assert meant(text, "colour") == ""
