"""Language tags and the words of each language."""

from pathlib import Path

import msgspec
import pyphen
import pytest
from support.composed import Desk

from briefgen.content.languages import CODES, HYPHENATED, MISNOMERS, VAGUE_LINKS, is_vague, read_tag
from briefgen.content.quotes import QUOTES
from briefgen.content.words import LANGUAGES, format_date, joiners, words_of


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("es_419", "es-419"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("de-1996", "de-1996"),
        ("fil", "fil"),
    ],
)
def test_tags_in_their_usual_spelling(written: str, tag: str) -> None:
    assert read_tag(written) == read_tag(tag)
    assert (read_tag(written).text, read_tag(written).fault) == (tag, "")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("english", "`en`"),
        ("Deutsch", "`de`"),
        ("en-UK", "`en-GB`"),
        ("xx", "en-GB"),
        ("en-XX", "`en`"),
        ("en-", "`en`"),
        ("en-US-GB", "`en`"),
        ("en-Latn-Cyrl", "`en`"),
        ("", ""),
    ],
)
def test_what_is_no_tag_has_a_hint(written: str, hint: str) -> None:
    tag = read_tag(written)
    assert tag.fault
    assert hint in tag.hint
    assert tag.text == "en"


def test_the_table_of_patterns_is_that_of_pyphen() -> None:
    files = Path(pyphen.__file__).parent.joinpath("dictionaries").glob("hyph_*.dic")
    assert {path.stem.split("_")[1] for path in files} | {"no"} == HYPHENATED


def test_the_tables_agree() -> None:
    assert HYPHENATED <= CODES
    assert {read_tag(tag).text for tag in MISNOMERS.values()} == set(MISNOMERS.values())
    assert all(read_tag(tag).text == tag for tag in QUOTES if tag)
    assert {len(quotes) for quotes in QUOTES.values()} == {4}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_its_words(language: str) -> None:
    words = words_of(language)
    assert words.language == ""
    assert set(words.confidence) == {"high", "medium", "low"}
    assert len(set(words.months)) == 12
    for field in words.__struct_fields__:
        value = getattr(words, field)
        assert value or field in {"language", "nouns_capital"}, field
    for template in (words.finding, words.recommendation, words.number, words.figure, words.table, words.box, words.section):
        assert template.format("7").count("7") == 1
    straight = [text for text in msgspec.json.decode(msgspec.json.encode(words)).values() if isinstance(text, str)]
    assert not any("'" in text or '"' in text for text in straight)


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("en", "2026-11-22", "22 November 2026"),
        ("en-GB", "2026-11", "November 2026"),
        ("en", "2026", "2026"),
        ("en-US", "2026-11-02", "November 2, 2026"),
        ("es-MX", "2026-11-22", "22 de noviembre de 2026"),
        ("fr", "2026-08-01", "1er août 2026"),
        ("de", "2026-03-01", "1. März 2026"),
        ("it", "2026-05-01", "1º maggio 2026"),
        ("pt", "2026-01", "janeiro de 2026"),
        ("nl", "2026-01-02", "2026-01-02"),
        ("en", "soon", "soon"),
        ("en", "2026-13", "2026-13"),
    ],
)
def test_dates(language: str, date: str, words: str) -> None:
    assert format_date(words_of(language), date) == words


def test_lists() -> None:
    assert [list(joiners(words_of("es"), count)) for count in (1, 2, 3)] == [[""], ["", " y "], ["", ", ", " y "]]


def test_a_phrase_may_have_a_language_of_its_own(desk: Desk) -> None:
    done = desk.body("The [mot juste]{lang=fr-fr}, [Wörter]{lang=klingon} and [words]{lang=en}.", "language: en")
    assert done.said == ["content/unknown-language 6:39"]
    spans = [(span.text, span.language) for span in done.text("s1.b1").spans]
    assert spans == [("The ", ""), ("mot juste", "fr-FR"), (", Wörter and words.", "")]


@pytest.mark.parametrize(
    ("text", "language", "vague"),
    [
        ("here", "en-GB", True),
        (" Click  HERE! ", "en", True),
        ("→", "en", True),
        ("→", "xh", True),
        ("more", "sk", False),  # the sea
        ("here", "fr", False),
        ("Plus d’infos…", "fr-CA", True),
        ("aquí", "es-419", True),
        ("Diese Seite", "de-AT", True),
        ("a report", "en", False),
        ("https://example.org/here", "en", False),
        ("here " * 20, "en", False),
    ],
)
def test_links_that_say_nothing(text: str, language: str, vague: bool) -> None:
    assert is_vague(text, language) == vague


def test_each_vague_text_is_known_as_such() -> None:
    assert [text for language, texts in VAGUE_LINKS.items() for text in texts if not is_vague(text, language)] == []
