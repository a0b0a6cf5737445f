"""Language tags and the words of each language."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pyphen
import pytest
from support.composed import Desk

from briefgen.content import labels
from briefgen.content.digits import digits_named, usual_digits
from briefgen.content.labels.calendars import CALENDARS
from briefgen.content.languages import CODES, HYPHENATED, MISNOMERS, VAGUE_LINKS, is_vague, read_tag
from briefgen.content.numbers import write_number
from briefgen.content.quotes import QUOTES
from briefgen.content.words import TABLES, Words, _whole, format_date, joiners, table, words_of
from briefgen.typeset.hyphenate import SYLLABIC


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
    others = {"as", "kn", "mr", "or", "pa", "sa", "te", "th"}  # divided by rules, or by nothing
    assert {path.stem.split("_")[1] for path in files} - others | {"no"} | SYLLABIC == HYPHENATED


def test_the_tables_agree() -> None:
    assert HYPHENATED <= CODES
    assert {read_tag(tag).text for tag in MISNOMERS.values()} == set(MISNOMERS.values())
    assert all(read_tag(tag).text == tag for tag in QUOTES if tag)
    assert {len(quotes) for quotes in QUOTES.values()} == {4}


@pytest.mark.parametrize("language", sorted(["en", "en-US", *TABLES]))
def test_every_language_has_all_its_words(language: str) -> None:
    words = words_of(language)
    assert (words.language, words.missing) == ("", ())
    assert list(words.confidence) == ["high", "medium", "low"]
    assert len(set(words.months)) == 12
    assert len(set(words.standing or words.months)) == 12
    for template in (words.finding, words.recommendation, words.number, words.figure, words.table, words.box, words.section):
        assert template.format("7").count("7") == 1
    for dated in (words.day_format, words.month_format):
        assert dated.format(day="1", month="M", number="3", year="2026")
    assert words.conjunction.strip()
    said = msgspec.json.decode(msgspec.json.encode(words)).values()
    texts = [text for value in said for text in (value.values() if isinstance(value, dict) else [value]) if text]
    texts = [text for text in texts if isinstance(text, str)]
    assert not any("'" in text or '"' in text for text in texts)
    assert not any(text.startswith(" ") or "  " in text for text in texts if text not in (words.comma, words.conjunction))


def test_the_tables_are_those_that_there_are_files_for() -> None:
    files = {path.stem for path in Path(labels.__file__).parent.glob("*.py")} - {"__init__", "calendars"}
    assert {tag.lower().replace("-", "_") for tag in TABLES} == {name.rstrip("_") for name in files}
    assert all(read_tag(tag).text == tag for tag in (*TABLES, *CALENDARS))
    assert set(CALENDARS) >= {tag for tag in TABLES if tag != "pt-BR"}
    assert len({tag.split("-")[0] for tag in TABLES}) >= 45


@pytest.mark.parametrize(
    ("language", "recommendation"),
    [
        ("pt-BR", "pt-BR"), ("pt-AO", "pt"), ("pt", "pt"), ("es-MX", "es"), ("zh-Hant-HK", "zh-Hant"), ("zh-TW", "zh-Hant"),
        ("zh-Hans-SG", "zh"), ("zh", "zh"), ("sr-Latn-RS", "sr-Latn"), ("sr-ME", "sr-Latn"), ("sr-Cyrl", "sr"), ("no", "nb"),
        ("de-CH-1996", "de"),
    ],
)  # fmt: skip
def test_labels_are_looked_up_by_their_tags(language: str, recommendation: str) -> None:
    assert words_of(read_tag(language).text).imprint == table(recommendation).imprint


def test_what_a_table_lacks_is_english_and_named() -> None:
    words = _whole(Words(summary="Yn gryno", notes="Nodiadau", recommendation="Argymhelliad {}"))
    assert (words.notes, words.references) == ("Nodiadau", "Sources")
    assert "references" in words.missing
    assert "notes" not in words.missing
    assert [words.tongue(text) for text in ("Sources", "Nodiadau", "Argymhelliad 1", "Finding 1", "7")] == [
        "en",
        "",
        "",
        "en",
        "",
    ]


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
        ("nl", "2026-01-02", "2 januari 2026"),
        ("pt-BR", "2026-05-01", "1º de maio de 2026"),
        ("de-AT", "2026-01-02", "2. Jänner 2026"),
        ("pl", "2026-11-28", "28 listopada 2026"),
        ("pl", "2026-11", "listopad 2026"),
        ("hu", "2026-11-28", "2026. november 28."),
        ("lt", "2026-11-28", "2026 m. lapkričio 28 d."),
        ("lv", "2026-11", "2026. gada novembris"),
        ("ca", "2026-04-02", "2 d’abril del 2026"),
        ("th", "2026-11-28", "28 พฤศจิกายน 2569"),
        ("th", "2026", "2569"),
        ("vi", "2026-11-28", "ngày 28 tháng 11 năm 2026"),
        ("zh-TW", "2026-11-28", "2026年11月28日"),
        ("ko", "2026-11", "2026년 11월"),
        ("cy", "2026-11-28", "28 Tachwedd 2026"),
        ("fa", "2026-11-28", "۲۸ نوامبر ۲۰۲۶"),
        ("ar-EG", "2026-11-28", "٢٨ نوفمبر ٢٠٢٦"),
        ("ar", "2026-11", "نوفمبر 2026"),
        ("ne", "2026-11", "२०२६ नोभेम्बर"),
        ("hi", "2026", "2026"),
        ("mi", "2026-11-28", "2026-11-28"),
        ("en", "soon", "soon"),
        ("en", "2026-13", "2026-13"),
    ],
)
def test_dates(language: str, date: str, words: str) -> None:
    assert format_date(words_of(language), date) == words


def test_digits() -> None:
    assert [usual_digits(tag)[:1] for tag in ("en", "fa-AF", "ar-IQ", "ar", "bn", "mr", "th")] == [
        "",
        "۰",
        "٠",
        "",
        "০",
        "०",
        "",
    ]
    assert [digits_named(name)[-1:] for name in ("latin", "thai", "persian")] == ["", "๙", "۹"]
    assert write_number(Decimal("-1234.5"), "grouped", "fa", percent=True, digits=usual_digits("fa")) == "−۱٬۲۳۴٫۵٪"
    assert write_number(Decimal("1234567"), "grouped", "bn", digits=usual_digits("bn")) == "১২,৩৪,৫৬৭"


def test_lists() -> None:
    assert [list(joiners(words_of("es"), count)) for count in (1, 2, 3)] == [[""], ["", " y "], ["", ", ", " y "]]
    assert joiners(words_of("he"), 2) == ["", " ו-"]  # before a number, which is all that briefgen lists


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("gu", "10 ડિસેમ્બર, 1948"),
        ("kn", "ಡಿಸೆಂಬರ್ 10, 1948"),
        ("lo", "10 ທັນວາ 1948"),
        ("pa", "10 ਦਸੰਬਰ 1948"),
        ("si", "1948 දෙසැම්බර් 10"),  # CLDR 49 has the months of the lunar calendar there
        ("yo", "10 Oṣù Ọ̀pẹ̀ 1948"),
    ],
)
def test_dates_of_further_languages(language: str, date: str) -> None:
    assert format_date(words_of(language), "1948-12-10") == date


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


@pytest.mark.parametrize(("name", "tag"), [("Arabic", "ar"), ("french", "fr"), ("Swahili", "sw"), ("Deutsch", "de")])
def test_a_language_by_its_name_is_told_by_its_tag(name: str, tag: str) -> None:
    assert read_tag(name).hint == f"did you mean `{tag}`?"
    assert not read_tag(tag).fault
