"""References: numbers and labels, what a text says in their stead, and what is none."""

from pathlib import Path

import pytest
from PIL import Image
from support.composed import Composed, Desk

from briefgen.content.brief import Box, Figure, Section, Table
from briefgen.content.compose import compose
from briefgen.content.references import begins_sentence
from briefgen.outline.read import read_text
from briefgen.problem import Problems

OUTLINE = """\
title: T
language: {language}
sections:
  - heading: The *first* "part"[^1]
    id: first
    content:
      - |-
        {text}
      - figure: {{image: a.png, alt: A, caption: One}}
      - figure: {{image: a.png, decorative: true}}
      - box: {{id: case, content: [{{figure: {{image: a.png, alt: A, id: map}}}}, {{table: {{head: [a], rows: [[b]]}}}}]}}
      - heading: {{text: Below, id: below}}
      - table: {{head: [a], rows: [[b]], id: wells, caption: Wells}}
findings: [One, {{id: leaks, statement: Two}}]
recommendations: [{{id: mend, action: Mend}}]
notes: {{1: Note}}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    Image.new("L", (30, 20)).save(tmp_path / "a.png")
    return Desk(tmp_path)


def written(desk: Desk, text: str, language: str = "en-GB") -> Composed:
    return desk.compose(OUTLINE.format(text=text, language=language))


def said(desk: Desk, text: str, language: str = "en-GB") -> str:
    """What a paragraph reads, with the spaces that no line ends at shown as ~."""
    return written(desk, text, language).plain("section-first.b1").replace("\u00a0", "~")


def test_numbers_follow_the_outline_and_every_one_of_a_kind_has_a_label(desk: Desk) -> None:
    done = written(desk, "a")
    assert done.codes == []
    figures = done.elements(Figure)
    assert [(figure.id, figure.named, figure.caption and figure.caption.plain) for figure in figures] == [
        ("section-first.b2", False, "Figure\u00a01. One"),
        ("section-first.b3", False, None),  # an ornament is none of them
        ("figure-map", True, "Figure\u00a02"),
    ]
    assert [(table.id, table.caption and table.caption.plain) for table in done.elements(Table)] == [
        ("box-case.b2", "Table\u00a01"),
        ("table-wells", "Table\u00a02. Wells"),
    ]
    (box,) = done.elements(Box)
    assert (box.id, box.heading and (box.heading.plain, box.heading.role)) == ("box-case", ("Box\u00a01", "H3"))
    assert done.elements(Section)[0].id == "section-first"


def test_where_tables_have_numbers_figures_with_a_caption_have_them_too(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    text = (
        "title: T\nsections: [{content: [{figure: {image: a.png, alt: A, caption: One}}, {figure: {image: a.png, alt: B}},"
        " {table: {id: t, head: [A], rows: [[b]]}}, {figure: {image: a.png, alt: C, caption: Two}}]}]\n"
    )
    problems = Problems()
    outline = read_text(text.encode(), "brief.yaml", tmp_path, problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    figures = [block for section in brief.sections for block in section.blocks if isinstance(block, Figure)]
    found = [block.caption.words.split(".")[0] if block.caption else "" for block in figures]
    assert found == ["Figure\u00a01", "", "Figure\u00a02"]


def test_without_an_id_nothing_is_numbered(desk: Desk) -> None:
    content = "{figure: {image: a.png, alt: A, caption: One}}, {box: {id: b, content: c}}"
    done = desk.compose(f"title: T\nsections: [{{content: [{content}]}}]")
    assert [figure.caption and figure.caption.plain for figure in done.elements(Figure)] == ["One"]
    assert done.plain("box-b.heading") == "Box\u00a01"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "So figure~2, table~2, box~1, finding~2, recommendation~1."),
        ("de", "So Abbildung~2, Tabelle~2, Kasten~1, Befund~2, Empfehlung~1."),
        ("fr", "So figure~2, tableau~2, encadré~1, constat~2, recommandation~1."),
        ("es", "So figura~2, tabla~2, recuadro~1, hallazgo~2, recomendación~1."),
        ("it", "So figura~2, tabella~2, riquadro~1, risultato~2, raccomandazione~1."),
        ("pt", "So figura~2, tabela~2, caixa~1, conclusão~2, recomendação~1."),
        ("cy", "So figure~2, table~2, box~1, finding~2, recommendation~1."),
    ],
)
def test_what_a_text_says(desk: Desk, language: str, expected: str) -> None:
    assert said(desk, "So [@map], @wells, [@case], @leaks, [@mend].", language) == expected


def test_references_are_linked_and_in_the_language_of_their_words(desk: Desk) -> None:
    spans = written(desk, "So [@map] and [@first].", "cy").text("section-first.b1").spans
    assert [(span.target, span.language) for span in spans if span.target] == [
        ("figure-map", "en"),
        ("section-first.heading", ""),
    ]
    assert written(desk, "a", "cy").text("figure-map.caption").spans[0].language == "en"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "In section “The first ‘part’” and section “Below”."),
        ("de", "In Abschnitt „The first ‚part‘“ and Abschnitt „Below“."),
        ("es", "In sección «The first “part”» and sección «Below»."),
    ],
)
def test_a_section_is_named_by_its_heading(desk: Desk, language: str, expected: str) -> None:
    assert said(desk, "In [@first] and @below.", language) == expected


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("*", True),
        ("It leaks. ", True),
        ("It leaks.[^1] ", True),
        ("“It leaks.” **", True),
        ("Does it? (", True),
        ("see ", False),
        ("It leaks (", False),
        ("It leaks; ", False),
        ("see e.g. ", False),
        ("vgl. ", False),
        ("Cf. ", False),
        ("p. ", False),
        ("in 2025. ", True),
    ],
)
def test_where_a_sentence_begins(before: str, begins: bool) -> None:
    assert begins_sentence(before) is begins


def test_at_the_head_of_a_sentence_a_reference_has_a_capital(desk: Desk) -> None:
    assert said(desk, "@map leaks. [@wells] too: [@case].") == "Figure~2 leaks. Table~2 too: box~1."


@pytest.mark.parametrize(
    "text",
    [
        "Ask a@map or a.b@map.org.",
        "Ask @who, or @maps, or @map.org, or @map@example.org.",
        "Follow @map/wells on the web.",
        "Ask `@map`, or \\@map.",
        "An @ alone, and [@ map] and [@].",
    ],
)
def test_what_is_no_reference_stays_text(desk: Desk, text: str) -> None:
    done = written(desk, text)
    assert done.codes == []
    found = done.text("section-first.b1")
    assert found.plain == text.replace("\\", "").replace("`", "")
    assert not any(span.target for span in found.spans)


def test_a_handle_that_is_linked_stays_a_link(desk: Desk) -> None:
    done = written(desk, "Ask [@map](https://example.org/map) or <map@example.org>.")
    assert done.codes == []
    assert [(span.text, span.uri) for span in done.text("section-first.b1").spans if span.uri] == [
        ("@map", "https://example.org/map"),
        ("map@example.org", "mailto:map@example.org"),
    ]


def test_within_a_link_the_words_alone_are_set(desk: Desk) -> None:
    (span,) = (s for s in written(desk, "A [look at [@map]](https://a.org/b).").text("section-first.b1").spans if s.uri)
    assert (span.text, span.target) == ("look at figure\u00a02", "")


def test_an_unknown_name_is_an_error_with_the_nearest(desk: Desk) -> None:
    done = written(desk, "See [@wels] and [@nothing-like-it].")
    assert done.said == ["content/unknown-reference 8:13", "content/unknown-reference 8:25"]
    assert done.problems[0].hint == "did you mean `wells`?"
    assert "id: nothing-like-it" in done.problems[1].hint
    assert done.plain("section-first.b1") == "See [@wels] and [@nothing-like-it]."


def test_references_stand_wherever_texts_have_marks(desk: Desk) -> None:
    outline = (
        "title: See @a\nsummary: [See @a]\nfindings: [{id: a, statement: S, evidence: '[@a]'}]\n"
        "sections: [{content: [{table: {head: [See @a], rows: [[See @a]], caption: See @a}}, {list: [See @a]}]}]\n"
        "notes: {1: See @a}\nabout: See @a[^1]"
    )
    done = desk.compose(outline)
    assert done.codes == []
    found = [text.id for text in done.texts() if any(span.target == "finding-a" for span in text.spans)]
    assert len(found) == 9


def test_a_section_without_a_heading_has_no_name(desk: Desk) -> None:
    done = desk.compose("title: T\nsections: [{id: a, content: [See @a.]}]")
    assert done.said == ["content/section-without-heading 2:17"]
