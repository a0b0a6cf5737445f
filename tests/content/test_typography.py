"""Real characters: each language's quotes and spaces, what is never touched, and that twice is as good as once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.content.quotes import QUOTES
from briefgen.content.typography import correct

NB, NN = "\u00a0", "\u202f"


def set_text(text: str, language: str = "en") -> str:
    return correct([(text, False)], language)[0]


@pytest.mark.parametrize(
    ("written", "real"),
    [
        ('"Go," he said.', "“Go,” he said."),
        ('He said: "Go"', "He said: “Go”"),
        ('("go")', "(“go”)"),
        ('"He said "no" twice."', "“He said ‘no’ twice.”"),
        ("\"He said 'no' twice.\"", "“He said ‘no’ twice.”"),
        ("'He said \"no\".'", "‘He said “no”.’"),
        ('yes/"no"', "yes/“no”"),
        ('"But I--"', "“But I–”"),
        ("it's the states' duty", "it’s the states’ duty"),
        ("the '90s and '45", "the ’90s and ’45"),
        ("She drove an '07 car.", "She drove an ’07 car."),
        ("The '07 law failed. It was 'good' at first.", "The ’07 law failed. It was ‘good’ at first."),
        ("The '07 law of the farmers' union.", "The ’07 law of the farmers’ union."),
        ("The summer of '69 and the winter of '71-'72.", "The summer of ’69 and the winter of ’71-’72."),
        ("an '07 car in '08, the '07–'08 crisis", "an ’07 car in ’08, the ’07–’08 crisis"),
        ("a rise of '20 % or more' and '10.5 points'", f"a rise of ‘20{NB}% or more’ and ‘10.5 points’"),
        ("form '12' is lost", "form ‘12’ is lost"),
        ("on 24 March and 3rd May 2026", f"on 24{NB}March and 3rd{NB}May 2026"),
        ("in March 24 people, 124 March", "in March 24 people, 124 March"),
        ("rock 'n' roll, 'tis so", "rock ’n’ roll, ’tis so"),
        ("'quoted' it's", "‘quoted’ it’s"),
        ("6'2\" tall", "6′2″ tall"),
        ('a 5" pipe', "a 5″ pipe"),
        ('"a 5" pipe', "“a 5” pipe"),
        ('a " b', 'a " b'),
        ("a -- b", f"a{NB}– b"),
        ("a---b", "a—b"),
        ("10--20, 10-20", "10–20, 10-20"),
        ("--> <-- ---- -", "--> <-- ---- -"),
        ("wait...", "wait…"),
        ("wait....", "wait…."),
        ("..... .. .", "..... .. ."),
        ("10 % of 5 km, 3 million", f"10{NB}% of 5{NB}km, 3{NB}million"),
        ("5 kmh, 5 people", "5 kmh, 5 people"),
        ("(5 km), 20 °C.", f"(5{NB}km), 20{NB}°C."),
        ("No. 1, p. 4, § 3, Art. 5", f"No.{NB}1, p.{NB}4, §{NB}3, Art.{NB}5"),
        ("No. One", "No. One"),
        ("J. K. Rowling", f"J.{NB}K.{NB}Rowling"),
        ("10 000 and 1 234 567", f"10{NB}000 and 1{NB}234{NB}567"),
        ("in 2006 300 people", "in 2006 300 people"),
        ("€ 5 and 5 €", f"€{NB}5 and 5{NB}€"),
        ("  two   spaces\t and  ", "two spaces and"),
        ("one  \n\n two", "one\ntwo"),
    ],
)
def test_english(written: str, real: str) -> None:
    assert set_text(written) == real


@pytest.mark.parametrize(
    ("language", "written", "real"),
    [
        ("en-GB", "\"a 'b' c\"", "“a ‘b’ c”"),
        ("es", '"a "b" c"', "«a “b” c»"),
        ("es-MX", '¿"Qué"?', "¿«Qué»?"),
        ("de", "\"a 'b' c\"", "„a ‚b‘ c“"),
        ("de-CH", '"a "b" c"', "«a ‹b› c»"),
        ("de", "z. B. so", f"z.{NB}B. so"),
        ("fr", '"a "b" c"', f"«{NN}a “b” c{NN}»"),
        ("fr", "Quoi ? Oui ! Non; oui: non", f"Quoi{NN}? Oui{NN}! Non{NN}; oui{NB}: non"),
        ("fr", "Quoi?! (Oui?) «oui»", f"Quoi{NN}?! (Oui{NN}?) «{NN}oui{NN}»"),
        ("fr", "à 12:30, l'homme d'aujourd'hui", "à 12:30, l’homme d’aujourd’hui"),
        ("fr", "a -- b -- c", "a – b – c"),
        ("fr-CA", '"Quoi?" Oui: non', f"«{NB}Quoi?{NB}» Oui{NB}: non"),
        ("fr", f"déjà{NB}!", f"déjà{NB}!"),
        ("it", "un po' d'acqua", "un po’ d’acqua"),
        ("it", 'dell\'"acqua" e l\'"altro" tema', "dell’«acqua» e l’«altro» tema"),
        ("it", "negli anni '90, \"cita 'in' cita\"", "negli anni ’90, «cita “in” cita»"),
        ("ca", 'l\'"aigua" i d\'"altres"', "l’«aigua» i d’«altres»"),
        ("fr", 'l\'"eau"', f"l’«{NN}eau{NN}»"),
        ("fr", 'Il dit " ceci "; voilà.', f"Il dit «{NN}ceci{NN}»{NN}; voilà."),
        ("fr", '" Ceci ", dit-il, et " cela " part.', f"«{NN}Ceci{NN}», dit-il, et «{NN}cela{NN}» part."),
        ("fr", 'a " b', 'a " b'),
        ("en", 'he said " this ", then', 'he said " this ", then'),
        ("pl", "W mieście i z danych o wodzie, (a w", f"W{NB}mieście i{NB}z{NB}danych o{NB}wodzie, (a{NB}w"),
        ("cs", "v Praze a k lesu", f"v{NB}Praze a{NB}k{NB}lesu"),
        ("de", "Am 24. März und am 1. Januar 2026.", f"Am 24.{NB}März und am 1.{NB}Januar 2026."),
        ("es", "el 24 de marzo", f"el 24{NB}de marzo"),
        ("fr", "le 1er mars et le 24 mars", f"le 1er{NB}mars et le 24{NB}mars"),
        ("en-US", "on March 24, 2026 and May 2026", f"on March{NB}24, 2026 and May 2026"),
        ("pt-BR", '"a"', "“a”"),
        ("nl", "'s avonds", "’s avonds"),
        ("sv", '"a" b "c"', "”a” b ”c”"),
        ("pl", '"a"', "„a”"),
        ("pl", "\"cel 'by' cel\" 'ten'", "„cel «by» cel” ‘ten’"),
        ("hu", "\"a 'b' c\"", "„a »b« c”"),
        ("ro", "\"a 'b'\" e", "„a «b»” e"),
        ("ca", "\"l'a 'b' c\"", "«l’a “b” c»"),
        ("eo", '"a"', "“a”"),
    ],
)
def test_languages(language: str, written: str, real: str) -> None:
    assert set_text(written, language) == real


@pytest.mark.parametrize(
    "address",
    ["https://x.org/a--b...c'd", "www.x.org/a--b", "a--b@x.org", "doi:10.1000/a--b", "10.1000/a--b", "ftp://x/a--b"],
)
def test_addresses_in_running_text_stay(address: str) -> None:
    assert set_text(f'"See" {address} -- there') == f"“See” {address}{NB}– there"


def test_parts_know_each_other_and_fixed_ones_stay() -> None:
    parts = [
        ('"', False),
        ("word", False),
        ('" -- ', False),
        ('a -- "b"', True),
        (" ..", False),
        (". it", False),
        ("'s", False),
    ]
    assert correct(parts, "en") == ["“", "word", f"”{NB}– ", 'a -- "b"', " …", " it", "’s"]


def test_fixed_spaces_at_the_ends_stay() -> None:
    assert correct([("  a ", True), (" b ", False)], "en") == ["  a ", " b"]


TYPED = st.text(alphabet="abN5 0.\"'-–—…?!:;()«»“”„‘’‚[]\n\u00a0\u202f%kmn", max_size=40)
LANGUAGES = st.sampled_from([*QUOTES, "fr-CA", "nl"])


@settings(deadline=None)
@given(st.lists(st.tuples(TYPED | st.text(max_size=20), st.booleans()), max_size=5), LANGUAGES)
def test_twice_changes_nothing_more(parts: list[tuple[str, bool]], language: str) -> None:
    once = correct(parts, language)
    assert len(once) == len(parts)
    again = correct([(text, fixed) for text, (_, fixed) in zip(once, parts, strict=True)], language)
    assert again == once


@settings(deadline=None)
@given(st.lists(st.tuples(TYPED | st.text(max_size=20), st.booleans()), max_size=5), LANGUAGES)
def test_no_letter_and_nothing_fixed_is_touched(parts: list[tuple[str, bool]], language: str) -> None:
    real = correct(parts, language)
    for text, (written, fixed) in zip(real, parts, strict=True):
        assert not fixed or text == written
        assert [letter for letter in text if letter.isalnum()] == [letter for letter in written if letter.isalnum()]


def test_ligatures_of_a_pdf_become_their_letters() -> None:
    assert correct([("The \ufb01rst \ufb02ow of o\ufb03ces, e\ufb00ort", False), (" \ufb01", True)], "en") == [
        "The first flow of offices, effort",
        " \ufb01",
    ]
