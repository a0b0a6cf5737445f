"""What is taller than a page is cut between its lines, and nothing of it is lost."""

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import (
    Block,
    Brief,
    Finding,
    Findings,
    Heading,
    Paragraph,
    PullQuote,
    Recommendation,
    Recommendations,
    Section,
    Stat,
    Stats,
    Table,
)
from briefgen.layout.compose import lay_out
from briefgen.layout.proof.verify import verify
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

LONG = "nine words and a longer one to fill lines. " * 130
M = Maker()
TALL: dict[str, Block] = {
    "heading": Heading(M.text(LONG, "H2"), 1),
    "quote": PullQuote("q", M.text(LONG)),
    "attribution": PullQuote("qa", M.text("Short."), M.text(LONG)),
    "cell": Table(
        "t", None, None, (M.text("a", "TH"), M.text("b", "TH")), ((M.text(LONG, "TD"), M.text("b", "TD")),), ("left",) * 2
    ),
    "label": Stats("s", (Stat("s1", M.text("1"), M.text(LONG)),)),
    "statement": Findings("f", (Finding("f1", M.text("Finding 1", "Lbl"), 1, M.text(LONG)),)),
    "rationale": Recommendations(
        "r", None, (Recommendation("r1", M.text("Recommendation 1", "Lbl"), 1, M.text("Act."), rationale=M.text(LONG)),)
    ),
}


def problems_of(brief: Brief) -> list[str]:
    problems = Problems()
    pages = lay_out(brief, Typesetter(FontBook.load(None, None, (), problems), "en-GB"), problems)
    verify(pages, pages.shape or make_theme(brief.design).page, brief, problems)
    return [f"{problem.code} {problem.message}" for problem in problems.sorted()]


@pytest.mark.parametrize("name", TALL)
def test_no_block_is_too_tall(name: str) -> None:
    sections = (Section("s1", None, (Paragraph(M.text("Before.")), TALL[name], Paragraph(M.text("After.")))),)
    assert problems_of(make_brief(sections, M)) == []
