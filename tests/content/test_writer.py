"""Texts of an outline into spans: links, notes, places of what is wrong."""

import pytest
from support.composed import Desk

from briefgen.content.brief import Span

NOTES = "notes: {1: First., b: Second., 3: Third.}"


def spans(desk: Desk, text: str, more: str = "") -> tuple[Span, ...]:
    return desk.body(text, more).text("s1.b1").spans


def test_dress(desk: Desk) -> None:
    assert spans(desk, "a *b* **c** `d--` \\*e\\*") == (
        Span("a "),
        Span("b", italic=True),
        Span(" "),
        Span("c", bold=True),
        Span(" "),
        Span("d--", code=True),
        Span(" *e*"),
    )


def test_quotes_see_over_the_edges_of_spans(desk: Desk) -> None:
    assert spans(desk, '"*a*" *"b"*') == (
        Span("“"),
        Span("a", italic=True),
        Span("” "),
        Span("“b”", italic=True),
    )


def test_links(desk: Desk) -> None:
    assert spans(desk, "[a--*b*](https://x.org/a--b) https://y.org. <a@b.org>") == (
        Span("a–", uri="https://x.org/a--b"),
        Span("b", italic=True, uri="https://x.org/a--b"),
        Span(" "),
        Span("https://y.org", uri="https://y.org"),
        Span(". "),
        Span("a@b.org", uri="mailto:a@b.org"),
    )


def test_a_doi_is_resolved(desk: Desk) -> None:
    assert spans(desk, "[a](doi:10.1/x)") == (Span("a", uri="https://doi.org/10.1/x"),)


@pytest.mark.parametrize(
    "address", ["javascript:x()", "file:///etc", "example.org", "//x.org", "https:x", "http://", "data:,a", "x"]
)
def test_unsafe_links_are_reported_at_their_address(desk: Desk, address: str) -> None:
    done = desk.body(f"Here is [a link](<{address}>) and more")
    assert done.said == [f"content/unsafe-link 6:{9 + len('Here is [a link](<')}"]
    assert done.plain("s1.b1") == "Here is a link and more"
    assert all(not span.uri for span in done.text("s1.b1").spans)


def test_a_link_of_several_spans_is_reported_once(desk: Desk) -> None:
    assert desk.body("[a *b* c](ftp://x)").codes == ["content/unsafe-link"]


def test_notes_are_numbered_as_they_appear(desk: Desk) -> None:
    done = desk.body("a[^b], *c*[^1] d [^b][^3].", NOTES)
    assert done.codes == []
    assert done.text("s1.b1").spans == (
        Span("a"),
        Span("1", superior=True, target="note-1", title="Notes 1", id="noteref-1"),
        Span(", "),
        Span("c", italic=True),
        Span("2", superior=True, target="note-2", title="Notes 2", id="noteref-2"),
        Span(" d"),
        Span("1", superior=True, target="note-1", title="Notes 1"),
        Span(",", superior=True),
        Span("3", superior=True, target="note-3", title="Notes 3", id="noteref-3"),
        Span("."),
    )
    assert [done.plain(f"note-{number}.text") for number in (1, 2, 3)] == ["Second.", "First.", "Third."]
    assert done.text("note-2.label").spans == (Span("2", target="noteref-2"),)


def test_notes_within_notes(desk: Desk) -> None:
    done = desk.body("a[^1]", "notes: {2: Two., 1: 'One[^3].', 3: Three.}")
    assert done.said == ["content/unused-note 2:9"]
    assert [done.plain(f"note-{number}.text") for number in (1, 2, 3)] == ["One2.", "Three.", "Two."]
    assert done.text("note-3.label").spans == (Span("3"),)


def test_unknown_notes_are_reported_at_their_marks(desk: Desk) -> None:
    done = desk.body("One line,\nanother[^sorce] with a mark[^sorce].", "notes: {source: S}")
    assert done.said == ["content/unused-note 2:9", "content/unknown-note 7:16", "content/unknown-note 7:36"]
    assert done.problems[1].hint == "did you mean `source`?"
    assert done.plain("s1.b1") == "One line, another[^sorce] with a mark[^sorce]."


def test_places_in_later_paragraphs_are_exact(desk: Desk) -> None:
    done = desk.body("One.\n\nTwo [^x] *three*\nfour [^y].", "notes: {1: a}")
    assert done.said[1:] == ["content/unknown-note 8:13", "content/unknown-note 9:14"]


def test_a_blank_line_divides_paragraphs_and_breaks_other_texts(desk: Desk) -> None:
    done = desk.compose('title: T\nsections: [{content: [{pull_quote: "a\\n\\nb"}]}]\nabout: "a\\n\\n b\\nc"\n')
    assert done.plain("s1.b1.text") == "a\nb"
    assert (done.plain("about.p1"), done.plain("about.p1.2")) == ("a", "b c")


@pytest.mark.parametrize("text", ["\\", "[](x", "``", "* *", "[^]", "< >", "**"])
def test_marks_alone_are_text(desk: Desk, text: str) -> None:
    assert desk.body(text).plain("s1.b1") == text


def test_a_flood_of_bad_marks_is_reported_in_time(desk: Desk) -> None:
    done = desk.body(" ".join(f"[^{number}]" for number in range(2000)), "notes: {a: b}")
    places = {(problem.place.line, problem.place.column) for problem in done.problems}
    assert len(done.problems) == 2001
    assert 100 < len(places) < 300


def test_ids_that_collide_are_told_apart(desk: Desk) -> None:
    done = desk.compose("title: T\nfindings:\n  - a\n  - {id: '1', statement: b}\n  - {id: '1~2', statement: c}\n")
    assert done.codes == ["outline/bad-value"]
    assert [done.plain(f"finding-{id}.statement") for id in ("1", "1~2", "3")] == ["a", "b", "c"]
