"""Fixtures of typesetting: the square faces, and setters for them and for the default faces."""

from pathlib import Path

import pytest

from briefgen.content.brief import Typeface
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="session")
def square_book(square_font: Path) -> FontBook:
    problems = Problems()
    book = FontBook.load(Typeface(square_font), Typeface(square_font), (), problems)
    assert not len(problems)
    return book


@pytest.fixture(scope="session")
def default_book() -> FontBook:
    return FontBook.load(None, None, (), Problems())


@pytest.fixture
def square(square_book: FontBook) -> Typesetter:
    return Typesetter(square_book, "en-GB")


@pytest.fixture
def setter(default_book: FontBook) -> Typesetter:
    return Typesetter(default_book, "en-GB")
