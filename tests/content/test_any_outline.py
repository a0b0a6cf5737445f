"""Outlines that nobody wrote, made of everything that the format has: a brief comes of each, and it holds together."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.composed import Desk, records

from briefgen.content.brief import COVERED, List
from briefgen.outline.kinds import Kind, ListKind, MapKind, NotesKind, TextKind
from briefgen.outline.specification import mapping_of

PARTS = [
    "a",
    "word ",
    "*",
    "**",
    "_",
    "`",
    "[^1]",
    "[^2]",
    "[^x]",
    "[@a]",
    "[@x]",
    " @b",
    "[l](https://x.org)",
    "<b@c.org>",
    "\\",
    "\n",
    "\n\n",
    '"',
    "'",
]
FORMS = {
    "date": ["2026-11-22", "2026-02", "2026"],
    "colour": ["#abc", "#123456"],
    "language": ["en", "fr-CA", "nl", "en-UK", "zh"],
    "id": ["a", "b", "1", "2", "label", "~2"],
    "flag": ["true", "no"],
    "integer": ["1", "4"],
    "percent": ["0", "95"],
    "ink_limit": ["300"],
    "length": ["3mm", "0.125 in"],
    "cover_height": ["80mm", "3.5 in"],
    "figure_height": ["30mm", "2.5 in"],
    "ratio": ["3:2", "1:1.4"],
    "ink": ["PANTONE 7622 C"],
    "key": ["k", "9"],
    "doi": ["10.1000/182"],
    "orcid": ["0000-0002-1825-0097"],
    "isbn": ["978-3-16-148410-0"],
    "issn": ["2049-3630"],
}
# the first two start a program: tests/bibliography has outlines with them; looks have a test of their own
ELSEWHERE = {"bibliography", "citation_style", "look"}
TEXTS = st.lists(st.sampled_from([*PARTS, "findings", "../a.png", "10 km -- "]), min_size=1, max_size=6).map("".join)


def values(kind: Kind, depth: int) -> st.SearchStrategy[Any]:
    if isinstance(kind, TextKind):
        return st.sampled_from(FORMS[kind.form] if kind.form else list(kind.choices)) if kind.form or kind.choices else TEXTS
    if isinstance(kind, ListKind):
        return st.lists(values(kind.item, depth), min_size=1, max_size=3)
    if isinstance(kind, NotesKind):
        return st.dictionaries(st.sampled_from(["1", "2", "3"]), TEXTS, min_size=1)
    return mappings(kind, depth + 1)


def mappings(kind: MapKind, depth: int) -> st.SearchStrategy[Any]:
    mapping = mapping_of(kind.name)
    if depth > 5:
        return TEXTS
    keys = {key.name: values(key.kind, depth) for key in mapping.keys if key.name not in ELSEWHERE}
    if mapping.one_of:
        one = st.one_of(*(st.fixed_dictionaries({name: value}) for name, value in keys.items()))
        return st.one_of(one, TEXTS, *map(st.just, mapping.words))
    needed = {key.name for key in mapping.keys if key.required}
    return st.fixed_dictionaries(
        {name: value for name, value in keys.items() if name in needed},
        optional={name: value for name, value in keys.items() if name not in needed},
    )


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(mappings(MapKind("outline"), 0), st.booleans())
def test_a_brief_comes_of_any_outline(desk: Desk, outline: dict[str, Any], printed: bool) -> None:
    """That ids are unique and that targets exist is asked by the desk itself."""
    done = desk.compose(json.dumps(outline), printed=printed)
    assert all(problem.place.line == 1 and problem.hint for problem in done.problems)
    offered = done.brief.offered  # where nobody has asked for any
    contents = offered.contents if offered else done.brief.front.contents
    wordless = {entry.page.id for entry in contents.entries} if contents else set()  # layout alone knows the pages
    lists = (record for record in records(done.brief) if isinstance(record, List) and record.labels == "boxes")
    wordless |= {item.label.id for found in lists for item in found.items}
    for text in done.texts():
        assert text.spans or text.id in wordless or text.role in {"TH", "TD", COVERED}, text.id
        ends = (text.spans[0], text.spans[-1]) if text.spans else ()
        assert text.plain == text.plain.strip() or any(span.code for span in ends), text.id
