"""Placeholders, conditions and languages of an outline, and what an edition has in their place."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.composed import records

from briefgen.content.brief import Brief, Text
from briefgen.content.compose import compose
from briefgen.data.record import Cell
from briefgen.editions.fill import Filling
from briefgen.editions.rows import Series, pack_row, read_rows
from briefgen.outline.read import read_text
from briefgen.problem import Problems

DATA = """\
- {district: "North *star*", rate: 7.25, wells: 1200, share: 45%, since: 2019-03-01, code: "007", none: ""}
"""


def series(folder: Path, text: str = DATA) -> Series:
    (folder / "rows.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    found = read_rows(folder / "rows.yaml", problems)
    assert found is not None
    assert not problems.sorted()
    return found


def edition(folder: Path, text: str, language: str = "", languages: tuple[str, ...] = ()) -> tuple[Brief | None, list[str]]:
    rows = series(folder)
    problems = Problems()
    filling = Filling(rows, rows.rows[0], language, languages)
    outline = read_text(text.encode(), "brief.yaml", folder, problems, filling)
    brief = compose(outline, problems) if outline else None
    return brief, [f"{each.code} {each.place.line}:{each.place.column}" for each in problems.sorted()]


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("{{district}}", "en", "North *star*"),
        ("{{ rate }} and {{rate|0.1}}", "en", "7.25 and 7.3"),
        ("{{rate|0.1}}", "de", "7,3"),
        ("{{wells}}, {{wells|1}}", "en", "1200, 1,200"),
        ("{{wells|grouped}}", "fr", "1\u202f200"),
        ("{{share}} {{share|0.1%}}", "en", "45% 45.0%"),
        ("{{rate|0.1%}}", "en", "725.0%"),
        ("{{since}}", "en", "1\u00a0March 2019"),
        ("{{since|month}}, {{since|year}}", "de", "März 2019, 2019"),
        ("{{code}}", "en", "007"),
        ("\\{{district}}", "en", "{{district}}"),
        ("\\{district} {other} 5% {{code}}%", "en", "{district} {other} 5% 007%"),
        ("{{district}}s", "en", "North *star*s"),
    ],
)
def test_a_placeholder_becomes_its_value(tmp_path: Path, written: str, language: str, shown: str) -> None:
    brief, said = edition(tmp_path, f"language: {language}\ntitle: '{written}'\n")
    assert said == []
    assert brief is not None
    assert brief.front.title.plain == shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: '{{distrikt}}'", ["editions/no-such-column 1:9"]),
        ("title: A {{none}}", ["editions/no-value 1:10"]),
        ("title: A {{district|0.1}}", ["editions/bad-placeholder 1:10"]),
        ("title: A {{rate|loud}}", ["editions/bad-placeholder 1:10"]),
        ("title: A {{rate|date}}", ["editions/bad-placeholder 1:10"]),
        ("title: A {{rate}", ["editions/bad-placeholder 1:10"]),
        ("title: A {rate|0.1} B", ["editions/bad-placeholder 1:10"]),
        ("title: A {{rate}} and ${district}", ["editions/bad-placeholder 1:23"]),
        ("title: A <<district>>", ["editions/bad-placeholder 1:10"]),
        ("title: A %district%", ["editions/bad-placeholder 1:10"]),
        ("title: A\nwhen: rate > 5", ["editions/bad-condition 2:1"]),
        ("title: A\nsections: [{content: [{paragraph: B, when: rates > 5}]}]", ["editions/no-such-column 2:44"]),
        ("title: A\nsections: [{content: [{paragraph: B, when: rate >}]}]", ["editions/bad-condition 2:49"]),
        ("title: A\nsections: [{content: [{paragraph: B, when: [1]}]}]", ["editions/bad-condition 2:44"]),
        ("title: A\ndesign: {pages: '{{rate}}'}", ["outline/bad-value 2:17"]),
    ],
)
def test_what_cannot_be_filled_is_said_at_its_place(tmp_path: Path, text: str, said: list[str]) -> None:
    _, found = edition(tmp_path, text + "\n")
    assert [each for each in found if not each.startswith("outline/missing-key")] == said


def test_what_does_not_hold_is_gone(tmp_path: Path) -> None:
    brief, said = edition(
        tmp_path,
        """\
title: T
summary:
  - {text: "Kept {{rate}}", when: rate > 5}
  - {text: Gone., when: rate < 5}
  - Always.
sections:
  - heading: Gone
    when: not rate
    content: [A.]
  - heading: Kept
    content:
      - {paragraph: Gone., when: "{{wells}} < 1000"}
      - {paragraph: Kept., when: 'district = "North *star*" and not none'}
recommendations:
  - {action: Gone, when: code != "007"}
  - {action: Kept, when: code = "007"}
notes: {}
""",
    )
    assert said == []
    assert brief is not None
    assert brief.front.summary is not None
    assert [item.text.plain for item in brief.front.summary.points.items] == ["Kept 7.25", "Always."]
    texts = [text.plain for text in _texts(brief)]
    assert "Kept." in texts
    assert not any("Gone" in text for text in texts)


def _texts(brief: Brief) -> list[Text]:
    return [record for record in records(brief) if isinstance(record, Text)]


def test_a_language_has_its_texts(tmp_path: Path) -> None:
    text = "title: {en: Water in {{code}}, es: 'Agua en {{code}}'}\nsummary: {es: [Uno.], en: [One.]}\n"
    for language, title, point in (("en", "Water in 007", "One."), ("es", "Agua en 007", "Uno.")):
        brief, said = edition(tmp_path, text.replace("Water in {{code}}", "'Water in {{code}}'"), language, ("en", "es"))
        assert said == []
        assert brief is not None
        assert brief.metadata.language == language
        assert brief.front.title.plain == title
        assert brief.front.summary is not None
        assert brief.front.summary.points.items[0].text.plain == point
    _, said = edition(tmp_path, "title: {en: Water}\n", "es", ("en", "es"))
    assert said == ["editions/no-text 1:8"]
    _, said = edition(tmp_path, "title: {en: Water, es: Agua}\n", "nl", ("en", "nl"))  # the one that is asked for is missing
    assert said == ["editions/no-text 1:8"]


def test_texts_in_several_languages_are_for_editions(tmp_path: Path) -> None:
    problems = Problems()
    text = "title: {fr: Eau, de-AT: Wasser}\nsections: [{content: [{en: One., es: Uno.}, A.]}]\nnotes: {de: B., en: C.}\n"
    read_text(text.encode(), "brief.yaml", tmp_path, problems)
    assert [f"{each.code} {each.place.line}:{each.place.column}" for each in problems.sorted()] == [
        "editions/no-data 1:8",
        "editions/no-data 2:23",
    ]


def test_without_data_each_placeholder_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    text = "title: A {{b}} and \\{{c}} {{d}}\nsections: [{content: [{paragraph: C, when: rate > 5}]}]\n"
    read_text(text.encode(), "brief.yaml", tmp_path, problems)
    assert [(each.code, each.place.column) for each in problems.sorted()] == [
        ("editions/no-data", column) for column in (10, 27, 38)
    ]


@given(
    value=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=30)
)
def test_any_value_stands_in_a_text_as_it_is(value: str) -> None:
    """Marks are signs, and nothing of it is read; quotes and spaces are set as those of any text are."""
    if not value.strip() or "://" in value or "www." in value:
        return
    row = pack_row(2, {"x": Cell(value, value, 2, 1, 1)})
    problems = Problems()
    outline = read_text(b"title: 'A {{x}} B'\n", "b.yaml", Path(), problems, Filling(Series("d.csv", ("x",), (row,)), row))
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    assert all(each.severity != "error" for each in problems.sorted())
    plain = _simple(brief.front.title.plain)
    assert plain == _simple(f"A {value} B")


def _simple(text: str) -> str:
    """A text without what typography changes: quotes, dashes, dots, spaces."""
    text = unicodedata.normalize("NFC", text)
    return "".join(char for char in text if char.isalnum() or char in "*_`[]<>\\^~{}@#$%&+=/|")


@pytest.mark.parametrize("quote", ["", "'"])
def test_quotes_round_a_placeholder_of_a_condition_change_nothing(tmp_path: Path, quote: str) -> None:
    (tmp_path / "flows.csv").write_text("district,flow\nNorth *star*,10\nSouth,7\n", encoding="utf-8")
    text = f"""\
title: T
sections:
  - content:
      - {{paragraph: Kept., when: '"{{{{district}}}}" = "North *star*"'}}
      - table: {{file: flows.csv, where: "district = {quote}{{{{district}}}}{quote}"}}
"""
    brief, said = edition(tmp_path, text)
    assert said == []
    assert brief is not None
    assert len(brief.sections[0].blocks) == 2


@pytest.mark.parametrize(
    ("written", "quoted"), [("code = yes", '"yes"'), ("'code = yes'", '"yes"'), ('"code = yes"', "'yes'")]
)
def test_a_text_without_quotes_is_told_with_quotes(tmp_path: Path, written: str, quoted: str) -> None:
    rows, problems = series(tmp_path), Problems()
    text = f"title: T\nsections: [{{content: [{{paragraph: B, when: {written}}}]}}]\n"
    read_text(text.encode(), "brief.yaml", tmp_path, problems, Filling(rows, rows.rows[0]))
    (problem,) = problems.sorted()
    assert quoted in problem.hint
