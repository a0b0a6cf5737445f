"""Every case as a finished file: it says what it is in PDF 1.7 and in PDF 2.0, and it is read in order and once.

The tests of one case follow each other, so that one process makes its files and judges them.
"""

import pytest
from support.cases import Case, cases
from support.finished import Finished, modern
from support.press import printed_brief
from support.spoken import spoken, written
from support.tagtree import read
from support.verapdf import VeraPdf


@pytest.fixture(scope="module", params=cases(), ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    """Each case in its turn; pytest runs the tests of one before those of the next."""
    found = request.param
    assert isinstance(found, Case)
    return found


def test_it_is_read_in_order_and_once(finished: Finished, case: Case) -> None:
    output = finished.file(case)
    brief = printed_brief(output.with_suffix(".yaml"), output)
    heard, meant = spoken(read(output)), written(brief)
    if brief.front.contents:  # whose page numbers layout alone knows
        heard, meant = ([words for words in each if not words.isdigit()] for each in (heard, meant))
    assert heard == meant


def test_it_conforms(verapdf: VeraPdf, finished: Finished, case: Case) -> None:
    assert verapdf.judge(finished.file(case), *case.standards) == []


def test_it_conforms_in_pdf_2(verapdf: VeraPdf, finished: Finished, case: Case) -> None:
    assert verapdf.judge(finished.modern(case), "ua2", "wt1a", modern(case.outline)[1]) == []
