"""A family that is named for the text is the text's in each look, also in one that sets its text as its headings."""

from pathlib import Path

import pytest

from briefgen.content.compose import compose
from briefgen.content.design import RUNNING
from briefgen.looks.built_in import NAMES
from briefgen.outline.read import read_text
from briefgen.problem import Problems


def families(design: str) -> set[str]:
    """Those of running text."""
    problems = Problems()
    outline = read_text(f"title: Wells\ndesign: {design}\n".encode(), "brief.yaml", Path(), problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    assert not problems.sorted()
    return {brief.design.look.styles[name].family for name in RUNNING}


@pytest.mark.parametrize("look", NAMES)
def test_the_text_is_in_its_family(look: str) -> None:
    assert families(f"{{look: {look}, typefaces: {{body: Merriweather}}}}") == {"body"}
    assert families(f"{{look: {{extends: {look}, text: {{size: 11}}}}, typefaces: {{body: Merriweather}}}}") == {"body"}


def test_without_one_the_look_stays_as_it_is() -> None:
    assert families("{look: band}") == {"display"}
    assert families("{look: band, typefaces: {display: Merriweather}}") == {"display"}


def test_a_look_that_says_itself_in_which_family_its_text_is_keeps_it() -> None:
    look = "{extends: band, styles: {body: {family: display}}}"
    assert families(f"{{look: {look}, typefaces: {{body: Merriweather}}}}") == {"display"}
