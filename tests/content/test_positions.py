"""What is read and corrected in a paragraph is so wherever a text may stand: in tables, headings, boxes and notes."""

import json
from typing import Any

import pytest
from support.composed import Desk

NB = "\u00a0"
WRITTEN = 'In \'07 the "law" of 24 March cut CO~2~ by 5 % <b>'
REAL = f"In ’07 the “law” of 24{NB}March cut CO2 by 5{NB}% <b>"

BLOCKS: dict[str, Any] = {
    "paragraph": WRITTEN,
    "heading of a block": {"heading": WRITTEN},
    "list": {"list": [WRITTEN]},
    "list in a list": {"list": [{"text": "a", "numbered": [WRITTEN]}]},
    "heading of a box": {"box": {"heading": WRITTEN, "content": ["a"]}},
    "box": {"box": {"content": [WRITTEN]}},
    "list in a box": {"box": {"content": [{"list": [WRITTEN]}]}},
    "table head": {"table": {"head": [WRITTEN], "rows": [["a"]]}},
    "table cell": {"table": {"head": ["a"], "rows": [[WRITTEN]]}},
    "table caption": {"table": {"head": ["a"], "rows": [["a"]], "caption": WRITTEN}},
    "caption": {"figure": {"qr": "https://example.org", "caption": WRITTEN}},
    "credit": {"figure": {"qr": "https://example.org", "credit": WRITTEN}},
    "label of a stat": {"stats": [{"value": "5", "label": WRITTEN}]},
    "pull quote": {"pull_quote": WRITTEN},
    "attribution": {"pull_quote": {"text": "a", "attribution": WRITTEN}},
}
PARTS: dict[str, Any] = {
    "title": {"title": WRITTEN},
    "subtitle": {"subtitle": WRITTEN},
    "standfirst": {"standfirst": WRITTEN},
    "summary": {"summary": [WRITTEN]},
    "heading of the summary": {"summary": {"heading": WRITTEN, "points": ["a"]}},
    "heading of a section": {"sections": [{"heading": WRITTEN}]},
    "finding": {"findings": [WRITTEN]},
    "evidence": {"findings": [{"statement": "a", "evidence": WRITTEN}]},
    "recommendation": {"recommendations": [WRITTEN]},
    "rationale": {"recommendations": [{"action": "a", "rationale": WRITTEN}]},
    "fact": {"recommendations": [{"action": "a", "for": WRITTEN}]},
    "note": {"standfirst": "a[^1]", "notes": {"1": WRITTEN}},
    "sources": {"references": [WRITTEN, "a"]},
    "about": {"about": [WRITTEN]},
    "imprint": {"imprint": [WRITTEN]},
    **{name: {"sections": [{"content": [block]}]} for name, block in BLOCKS.items()},
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_text_is_read_alike_wherever_it_stands(desk: Desk, part: dict[str, Any]) -> None:
    done = desk.compose(json.dumps({"title": "T", "language": "en-GB", **part}))
    (text,) = [text for text in done.texts() if "law" in text.plain]
    assert text.plain == REAL
    assert [span.text for span in text.spans if span.script] == ["2"]
    assert "content/foreign-mark" in done.codes
