"""What a brief says of itself: its suggested citation, `briefgen cite`, and the file's metadata."""

import json
from pathlib import Path

import pytest
from support.composed import Desk

from briefgen.build import build
from briefgen.cite import cite
from briefgen.cli import main
from briefgen.content.record import person

OUTLINE = """\
title: "Count *every* drop"
subtitle: What meters & taps change
series: Policy brief
number: 7
date: 2026-11
publisher: Institute of Examples
authors: ["Ann B. Example", "Ludwig van der Muster"]
doi: 10.1000/example_7
sections: [{content: [A.]}]
"""


def test_the_suggested_citation_is_made_in_the_style_unless_it_is_given(desk: Desk) -> None:
    made = desk.compose(f"{OUTLINE}citation_style: apa\n")
    assert made.plain("citation.p1") == (
        "Example, A.\u00a0B., & van der Muster, L. (2026). Count every drop: What meters & taps change "
        "(Policy Brief\u00a07). Institute of Examples. https://doi.org/10.1000/example_7"
    )
    assert desk.compose(f"{OUTLINE}citation_style: apa\ncitation: Mine.\n").plain("citation.p1") == "Mine."
    for outline in (OUTLINE, "title: A\ncitation_style: apa\n"):
        assert not [text for text in desk.compose(outline).texts() if text.id.startswith("citation.")]


def test_the_brief_as_a_source(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(OUTLINE)
    made = cite(path)
    assert made.problems == ()
    (record,) = json.loads(made.csl)
    assert record["id"] == "example2026"
    assert record["title"] == "Count every drop: What meters & taps change"
    assert record["issued"] == {"date-parts": [[2026, 11]]}
    assert "title = {{Count every drop: What meters \\& taps change}}" in made.bibtex
    assert "doi = {10.1000/example_7}" in made.bibtex
    path.write_text("title: [")
    assert cite(path).csl == ""
    assert cite(path).problems


def test_what_is_printed_can_be_read(tmp_path: Path, desk: Desk) -> None:
    """The brief, taken into a library, is cited as it suggests."""
    (tmp_path / "own.yaml").write_text(OUTLINE)
    made = cite(tmp_path / "own.yaml")
    said = desk.compose(f"{OUTLINE}citation_style: apa\n").plain("citation.p1")
    for name, text in (("own.bib", made.bibtex), ("own.json", made.csl)):
        (desk.folder / name).write_text(text)
        done = desk.compose(f"title: B\nbibliography: {name}\nsections: [{{content: ['See [@example2026].']}}]\n")
        assert done.codes == []
        entry = done.plain("source-example2026.text")
        assert entry == said or name == "own.bib"  # BibTeX knows no number of a report in a series
        assert entry.startswith("Example, A.\u00a0B., & ")
        assert entry.endswith("https://doi.org/10.1000/example_7")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Ann Example", {"family": "Example", "given": "Ann"}),
        ("Example, Ann", {"family": "Example", "given": "Ann"}),
        ("García Márquez, Gabriel", {"family": "García Márquez", "given": "Gabriel"}),
        ("Ludwig van der Muster", {"family": "van der Muster", "given": "Ludwig"}),
        ("Plato", {"literal": "Plato"}),
    ],
)
def test_names(name: str, made: dict[str, str]) -> None:
    assert person(name) == made


def test_the_files_metadata_say_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(OUTLINE)
    pdf = build(path, tmp_path / "brief.pdf").output
    assert pdf is not None
    data = pdf.read_bytes()
    assert b"<dc:date><rdf:Seq><rdf:li>2026-11</rdf:li></rdf:Seq></dc:date>" in data
    assert b"<dc:type><rdf:Bag><rdf:li>Text</rdf:li></rdf:Bag></dc:type>" in data
    assert b"<dc:identifier>doi:10.1000/example_7</dc:identifier>" in data


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    monkeypatch.chdir(tmp_path)
    assert main(["cite", "--as", "csl-json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["type"] == "report"
    assert main(["cite"]) == 0
    assert capsys.readouterr().out.startswith("@techreport{example2026,")
    assert main(["cite", "none.yaml"]) == 1
