"""The habits of languages, each as a table of inputs and right outputs: see support/habits."""

from decimal import Decimal
from itertools import pairwise

import pytest
from support.habits import CAPITALS, DIVISIONS, NUMBERS, PERCENTS, REPEATED, TEXTS

from briefgen.content.numbers import write_number
from briefgen.content.typography import correct
from briefgen.typeset.characters import to_capitals
from briefgen.typeset.division import REPEATING
from briefgen.typeset.hyphenate import Hyphenator

SPACES = str.maketrans({"_": "\u00a0", "~": "\u202f"})
BACK = str.maketrans({"\u00a0": "_", "\u202f": "~"})


def test_there_are_many_and_each_has_its_source() -> None:
    rows = [*TEXTS, *NUMBERS, *PERCENTS, *CAPITALS, *DIVISIONS, *REPEATED]
    assert len(rows) >= 200
    assert all(row[-1] for row in rows)
    assert len({row[0] for row in TEXTS}) >= 45


@pytest.mark.parametrize(("language", "typed", "set", "source"), TEXTS, ids=str)
def test_texts(language: str, typed: str, set: str, source: str) -> None:
    assert correct([(typed, False)], language)[0].translate(BACK) == set, source
    assert correct([(set.translate(SPACES), False)], language)[0].translate(BACK) == set, source


@pytest.mark.parametrize(("language", "value", "set", "source"), NUMBERS, ids=str)
def test_numbers(language: str, value: str, set: str, source: str) -> None:
    assert write_number(Decimal(value), "grouped", language).translate(BACK) == set, source


@pytest.mark.parametrize(("language", "set", "source"), PERCENTS, ids=str)
def test_percents(language: str, set: str, source: str) -> None:
    assert write_number(Decimal(5), "grouped", language, percent=True).translate(BACK) == set, source


@pytest.mark.parametrize(("language", "typed", "set", "source"), CAPITALS, ids=str)
def test_capitals(language: str, typed: str, set: str, source: str) -> None:
    assert to_capitals(typed, language)[0] == set, source


@pytest.mark.parametrize(("language", "word", "set", "source"), DIVISIONS, ids=str)
def test_divisions(language: str, word: str, set: str, source: str) -> None:
    hyphenator = Hyphenator.load(language)
    assert hyphenator is not None
    edges = [0, *hyphenator.positions(word), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(edges)) == set, source


@pytest.mark.parametrize(("language", "repeated", "source"), REPEATED, ids=str)
def test_hyphens_that_are_repeated(language: str, repeated: bool, source: str) -> None:
    assert (language in REPEATING) == repeated, source
