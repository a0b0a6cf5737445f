"""Titles do not end a line within a name."""

import pytest

from briefgen.typeset.sense import is_bound, is_in_name


@pytest.mark.parametrize(
    ("title", "language", "last", "held"),
    [
        ("How New Zealand cut its losses", "en", "New", True),
        ("What the Bank of England could do", "en", "Bank", True),
        ("What the Bank of England could do", "en", "of", True),
        ("Sharing the Corwen Basin", "en", "Corwen", True),
        ("Water for Saltmarsh, Eastport and others", "en", "Saltmarsh,", False),
        ("Metering Corwen before the next drought", "en", "Metering", False),
        ("A river for all. Sharing Corwen with farms", "en", "Sharing", False),
        ("Closing the Gap Between Large Cities and Farms", "en", "Large", False),
        ("Wie Kommunen die Grüne Lunge retten", "de", "Grüne", False),
        ("El ejército de México se concibió", "es", "ejército", False),
        ("Por qué la Guardia Nacional no basta", "es", "Guardia", True),
    ],
)
def test_a_name_is_held_together(title: str, language: str, last: str, held: bool) -> None:
    words = title.split()
    assert is_in_name(words, words.index(last), language) == held


def test_other_languages_have_bound_words_too() -> None:
    bound = {"nl": "van", "pl": "oraz", "ru": "для", "el": "του", "hu": "az", "sr": "за", "sr-Latn": "za", "sv-FI": "och"}
    assert all(is_bound(word, language) for language, word in bound.items())
    assert not is_bound("voda", "cs")
    assert not is_bound("of", "xh")
