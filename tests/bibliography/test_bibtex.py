"""Entries and faults of .bib files, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.bibliography.bibtex import read_bibtex
from briefgen.bibliography.source import BibEntry, Library, Reports
from briefgen.problem import Problems


def scanned(text: str) -> tuple[Library, list[str]]:
    """The library of a .bib file, and what is said of it: code, line, column."""
    problems, library = Problems(), Library()
    reports = Reports("refs.bib", problems)
    read_bibtex(text, "refs.bib", library, reports)
    reports.close()
    assert all(problem.hint for problem in problems.sorted())
    return library, [f"{each.code} {each.place.line}:{each.place.column}" for each in problems.sorted()]


def fields(text: str, key: str = "a") -> dict[str, str]:
    source = scanned(text)[0].sources[key]
    assert isinstance(source.data, BibEntry)
    return source.data.fields


SOUND = "@book{good,\n  title = {Good}, year = 2020\n}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@book{a, title = {A}, year = 2020}", []),
        ("@Book(a, title = {A} # { and B}, year = 2020,)", []),
        ('@book{a, title = "A {"}quoted{"} B", year = 2020}', []),
        ("@comment{a, title = {A}", []),
        ("words@example.org {not an entry}", []),
        ("% @ alone is nothing, @@ neither", []),
        ("@book{a, title = {A, year = 2020}", ["bibliography/broken-entry 1:1"]),
        ("@book{a, title = {A}}, year = 2020}", []),
        ("@book{a, title = {A}\n  year = 2020}", ["bibliography/odd-entry 2:3"]),
        ("@book{a, title = }", ["bibliography/broken-entry 1:18"]),
        ("@book{a title = {A}}", ["bibliography/broken-entry 1:9"]),
        ("@book{, title = {A}}", ["bibliography/broken-entry 1:7"]),
        ("@book{\n  title = {A}}", ["bibliography/broken-entry 1:7"]),
        ("@book{a, {A}}", ["bibliography/broken-entry 1:10"]),
        ('@book{a, title = "A, year = 2020}', ["bibliography/broken-entry 1:18"]),
        ("@book{a, title = {A}, year = 2020", ["bibliography/broken-entry 1:1"]),
        ("@book{a, title = {A}, title = {B}}", ["bibliography/odd-entry 1:23"]),
        ("@book{a, title = {A}, publisher = unp}", ["bibliography/odd-entry 1:1"]),
        ("@string{unp = {UN Press}}\n@book{a, title = {A}, publisher = unp}", []),
        ("@string{unp}\n", ["bibliography/broken-entry 1:9"]),
        ("@book{a, title = {A}, month = {Sept.}}", []),
        ("@book{a, title = {A}, month = {Smarch}}", ["bibliography/odd-entry 1:1"]),
        ("@book{a, title = {A}, date = {2020-13}}", ["bibliography/odd-entry 1:1"]),
        ("@book{a, title = {A}, date = {2020-02/2020-11-30}}", []),
        ("@inbook{a, title = {A}, crossref = {b}}", ["bibliography/odd-entry 1:1"]),
        ("@inbook{a, crossref = {b}, title = {A}}\n@book{b, title = {B}}", []),
        (
            "@inbook{a, crossref = {b}}\n@book{b, crossref = {a}}",
            ["bibliography/odd-entry 1:1", "bibliography/odd-entry 2:1"],
        ),
        ("@book{a, title = {A}}\n@book{a, title = {B}}", ["bibliography/duplicate-key 2:1"]),
        ("@bok{a, title = {A}}", ["bibliography/odd-entry 1:1"]),
        ("@conference{a, title = {A}}", []),
        ("@book{a, abstract = {50% of \\foo{ } it}, file = {C\\:\\x.pdf}}", ["bibliography/odd-entry 1:1"]),
        ("@book{a}", ["bibliography/odd-entry 1:1"]),
    ],
)
def test_faults_have_places_and_cost_no_other_entry(text: str, said: list[str]) -> None:
    library, found = scanned(f"{text}\n{SOUND}")
    assert found == said
    assert library.sources["good"].fault == ""


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("{Half, 50%}", "{Half, 50\\%}"),
        ("{Already 50\\%}", "{Already 50\\%}"),
        ("{R&D and #1}", "{R\\&D and \\#1}"),
        ("{From $50 million to $60 million}", "{From \\$50 million to \\$60 million}"),
        ("{One $ alone}", "{One \\$ alone}"),
        ("{The $x^2$ of it}", "{The $x^2$ of it}"),
        ("{a_b}", "{a\\_{}b}"),
    ],
)
def test_signs_that_were_not_meant_as_latex(written: str, made: str) -> None:
    assert fields(f"@book{{a, title = {written}}}") == {"title": made}


def test_addresses_keep_their_signs() -> None:
    address = "{https://example.org/a_b%20c&d#e~f}"
    assert fields(f"@online{{a, url = {address}}}") == {"url": address}


def test_what_no_style_prints_is_left_out() -> None:
    assert fields("@book{a, title = {A}, abstract = {\\foo 50% $}, file = {x}}") == {"title": "{A}"}


def test_months_in_any_writing() -> None:
    for written in ("sep", "{Sept.}", '"September"', "{9}", "{09}", "{sept}", "9"):
        assert fields(f"@book{{a, month = {written}}}") == {"month": "{9}"}


def test_an_entry_brings_those_it_takes_fields_from() -> None:
    library, _ = scanned("@inbook{a, crossref = {b}}\n@book{b, xdata = {c, d}}\n@xdata{c, title={C}}\n@xdata{d, year=2020}")
    assert set(library.sources["a"].needs) == {"b", "c", "d"}


@given(st.text(alphabet='@{}(),="#\\%\n ab1', max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    library, _ = scanned(f"{text}\n\n@book{{good, title = {{Good}}}}\n")
    assert "good" in library.sources or "good" in text


@pytest.mark.parametrize(
    ("field", "year"),
    [
        ("year = {2019-2020}", "{2019–2020}"),
        ("year = {2019--2020}", "{2019–2020}"),
        ("year = 2019-20", "{2019–20}"),
        ("date = {2019-2020}", "{2019–2020}"),
        ("year = {2019/2020}", "{2019/2020}"),
        ("year = {2020-2019}", "{2020-2019}"),
        ("year = {2020}", "{2020}"),
    ],
)
def test_a_span_of_years_has_its_dash(field: str, year: str) -> None:
    text = f"@report{{a, title = {{A}}, {field}}}"
    assert scanned(text)[1] == []
    assert fields(text) == {"title": "{A}", "year": year}


@pytest.mark.parametrize("written", [r"{\'\i}", r"\'{\i}", r"{\'{\i}}", r"\'\i ", r"\'\i{}"])
def test_an_accent_stands_on_a_whole_letter(written: str) -> None:
    made = fields(f"@book{{a, title = {{Mar{written}a and \\i and \\'\\iota}}}}")["title"]
    assert r"\'{i}" in made or r"\'i" in made
    assert r"and \i and \'\iota" in made
