"""Pandoc asked, answering, missing, too old, failing; answers kept and lost."""

import os
from pathlib import Path

import pytest
from support.composed import Composed, Desk

from briefgen import pandoc
from briefgen.bibliography import cache, process, styles
from briefgen.problem import Place, Problems

OUTLINE = """\
title: A
bibliography: refs.bib
citation_style: {style}
sections: [{{content: ['Said [@a].']}}]
"""
ENTRY = "@report{a, title = {A}, author = {Cooper, Ann}, year = 2020, institution = {UN}}\n"


def composed(desk: Desk, style: str = "apa", entry: str = ENTRY) -> Composed:
    (desk.folder / "refs.bib").write_text(entry)
    return desk.compose(OUTLINE.format(style=style))


def test_without_pandoc(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "program", lambda: "")
    done = composed(desk)
    assert done.said == ["bibliography/not-installed 3:17"]


def test_another_version_gives_an_error_and_no_other_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "OLDEST", (99, 0, 0))
    monkeypatch.setattr(process, "NEXT", (99, 1, 0))
    assert composed(desk).said == ["bibliography/wrong-pandoc 3:17"]


def test_a_style_that_takes_too_long(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = ENTRY.replace("{A}", "{Another}")  # no answer to this one is kept
    started = pandoc.run

    def slow(arguments: list[str], data: bytes) -> bytes:
        if "--citeproc" in arguments:
            monkeypatch.setattr(pandoc, "SECONDS", 0.0)
        return started(arguments, data)

    monkeypatch.setattr(process, "run", slow)
    assert composed(desk, entry=entry).said == ["bibliography/failed 3:17"]


def test_an_entry_that_pandoc_cannot_read_is_told_at_its_place(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(arguments: list[str], data: bytes) -> bytes:
        files = [Path(word.partition("=")[2]) for word in arguments if word.endswith(".bib")]
        if files and "Unreadable" in files[0].read_text():
            raise pandoc.PandocError(
                "failed", "Error reading bibliography file sources.bib:\n(line 2, column 3):\nunexpected x"
            )
        return pandoc.run(arguments, data)

    monkeypatch.setattr(process, "run", refusing)
    done = composed(desk, entry=f"\n\n{ENTRY.replace('{A}', '{Unreadable}')}")
    assert [f"{each.code} {each.place}" for each in done.problems] == ["bibliography/unread-source refs.bib:3:1"]


@pytest.mark.parametrize(
    ("fields", "made"),
    [
        ("institution = {Food and Agriculture Organization}", "Food and Agriculture Organization."),
        ('institution = "Ministry of Water\n  and Energy"', "Ministry of Water and Energy."),
        ("institution = fao", "Food and Agriculture Organization."),
        ("institution = {{Arts and Sciences}}", "Arts and Sciences."),
        ("institution = {UN}, doi = {https://doi.org/10.1000/182}", "UN. https://doi.org/10.1000/182"),
        ("institution = {UN}, doi = {http://dx.doi.org/10.1000/182}", "UN. https://doi.org/10.1000/182"),
        ('institution = {UN}, doi = "DOI: 10.1000/182"', "UN. https://doi.org/10.1000/182"),
        ("institution = {UN}, doi = {10.1000/doi.org/2}", "UN. https://doi.org/10.1000/doi.org/2"),
    ],
)
def test_names_of_bodies_stay_whole_and_a_doi_has_one_address(desk: Desk, fields: str, made: str) -> None:
    macro = "@string{fao = {Food and Agriculture Organization}}\n"
    done = composed(desk, entry=f"{macro}@report{{a, title = {{Wells}}, author = {{Cooper, Ann}}, year = 2020, {fields}}}\n")
    assert done.said == []
    assert done.plain("source-a.text").endswith(f"(2020). Wells. {made}")


def test_a_doi_of_csl_has_one_address(desk: Desk) -> None:
    source = "{id: a, type: report, title: Wells, author: ['Cooper, Ann'], issued: 2020, DOI: 'https://doi.org/10.1000/182'}"
    done = desk.compose(f"title: A\nbibliography:\n  - {source}\nsections: [{{content: ['Said [@a].']}}]\n")
    assert done.plain("source-a.text").endswith("(2020). Wells. https://doi.org/10.1000/182")


def test_styles(desk: Desk) -> None:
    for old, new in (("vancouver", "nlm-citation-sequence"), ("harvard1", "harvard-cite-them-right")):
        assert composed(desk, old).plain("source-a.text") == composed(desk, new).plain("source-a.text")
    assert composed(desk, "journal-of-the-royal-society-interface").codes == []  # points to another
    done = composed(desk, "appa")
    assert done.said == ["bibliography/unknown-style 3:17"]
    assert "`apa`" in done.problems[0].hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<html/>", "bibliography/bad-style"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><style class='note'><citation/></style>", "bibliography/bad-style"),
        (
            '<style class="in-text"><link href="http://x/none-such" rel="independent-parent"/></style>',
            "bibliography/unknown-style",
        ),
        ("<style class='in-text'><citation>", "bibliography/failed"),
    ],
)
def test_files_that_are_no_styles(desk: Desk, text: str, code: str) -> None:
    (desk.folder / "own.csl").write_text(text)
    assert composed(desk, "own.csl").said == [f"{code} 3:17"]
    assert composed(desk, "other.csl").said == ["bibliography/missing-file 3:17"]


def test_a_style_beside_the_outline(desk: Desk) -> None:
    usual = styles.named("apa", Place(""), Problems())
    assert usual is not None
    (desk.folder / "own.csl").write_text(usual.text)
    assert composed(desk, "own.csl").plain("source-a.text") == composed(desk, "apa").plain("source-a.text")


def test_an_answer_that_is_kept_is_not_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = composed(desk)

    def only_the_version(arguments: list[str], data: bytes) -> bytes:
        assert arguments == ["--version"]
        return pandoc.run(arguments, data)

    with monkeypatch.context() as patched:
        patched.setattr(process, "run", only_the_version)
        assert composed(desk).texts() == first.texts()
    folder = cache.folder()
    assert folder is not None
    for path in folder.iterdir():  # damaged, it is asked for anew
        path.write_bytes(b'{"pandoc-api-version": }')
    assert composed(desk).texts() == first.texts()
    for path in folder.iterdir():
        path.unlink()
    assert composed(desk).texts() == first.texts()


def test_a_bounded_number_of_answers_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for number in range(cache.FILES_MOST + 20):
        cache.keep(f"{number}", b"x")
        os.utime(tmp_path / "briefgen" / "citations" / str(number), (number, number))
    assert cache.look_up("0") is None
    assert cache.look_up(str(cache.FILES_MOST + 19)) == b"x"
    assert len(list((tmp_path / "briefgen" / "citations").iterdir())) == cache.FILES_MOST


def test_a_bounded_number_of_bytes_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "ROOM", 25)
    for number in range(4):
        cache.keep(f"{number}", b"x" * 10)
        os.utime(tmp_path / "briefgen" / "citations" / str(number), (number, number))
    assert sorted(path.name for path in (tmp_path / "briefgen" / "citations").iterdir()) == ["2", "3"]
    cache.keep("large", b"x" * (cache.LARGEST + 1))
    assert cache.look_up("large") is None


def test_without_a_place_for_answers_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache.folder() is None
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.keep("a", b"x")
    assert cache.look_up("a") is None
