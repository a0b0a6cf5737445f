"""A whole outline into a brief: what stands where, ids, metadata, placement, language."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.composed import Composed, Desk, records

from briefgen.content.brief import Box, Findings, Heading, List, Paragraph, PullQuote, Recommendations, Stats, Table

FULL = """\
title: A *strong* "case"
subtitle: Subtitle
series: Policy brief
number: 010
date: 2026-11-22
language: en-GB
keywords: [water, law]
marking: TLP:AMBER
publisher: {name: The Institute, url: example.org, address: "1 Street\\nTown"}
authors:
  - {name: A. Name, role: Fellow, affiliation: The Institute, email: a@example.org}
  - B. Other
standfirst: One paragraph.
summary: [First., Second.]
sections:
  - heading: Why now
    content:
      - |
        One paragraph.

        Another one.
      - heading: A part
      - pull_quote: {text: Large., attribution: Somebody}
      - list: [One, {text: Two, numbered: [a, b]}]
      - numbered: [One, Two]
      - box: {heading: Case, content: [In the box., {heading: Deep}]}
      - stats: [{value: "2006", label: began}]
      - table: {head: [Year, Wells], rows: [["2024", "1.5"], ["2025", ""]], align: [left, decimal], caption: Wells}
  - content: [No heading here., {heading: Inside}]
findings:
  - {id: leaks, statement: Half leaks., evidence: Shown., confidence: high}
  - Nothing is metered.
recommendations:
  - {id: mend, action: Mend., for: all, by: 2026-12, priority: 1, rationale: Why., addresses: [leaks, "2"], derived: true}
  - Meter.
notes: {1: Note.}
references: [Source one., Source two.]
about: [First., Second.]
contact: Call.
citation: Cite.
acknowledgements: Thanks.
disclaimer: Views.
imprint: Printed.
design: {paper: a5, columns: 1, accent: "#123456", justify: false, duplex: true, pages: 4}
"""


def test_every_part_has_its_place(desk: Desk) -> None:
    done = desk.compose(FULL)
    assert done.said == ["content/unused-note 36:9"]
    brief = done.brief
    kinds = [type(block) for block in brief.sections[0].blocks]
    assert kinds == [Paragraph, Paragraph, Heading, PullQuote, List, List, Box, Stats, Table]
    assert [section.id for section in brief.sections] == ["s1", "s2", "s3", "s4"]
    assert [type(block) for section in brief.sections[2:] for block in section.blocks] == [Findings, Recommendations]
    assert brief.back is not None
    assert [entry.kind for entry in brief.back.entries] == [
        "authors",
        "about",
        "references",
        "acknowledgements",
        "citation",
        "contact",
        "disclaimer",
        "imprint",
    ]
    assert (brief.design.paper, brief.design.columns, brief.design.accent) == ("a5", 1, "#123456")
    assert (brief.design.justify, brief.design.duplex, brief.design.pages) == (False, True, 4)


def test_texts_read_as_written(desk: Desk) -> None:
    done = desk.compose(FULL)
    for id, words in {
        "title": "A strong “case”",
        "masthead.number": "No. 010",
        "masthead.date": "22 November 2026",
        "byline": "A.\u00a0Name, B.\u00a0Other",
        "summary.heading": "At a glance",
        "summary.p2.text": "Second.",
        "s1.b1": "One paragraph.",
        "s1.b1.2": "Another one.",
        "s1.b4.2.list.1.label": "a.",
        "s1.b5.2.label": "2.",
        "s1.b8.r2.c2": "",
        "finding-leaks.label": "1",
        "finding-2.statement": "Nothing is metered.",
        "finding-leaks.confidence": "Confidence: high",
        "recommendation-mend.by": "2026-12",
        "authors.p1": "A.\u00a0Name, Fellow, The Institute, a@example.org",
        "contact.address": "1 Street\nTown",
        "contact.url": "example.org",
    }.items():
        assert done.plain(id) == words, id


def test_roles_of_headings_skip_no_level(desk: Desk) -> None:
    done = desk.compose(FULL)
    roles = {text.id: text.role for text in done.texts() if text.role.startswith("H")}
    assert roles["title"] == "H1"
    assert roles["s1.heading"] == roles["s2.b2.heading"] == roles["findings.heading"] == "H2"
    assert roles["s1.b2.heading"] == roles["s1.b6.heading"] == "H3"
    assert roles["s1.b6.b2.heading"] == "H4"


def test_metadata(desk: Desk) -> None:
    brief = desk.compose(FULL).brief
    known = brief.metadata
    assert (known.title, known.authors, known.subject) == ("A strong “case”", ("A. Name", "B. Other"), "One paragraph.")
    assert (known.keywords, known.publisher, known.date) == (("water", "law"), "The Institute", "2026-11-22")
    assert (known.language, brief.running_head, brief.marking and brief.marking.plain) == (
        "en-GB",
        "A strong “case”",
        "TLP:AMBER",
    )


def test_texts_know_where_the_outline_says_them(desk: Desk) -> None:
    brief = desk.compose(FULL).brief
    for id, needle, words in [
        ("title", "strong", "strong"),
        ("s1.b1.2", "Another", "Another"),
        ("finding-2.statement", "metered", "metered"),
        ("design.pages", "", "4}"),
        ("marking", "AMBER", "AMBER"),
        ("finding-leaks.label", "", "Half leaks"),
    ]:
        place, before = brief.place(id, needle), FULL[: FULL.index(words)]
        assert (place.line, place.column) == (before.count("\n") + 1, len(before) - before.rfind("\n")), id


def test_a_title_alone_is_a_brief(desk: Desk) -> None:
    done = desk.compose("title: Alone")
    assert done.codes == []
    assert (done.brief.sections, done.brief.back, done.brief.front.summary) == ((), None, None)
    assert done.brief.metadata.language == "en"


def placed(done: Composed) -> list[tuple[str, list[str]]]:
    """Each section's heading with the kinds of its blocks."""
    return [
        (section.heading.text.plain if section.heading else "", [type(block).__name__ for block in section.blocks])
        for section in done.brief.sections
    ]


ADVICE = "findings: [F]\nrecommendations: [R]\n"


def test_advice_stands_after_the_sections(desk: Desk) -> None:
    done = desk.compose(f"title: T\nsections: [{{heading: A, content: [x]}}]\n{ADVICE}")
    assert placed(done) == [
        ("A", ["Paragraph"]),
        ("Findings", ["Findings"]),
        ("Recommendations", ["Recommendations"]),
    ]


def test_advice_placed_among_the_sections(desk: Desk) -> None:
    done = desk.compose(
        f"title: T\nfindings_heading: Seen\nsections: [recommendations, {{heading: A, content: [x]}}, findings]\n{ADVICE}"
    )
    assert placed(done) == [
        ("Recommendations", ["Recommendations"]),
        ("A", ["Paragraph"]),
        ("Seen", ["Findings"]),
    ]


def test_advice_placed_within_a_section_has_no_heading_of_its_own(desk: Desk) -> None:
    sections = "sections: [{heading: A, content: [findings, x, recommendations]}]"
    done = desk.compose(f"title: T\nrecommendations_heading: Do\n{sections}\n{ADVICE}")
    assert placed(done) == [("A", ["Findings", "Paragraph", "Heading", "Recommendations"])]
    assert done.text("recommendations.heading").role == "H3"


def test_placed_twice_and_nothing_to_place(desk: Desk) -> None:
    done = desk.compose("title: T\nfindings: [F]\nsections:\n  - findings\n  - content: [findings]\n  - recommendations\n")
    assert done.said == ["content/placed-twice 5:15", "content/nothing-to-place 6:5"]
    assert placed(done) == [("Findings", ["Findings"]), ("", [])]


def test_languages_without_words_or_patterns(desk: Desk) -> None:
    assert desk.compose("title: T\nlanguage: nl\nrecommendations: [A]\n").said == []
    assert desk.compose("title: T\nlanguage: cy\nrecommendations: [A]\n").said == [
        "content/no-hyphenation 2:11",
        "content/no-words 2:11",
    ]
    assert desk.compose("title: T\nlanguage: es_mx\n").codes == []
    assert desk.compose("title: T\nlanguage: es_mx\n").brief.metadata.language == "es-MX"
    done = desk.compose("title: T\nlanguage: mi\nsummary: [a]\ndate: 2026-11-22\n")
    assert done.text("summary.heading").spans[0].language == "en"
    assert done.plain("masthead.date") == "2026-11-22"


LABELS = """title: T
language: cy
labels: {findings: Canfyddiadau, finding: "Rhif {} {0.x}", addresses: Am, recommendation: Cyngor, number: Rhifyn}
number: 7
findings: [{statement: F, id: f, confidence: high}]
recommendations: [{action: A, addresses: f}]
"""


def test_labels_of_the_outline_go_before_all_others(desk: Desk) -> None:
    done = desk.compose(LABELS)
    assert done.said == ["content/no-hyphenation 2:11", "content/no-words 2:11"]
    (lacking,) = [problem for problem in done.problems if problem.code == "content/no-words"]
    assert "`cy`" in lacking.message
    assert {"recommendations", "confidence", "answered"} == set(re.findall("`([a-z]+)`", lacking.message)) - {"cy"}
    assert [done.plain(id) for id in ("findings.heading", "masthead.number")] == ["Canfyddiadau", "Rhifyn 7"]
    assert done.text("finding-f.answered").spans[-1].title == "Cyngor 1"
    assert done.plain("recommendation-1.addresses") == "Am 1"
    assert done.text("recommendation-1.addresses").spans[0].language == ""
    assert done.text("finding-f.confidence").spans[0].language == "en"


def test_unknown_language_is_reported_and_the_rest_goes_on(desk: Desk) -> None:
    done = desk.compose('title: T\nlanguage: en-UK\nsections: [{content: ["a[^1]"]}]\n')
    assert done.said == ["content/unknown-language 2:11", "content/unknown-note 3:25"]
    assert done.problems[0].hint == "did you mean `en-GB`?"


def test_labels_speak_the_language(desk: Desk) -> None:
    done = desk.compose(
        "title: T\nlanguage: es\ndate: 2026-11\nfindings: [a]\nrecommendations: [{action: c, addresses: 1}]\n"
        "references: [b]\n"
    )
    assert done.text("recommendation-1.addresses").spans[-1].title == "Hallazgo 1"
    assert done.plain("references.heading") == "Fuentes"
    assert done.plain("masthead.date") == "noviembre de 2026"
    assert done.brief.page_word == "Página"


def test_missing_parts_that_the_outline_reported(desk: Desk) -> None:
    """Whatever a checked outline leaves out, a brief comes of it."""
    done = desk.compose(
        "sections: [{content: [{pull_quote: {attribution: x}}, {box: {heading: b}}]}]\nfindings: [{id: a}]\n"
    )
    assert done.plain("title") == done.plain("finding-a.statement") == "…"
    assert set(done.codes) == {"outline/missing-key"}


def test_publisher_alone_gives_a_contact(desk: Desk) -> None:
    done = desk.compose('title: T\npublisher: {name: P, url: "https://p.org"}\ncontact: Write to https://p.org now.\n')
    assert [text.id for text in done.texts() if text.id.startswith("contact")] == ["contact.heading", "contact.p1"]
    done = desk.compose('title: T\npublisher: {name: P, url: "https://p.org"}\n')
    assert done.text("contact.url").spans[0].uri == "https://p.org"


WORD = st.text(alphabet="abé*_`[]()<>\\^!:/@\"'-.1 ", min_size=1, max_size=30).filter(lambda text: bool(letters(text)))
PLACES = [
    *("title", "summary.p1.text", "s1.heading", "s1.b1", "s1.b2.1.text"),
    *("s1.b3.head.c1", "s1.b3.r1.c1", "recommendation-1.action"),
]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORD, min_size=8, max_size=8))
def test_no_word_of_an_outline_is_lost(desk: Desk, words: list[str]) -> None:
    a, b, c, d, e, f, g, h = map(quoted, words)
    done = desk.compose(
        f"title: {a}\nsummary: [{b}]\nsections:\n"
        f"  - heading: {c}\n    content: [{d}, {{list: [{e}]}}, {{table: {{head: [{f}], rows: [[{g}]]}}}}]\n"
        f"recommendations: [{{action: {h}}}]\n"
    )
    kept = {text.id: text for text in done.texts()}
    for id, written in zip(PLACES, words, strict=True):
        if "](" not in written:
            said = "".join(span.text for span in kept[id].spans if not span.superior)
            assert letters(said) == letters(written), id


def letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum()]


def test_records_are_walked_in_reading_order(desk: Desk) -> None:
    """The helper of these tests: else they would prove nothing."""
    found = [getattr(record, "id", "") for record in records(desk.compose(FULL).brief)]
    assert found.index("title") < found.index("s1.b1") < found.index("note-1.text") < found.index("imprint.p1")


def test_numbers_of_briefgen_are_in_the_digits_that_are_asked_for(desk: Desk) -> None:
    outline = "title: T 7\nlanguage: ne\nDIGITS\nnumber: 7\ndate: 2026-11\nsections: [{content: [{numbered: [a 1, b]}]}]\n"
    for key, expected in (
        ("digits: devanagari", ["सङ्ख्या ७", "२०२६ नोभेम्बर", "२."]),
        ("digits: latin", ["सङ्ख्या 7", "2026 नोभेम्बर", "2."]),
    ):
        done = desk.compose(outline.replace("DIGITS", key))
        assert [done.plain(id) for id in ("masthead.number", "masthead.date", "s1.b1.2.label")] == expected
        assert (done.plain("title"), done.plain("s1.b1.1.text")) == ("T 7", "a 1")
    assert desk.compose(outline.replace("DIGITS\n", "")).brief.metadata.digits == "०१२३४५६७८९"
