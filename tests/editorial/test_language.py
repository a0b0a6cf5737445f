"""Sentences, syllables and indices."""

import pytest

from briefgen.editorial.language import sentences_of, syllables_of, words_in
from briefgen.editorial.readability import index_of


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Dr. Smith of St. Ives met Mr. J. R. Brown. They agreed.", 2),
        ("en", "It rose by 2.7 per cent, i.e. by a third. Why? Nobody knows!", 3),
        ("en", "See Fig. 3 and p. 7. Next.", 2),
        ("en", "He said “No.” Then he left.", 2),
        ("en", "It ended in 2007. Then came rain.", 2),
        ("en", "Wait … and see. Now", 2),
        ("en", "One line\nanother line", 2),
        ("de", "Am 22. November 2026 trafen sich z. B. die Länder. Sie stritten.", 2),
        ("de", "Das sind ca. 3 Mio. Euro. Viel.", 2),
        ("es", "¿Por qué? ¡Nadie lo sabe! El Sr. López calla.", 3),
        ("fr", "M. Dupont est venu. Il est parti.", 2),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    found = list(sentences_of(text, language))
    assert len(found) == count
    assert all(text[each.start :].startswith(each.text[:4]) for each in found)


def test_words() -> None:
    assert words_in("Half — 2.7 % — of it’s e-mail (see https://example.org/a-b).") == [
        "Half", "2.7", "of", "it’s", "e-mail", "see", "https://example.org/a-b).",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the-1 water-2 table-2 people-2 moved-1 needed-2 changes-2 makes-1 policy-3 science-2 use-1"),
        ("en", "area-3 idea-3 social-2 nation-2 evidence-3 reliable-4 the-1 places-2 rates-1 quiet-2 finance-2"),
        ("de", "Wasser-2 Haus-1 Häuser-2 Empfehlung-3 Regierung-3 neue-2 zwei-1 Sanierungsrate-5"),
        ("es", "agua-2 que-1 país-2 policía-4 ciudad-2 teatro-3 aunque-2 muy-1 recomendaciones-6 guerra-2"),
        ("fr", "eau-1 table-1 politique-3 les-1 recommandation-5 personnes-2"),
        ("pt", "água-2 não-1 país-2 recomendação-5"),
        ("nl", "water-2 huis-1 beleid-2 aanbeveling-4"),
    ],
)  # fmt: skip
def test_syllables(language: str, words: str) -> None:
    wrong = {}
    for each in words.split():
        word, count = each.split("-")
        if syllables_of(word, language) != int(count):
            wrong[word] = syllables_of(word, language)
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-GB", "Flesch"),
        ("de", "Flesch-Amstad"),
        ("es-MX", "Szigriszt-Pazos"),
        ("it", "Gulpease"),
        ("sv", "LIX"),
        ("pl", "LIX"),
    ],
)
def test_each_language_has_its_index(language: str, name: str) -> None:
    easy = index_of(["A b c d e. " * 40], language)
    hard = index_of(["Incomprehensibilities " * 60 + ". "] * 2, language)
    assert easy is not None
    assert hard is not None
    assert easy.name == hard.name == name
    assert (easy.is_hard, hard.is_hard) == (False, True)


def test_the_formula_is_flesch_s() -> None:
    # 120 words in 20 sentences, a syllable each: 206.835 − 1.015 × 6 − 84.6
    found = index_of(["The cat sat on the mat. " * 20], "en")
    assert found is not None
    assert found.value == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert index_of(["the cat sat."], "en") is None
    assert index_of(["水" * 500], "ja") is None
