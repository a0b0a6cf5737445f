"""Findings and recommendations: numbers, links both ways, what is derived."""

from support.composed import Desk

from briefgen.content.brief import Recommendations, Span

OUTLINE = """\
title: T
findings:
  - {id: a, statement: A}
  - {id: b, statement: B}
  - C
recommendations:
  - {id: x, action: X, addresses: [b, a]}
  - {action: Y, addresses: [a, "3", b, a]}
  - Z
"""


def linked(*parts: str | tuple[str, str]) -> tuple[Span, ...]:
    """Spans of texts, and of numbers with the id that each leads to."""
    return tuple(Span(part) if isinstance(part, str) else _number(*part) for part in parts)


def _number(number: str, target: str) -> Span:
    return Span(number, target=target, title=f"{target.partition('-')[0].capitalize()} {number}")


def test_links_go_both_ways(desk: Desk) -> None:
    done = desk.compose(OUTLINE)
    assert done.codes == []
    assert done.text("recommendation-x.addresses").spans == linked(
        "Addresses findings ", ("1", "finding-a"), " and ", ("2", "finding-b")
    )
    assert done.text("recommendation-2.addresses").spans == linked(
        "Addresses findings ", ("1", "finding-a"), ", ", ("2", "finding-b"), " and ", ("3", "finding-3")
    )
    assert done.text("finding-a.answered").spans == linked(
        "Answered by recommendations ", ("1", "recommendation-x"), " and ", ("2", "recommendation-2")
    )
    assert done.text("finding-3.answered").spans == linked("Answered by recommendation ", ("2", "recommendation-2"))
    assert "recommendation-3.addresses" not in {text.id for text in done.texts()}


def test_unknown_findings_are_reported_where_they_are_named(desk: Desk) -> None:
    done = desk.compose(
        "title: T\nfindings: [{id: doctrine, statement: a}]\nrecommendations:\n  - {action: b, addresses: [doctrin, q]}\n"
    )
    assert done.said == ["content/unknown-finding 4:29", "content/unknown-finding 4:38"]
    assert done.problems[0].hint == "did you mean `doctrine`?"


def test_facts_in_order(desk: Desk) -> None:
    done = desk.compose("title: T\nrecommendations: [{priority: 1, by: soon, for: all, action: a}]\n")
    block = done.element("recommendations")
    assert isinstance(block, Recommendations)
    assert [(fact.label.plain, fact.value.plain) for fact in block.items[0].facts] == [
        ("For", "all"),
        ("By when", "soon"),
        ("Priority", "1"),
    ]


def test_what_is_derived_is_said_once_when_all_are(desk: Desk) -> None:
    some = desk.compose("title: T\nrecommendations: [{action: a, derived: true}, b]\n").element("recommendations")
    every = desk.compose("title: T\nrecommendations: [{action: a, derived: yes}, {action: b, derived: true}]\n").element(
        "recommendations"
    )
    assert isinstance(some, Recommendations)
    assert isinstance(every, Recommendations)
    assert [item.derived is not None for item in some.items] == [True, False]
    assert some.note is None
    assert [item.derived is not None for item in every.items] == [False, False]
    assert every.note is not None
    assert every.note.plain.startswith("These recommendations")


def test_a_link_that_is_a_number_says_what_it_leads_to(desk: Desk) -> None:
    done = desk.compose(
        "title: T\nlanguage: es\nsections: [{content: ['Uno.[^1]']}]\nfindings: [Uno, Dos]\n"
        "recommendations: [{action: Tres, addresses: [1, 2]}]\nnotes: {1: Nota}"
    )
    spans = [span for text in done.texts() for span in text.spans if span.target]
    assert [(span.text, span.title) for span in spans][:4] == [
        ("1", "Notas 1"),
        ("1", "Recomendación 1"),
        ("1", "Recomendación 1"),
        ("1", "Hallazgo 1"),
    ]


def test_a_look_may_have_what_answers_a_finding_told_in_short(desk: Desk) -> None:
    short = "design: {look: {finding: {links: marks}}}\n"
    done = desk.compose(OUTLINE + short)
    assert done.codes == []
    assert done.text("finding-a.answered").spans == linked(
        "Recommendations ", ("1", "recommendation-x"), " and ", ("2", "recommendation-2")
    )
    assert done.text("finding-3.answered").spans == linked("Recommendation ", ("2", "recommendation-2"))
    own = desk.compose(OUTLINE + short + "labels: {recommendation: '{}. advice'}\n")
    assert own.text("finding-3.answered").plain == "Answered by recommendation 2"
