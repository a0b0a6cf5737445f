"""What a text writes itself and the brief sets as well is told; what only begins with a number is not."""

from pathlib import Path

import pytest

from briefgen.content.compose import compose
from briefgen.outline.read import read_text
from briefgen.problem import Problem, Problems

NUMBERED = "design: {section_numbers: true}"


def said(text: str) -> list[Problem]:
    problems = Problems()
    outline = read_text(f"title: Wells\n{text}\n".encode(), "brief.yaml", Path(), problems)
    assert outline is not None
    compose(outline, problems)
    return [problem for problem in problems.sorted() if problem.code == "content/set-twice"]


def sections(*headings: str) -> str:
    return "sections:\n" + "\n".join(f'  - {{heading: "{heading}", content: [Text.]}}' for heading in headings)


@pytest.mark.parametrize("number", ["1. ", "1) ", "(1) ", "I. ", "1.1 ", "2.3. "])
def test_numbers_of_headings(number: str) -> None:
    text = sections(f"{number}Why now", "Then")
    assert [problem.hint for problem in said(f"{text}\n{NUMBERED}")] == ['write "Why now"']
    assert len(said(f"{text}\ndesign: {{look: band}}")) == 1
    assert said(text) == []


def test_bare_numbers_only_where_all_headings_are_so_counted() -> None:
    assert len(said(f"{sections('1 Why', '2 How', '3 What')}\n{NUMBERED}")) == 3
    assert said(f"{sections('1 Why', '2030 is near')}\n{NUMBERED}") == []
    assert said(f"{sections('1 well in 9 is dry')}\n{NUMBERED}") == []


@pytest.mark.parametrize("caption", ["Figure 1: The wells", "figure 2. The wells", "Fig. 1 – The wells"])
def test_names_of_figures_where_they_have_numbers(caption: str) -> None:
    chart = f"chart: {{title: '{caption}', kind: bar, alt: auto, data: [[a, b], [c, 6]]"
    assert [problem.hint for problem in said(f"sections: [{{content: [{{{chart}, id: wells}}}}]}}]")] == [
        'write "The wells"'
    ]
    assert said(f"sections: [{{content: [{{{chart}}}}}]}}]") == []


@pytest.mark.parametrize("quote", ["“All is dry.”", "„All is dry.“", "«All is dry.»", "'\"All is dry.\"'"])
def test_quotation_marks_where_the_look_has_large_ones(quote: str) -> None:
    text = f"sections:\n  - content:\n      - pull_quote: {quote}"
    assert [problem.hint for problem in said(f"{text}\ndesign: {{look: band}}")] == ['write "All is dry."']
    assert said(f"{text}\ndesign: {{look: modules}}") == []
    assert said("sections:\n  - content:\n      - pull_quote: “One” and “two”\ndesign: {look: band}") == []


def test_numbers_of_recommendations_findings_and_notes() -> None:
    assert len(said('recommendations: ["Recommendation 1: Count.", "Recommendation letters help."]')) == 1
    assert len(said("findings: [Finding 2 – It falls., Findings are few.]")) == 1
    assert len(said("language: fr\nrecommendations: [Recommandation 1. Compter.]")) == 1
    note = "sections: [{content: ['It falls.[^1] So.[^2]']}]\nnotes:\n  1: '1. The register.'\n  2: 12 districts answered."
    assert [problem.place.line for problem in said(note)] == [4]
