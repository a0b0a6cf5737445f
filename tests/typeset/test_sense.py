"""Titles do not end a line within a name."""

import pytest

from briefgen.typeset.sense import ends_sentence, is_bound, is_in_name, is_tied


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


@pytest.mark.parametrize(
    ("word", "following", "language", "tied"),
    [
        ("under", "ten", "en", True),
        ("ten", "hectares", "en", True),
        ("without", "training", "en", True),
        ("of", "which", "en", True),
        ("is", "where", "en", False),
        ("do", "not", "en", True),
        ("normal", "not", "en", False),
        ("en", "que", "es", True),
        ("statt", "Einzelgebäude", "de", True),
        ("zwei", "Drittel", "de", True),
    ],
)
def test_words_that_go_with_what_follows(word: str, following: str, language: str, tied: bool) -> None:
    assert is_tied(word, following, language) == tied


@pytest.mark.parametrize(
    ("words", "ends"),
    [("earlier. We", True), ("earlier.” We", True), ("earlier, We", False), ("No. Three", False), ("earlier… and", False)],
)
def test_a_sentence_ends_before_a_capital(words: str, ends: bool) -> None:
    assert ends_sentence(words.split(), 0) == ends
