"""Blocks as they are meant: a caption that is told twice is said once."""

import pytest

from briefgen.importing.document import Paragraph, Run, Table, plain
from briefgen.importing.structure import structured


def text(words: str) -> tuple[Run, ...]:
    return (Run(words),)


@pytest.mark.parametrize("told", ["", "Costs of wells"])
def test_a_caption_above_a_table_that_readers_are_told_besides_is_one(told: str) -> None:
    table = Table((((text("2024")), (text("1,200"))),), caption=text(told) if told else ())
    (found,) = structured([Paragraph(text("Costs of wells"), "caption"), table])
    assert isinstance(found, Table)
    assert plain(found.caption) == "Costs of wells"


def test_another_caption_stays_a_paragraph() -> None:
    table = Table((((text("2024")), (text("1,200"))),), caption=text("What readers hear"))
    assert len(structured([Paragraph(text("Costs of wells"), "caption"), table])) == 2
