from pathlib import Path

import pyphen
import pytest

from briefgen.typeset.hyphenate import MARGINS, Hyphenator, pattern_file, read_patterns

WORDS = (
    "institutional Government’s misalignment trafficking straightforward Zusammenhänge Bundesregierung Donaudampfschiff "
    "développement aujourd’hui gouvernementale organización desigualdad responsabilidade ação cittadinanza Отечественная "
    "государственный ab abc a straßenbahn naïve œuvre"
).replace("’", " ")


@pytest.mark.parametrize("language", ["en-GB", "en-US", "de-DE", "fr", "es", "it-IT", "pt-BR", "ru-RU", "nl-NL", "sv"])
def test_positions_are_those_of_pyphen(language: str) -> None:
    ours = Hyphenator.load(language)
    theirs = pyphen.Pyphen(lang=language.replace("-", "_"), left=2, right=MARGINS.get(language[:2], (2, 3))[1], cache=False)
    assert ours is not None
    words = [word for word in WORDS.split() if not (language == "nl-NL" and "ï" in word)]  # which we do not divide there
    assert {w: list(ours.positions(w)) for w in words} == {w: theirs.positions(w) for w in words}


def test_known_divisions() -> None:
    american, german = Hyphenator.load("en-US"), Hyphenator.load("de")
    assert american
    assert german
    assert american.positions("hyphenation") == (2, 6)
    assert german.positions("Bundesregierung") == (3, 6, 8, 11)


def test_two_letters_stay_before_and_three_after_a_hyphen() -> None:
    hyphenator = Hyphenator({"a": "1a1", "b": "1b1"}, (2, 3))
    assert hyphenator.positions("abababab") == (2, 3, 4, 5)
    assert hyphenator.positions("abab") == ()


def test_capitals_divide_as_small_letters_do() -> None:
    hyphenator = Hyphenator.load("en-GB")
    assert hyphenator is not None
    assert hyphenator.positions("INSTITUTION") == hyphenator.positions("institution") != ()


def test_a_letter_that_grows_when_small_keeps_positions_right() -> None:
    assert Hyphenator({"i": "1i1"}, (2, 3)).positions("İİİİİİİİ") == ()


def test_a_pattern_of_many_letters_matches_up_to_the_end_of_a_word() -> None:
    hyphenator = Hyphenator({"abcdefg": "abc1defg", ".uvwxyz.": ".uv1wxyz."}, (2, 3))
    assert hyphenator.positions("abcdefg") == (3,)
    assert hyphenator.positions("uvwxyz") == (2,)
    assert hyphenator.positions("uvwxyza") == ()


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-GB", "hyph_en_GB.dic"),
        ("en", "hyph_en_US.dic"),
        ("en-AU", "hyph_en_US.dic"),
        ("EN-gb", "hyph_en_GB.dic"),
        ("de", "hyph_de_DE.dic"),
        ("de-AT", "hyph_de_AT.dic"),
        ("fr-CA", "hyph_fr.dic"),
        ("es-MX", "hyph_es.dic"),
        ("pt", "hyph_pt_BR.dic"),
        ("it", "hyph_it_IT.dic"),
        ("sr-Latn", "hyph_sr_Latn.dic"),
        ("ru", "hyph_ru_RU.dic"),
    ],
)
def test_the_file_of_the_region_or_the_likeliest_one_is_used(language: str, name: str) -> None:
    path = pattern_file(language)
    assert path is not None
    assert path.name == name


@pytest.mark.parametrize("language", ["zh", "ja-JP", "zz", "", "../x", "e*", "-"])
def test_languages_without_patterns_are_not_hyphenated(language: str) -> None:
    assert Hyphenator.load(language) is None


def test_a_language_never_leads_out_of_the_folder() -> None:
    assert pattern_file("en-../../x") == pattern_file("en")


def test_divisions_that_change_the_spelling_are_not_made(tmp_path: Path) -> None:
    (tmp_path / "x.dic").write_text("UTF-8\nLEFTHYPHENMIN 2\nasszi1sz\n.a1s/=,1,1\ns1s/sz=sz,1,3\n1k\n", encoding="utf-8")
    patterns = read_patterns(tmp_path / "x.dic")
    hyphenator = Hyphenator(patterns, (2, 2))
    assert hyphenator.positions("kassza") == ()
    assert hyphenator.positions("makaka") == (2, 4)


def test_files_in_old_encodings_and_with_loose_blanks_are_read(tmp_path: Path) -> None:
    (tmp_path / "x.dic").write_bytes("ISO8859-1\r\na1é \r\n\r\n".encode("latin-1"))
    assert Hyphenator(read_patterns(tmp_path / "x.dic"), (1, 1)).positions("aéa") == (1,)


@pytest.mark.parametrize(
    ("language", "word", "shown"),
    [
        ("hu", "asszonnyal", ["asz", "asszony"]),
        ("hu", "könnyű", ["köny"]),
        ("hu", "hosszú", ["hosz"]),
        ("ca", "col·legi", ["col"]),
        ("ca", "intel·ligent", ["intel"]),
    ],
)
def test_divisions_that_change_the_spelling(language: str, word: str, shown: list[str]) -> None:
    hyphenator = Hyphenator.load(language)
    assert hyphenator
    assert list(hyphenator.respelled(word).values()) == shown
    assert set(hyphenator.respelled(word)) <= set(hyphenator.positions(word))
    assert not set(hyphenator.respelled(word)) & set(hyphenator.positions(word.title()))
    assert Hyphenator.load("en-GB").respelled(word) == {}  # type: ignore[union-attr]  # English has one
