"""Outlines that nobody wrote, as hypothesis makes them."""

from typing import Any

from hypothesis import strategies as st

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éèüßøłčñÅŒ"
WORDS = [
    *("the", "of", "and", "water", "government’s", "institution-building", "responsibility", "pre-war", "1,250", "37.5 %"),
    *("“quoted”", "(in brackets)", "e.g.", "internationalisation", "–", "office", "affluent", "fjord", "AVATAR", "N.º"),
    *("state-of-the-art", "https://example.org/a/rather/long/path?x=1", "12/2026"),
]

words = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=18))


def phrases(most: int) -> st.SearchStrategy[str]:
    """Words, now and then with an inline mark."""
    marked = st.tuples(st.sampled_from(["{}", "{}", "{}", "*{}*", "**{}**", "[{}](https://example.org)"]), words)
    plain = marked.map(lambda pair: pair[0].format(pair[1]) if pair[1].isalnum() else pair[1])
    return st.lists(plain, min_size=1, max_size=most).map(" ".join)


short, line, long = phrases(4), phrases(15), phrases(120)
items = st.lists(
    st.one_of(line, st.fixed_dictionaries({"text": line, "list": st.lists(short, min_size=1, max_size=3)})),
    min_size=1,
    max_size=5,
)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.integers(1, 5))
    row = st.lists(short, min_size=columns, max_size=columns)
    rows = draw(st.lists(row, min_size=1, max_size=12))
    width = draw(st.sampled_from(["column", "page"]))
    return {"table": {"head": draw(row), "rows": rows, "caption": draw(line), "width": width}}


blocks = st.one_of(
    long,
    long,
    long,
    short.map(lambda text: {"heading": text}),
    line.map(lambda text: {"pull_quote": text}),
    st.tuples(line, st.sampled_from(["column", "gutter", "margin", "page"])).map(
        lambda found: {"pull_quote": {"text": found[0], "place": found[1]}}
    ),
    st.lists(st.one_of(line, items.map(lambda found: {"list": found})), min_size=1, max_size=3).map(
        lambda found: {"aside": found}
    ),
    items.map(lambda found: {"list": found}),
    items.map(lambda found: {"numbered": found}),
    st.lists(st.one_of(line, items.map(lambda found: {"list": found})), min_size=1, max_size=3).map(
        lambda found: {"box": found}
    ),
    st.lists(
        st.fixed_dictionaries({"value": st.sampled_from(["12", "37 %", "€ 2bn"]), "label": line}), min_size=1, max_size=4
    ).map(lambda found: {"stats": found}),
    tables(),
)
recommendations = st.fixed_dictionaries({"action": line}, optional={"for": short, "by": short, "rationale": long})
findings = st.fixed_dictionaries(
    {"statement": line}, optional={"evidence": line, "confidence": st.sampled_from(["high", "low"])}
)
outlines = st.fixed_dictionaries(
    {"title": short, "date": st.just("2026-11-22")},
    optional={
        "subtitle": line,
        "standfirst": line,
        "summary": st.lists(line, min_size=1, max_size=5),
        "sections": st.lists(
            st.fixed_dictionaries({"heading": short, "content": st.lists(blocks, min_size=1, max_size=6)}),
            min_size=1,
            max_size=4,
        ),
        "findings": st.lists(findings, min_size=1, max_size=4),
        "recommendations": st.lists(recommendations, min_size=1, max_size=4),
        "references": st.lists(line, min_size=1, max_size=5),
        "about": line,
        "contact": line,
        "language": st.sampled_from(["en-GB", "es", "fr", "de"]),
        "design": st.fixed_dictionaries(
            {},
            optional={
                "paper": st.sampled_from(["a4", "letter", "a5"]),
                "columns": st.sampled_from([1, 2, "margin"]),
                "justify": st.booleans(),
                "duplex": st.booleans(),
                "note_place": st.sampled_from(["foot", "margin", "end"]),
            },
        ),
    },
)


@st.composite
def noted(draw: st.DrawFn) -> dict[str, Any]:
    """An outline whose summary and paragraphs now and then call a note."""
    outline: dict[str, Any] = draw(outlines)
    notes: dict[str, str] = {}

    def marked(text: str) -> str:
        notes[str(len(notes) + 1)] = draw(long)
        return f"{text} x[^{len(notes)}]"

    for texts in (outline.get("summary", []), *(section["content"] for section in outline.get("sections", []))):
        for index, text in enumerate(texts):
            if isinstance(text, str) and draw(st.integers(0, 2)) == 0:
                texts[index] = marked(text)
    return {**outline, "notes": notes} if notes else outline
