"""An outline in an editor: what the YAML language server shows, offers and finds wrong with the schema."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.editor import SERVER, Editor
from support.finders import node_program

from briefgen.content.languages import is_hyphenated, read_tag
from briefgen.content.words import words_of
from briefgen.outline.check import check_against
from briefgen.outline.examples import example_of
from briefgen.outline.kinds import LANGUAGES
from briefgen.outline.parse import parse
from briefgen.outline.schema import json_schema
from briefgen.outline.specification import MAPPINGS
from briefgen.outline.tree import Map
from briefgen.problem import Problems

ROOT = Path(__file__).parents[2]
IN_BLOCK = "title: x\nsections:\n  - heading: Why\n    content:\n      - "
INNER = ("pattern", "schema", "Expected", "\\s", "$def", "null", "Matches", "anyOf")  # words of schemas, not of outlines


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    if not SERVER.exists() or node_program() is None:
        pytest.skip("the YAML language server is not installed (.ci/run installs it)")
    schema = tmp_path_factory.mktemp("schema") / "brief.schema.json"
    schema.write_text(json.dumps(json_schema()))
    found = Editor(schema)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("text", "line", "column", "key", "doc", "example"),
    [
        ("title: x\n", 0, 2, "title", "The title of the brief.", "title: Count every drop"),
        ("title: x\ndate: 2026\n", 1, 2, "date", "as exact as you like", "date: 2026-11-22"),
        ("title: x\nlanguage: de\n", 1, 2, "language", "BCP 47", "language: en-GB"),
        ("title: x\nauthors:\n  - name: A\n", 1, 3, "authors", "Who wrote it", "authors:\n  - {name: A. Author"),
        ("title: x\nauthors:\n  - name: A\n", 2, 6, "name", "The name.", "name: A. Author"),
        ("title: x\nauthors: [{name: A}]\n", 1, 13, "name", "The name.", "name: A. Author"),
        ("title: x\ndesign: {paper: a4}\n", 1, 10, "paper", "The paper.", "paper: letter"),
        ("title: x\ndesign: {columns: 1}\n", 1, 2, "design", "Paper, columns", "design:\n"),
        (IN_BLOCK + "figure: {image: a, alt: b}\n", 4, 10, "figure", "A picture.", "figure:\n  image: assets/map.png"),
        (IN_BLOCK + "figure: {image: a, alt: b}\n", 4, 18, "image", "an image file", "image: assets/map.png"),
        (IN_BLOCK + "stats: [{value: 1, label: b}]\n", 4, 18, "value", "The figure", "value: 48 %"),
    ],
)  # fmt: skip
def test_over_a_key_stand_its_name_what_it_is_for_and_an_example(
    editor: Editor, text: str, line: int, column: int, key: str, doc: str, example: str
) -> None:
    shown = editor.hover(text, line, column).lstrip()
    assert shown.startswith(f"#### {key}\n")
    assert doc in shown
    assert f"```yaml\n{example}" in shown
    assert "null" not in shown


def test_over_a_choice_stand_all_of_them(editor: Editor) -> None:
    assert "* `a5`" in editor.hover("title: x\ndesign: {paper: a4}\n", 1, 17)


@pytest.mark.parametrize(
    ("text", "line", "column", "mapping"),
    [
        ("title: x\n", 1, 0, "outline"),
        ("title: x\ndesign:\n  \n", 2, 2, "design"),
        ("title: x\nrecommendations:\n  - \n", 2, 4, "recommendation"),
        ("title: x\nrecommendations:\n  - action: a\n    \n", 3, 4, "recommendation"),
        (IN_BLOCK + "figure:\n          \n", 5, 10, "figure"),
        (IN_BLOCK + "\n", 4, 8, "block"),
        ("title: x\ndesign: {p}\n", 1, 10, "design"),
        ("title: x\nfindings:\n  - {s}\n", 2, 6, "finding"),
    ],
)  # fmt: skip
def test_the_keys_that_may_stand_are_offered_with_a_colon(
    editor: Editor, text: str, line: int, column: int, mapping: str
) -> None:
    offered = editor.complete(text, line, column)
    words = set(MAPPINGS[mapping].words)
    known = [key.name for key in MAPPINGS[mapping].keys]
    assert set(offered) <= {*known, *words}
    flow = "{" in text  # there the server leaves out the colon of what has been begun
    for key in known:
        if key in offered:
            assert flow or offered[key].startswith(f"{key}:")
    written = {line.split(":")[0].strip(" -") for line in text.splitlines()}
    assert set(known) - set(offered) <= written
    assert not any("null" in offer or "${" in offer for offer in offered.values())


def test_lists_and_keys_of_their_own_are_begun(editor: Editor) -> None:
    offered = editor.complete("title: x\n", 1, 0)
    for key in ("authors", "sections", "findings", "recommendations"):
        assert offered[key].rstrip(" $1") == f"{key}:\n  -"
    for key in ("design", "summary", "notes", "print"):
        assert offered[key].startswith(f"{key}:\n  ")
    table = editor.complete(IN_BLOCK + "table:\n          \n", 5, 10)
    assert table["rows"].split() == ["rows:", "-"]


@pytest.mark.parametrize(
    ("text", "line", "column", "values"),
    [
        ("title: x\nlanguage: \n", 1, 10, set(LANGUAGES)),
        ("title: x\ndesign:\n  paper: \n", 2, 9, {"a4", "letter", "a5"}),
        ("title: x\ndesign: {paper: }\n", 1, 16, {"a4", "letter", "a5"}),
        ("title: x\ndesign:\n  justify: \n", 2, 11, {"true", "false"}),
        ("title: x\nfindings:\n  - statement: a\n    confidence: \n", 3, 16, {"high", "medium", "low"}),
        ("title: x\nsubtitle: \n", 1, 10, set()),
        ("title: x\ndate: \n", 1, 6, set()),
    ],
)  # fmt: skip
def test_values_are_offered_where_there_is_a_choice(
    editor: Editor, text: str, line: int, column: int, values: set[str]
) -> None:
    assert set(editor.complete(text, line, column)) == values


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: x\ntitel: y\n", (1, 0), "titel"),
        ("title: x\ndate: 22/11/2026\n", (1, 6), "a date such as 2026-11-22"),
        ("title: x\ndesign: {paper: a3}\n", (1, 16), "a4, letter or a5"),
        ("title: x\ndesign: {columns: 7}\n", (1, 18), "1, 2 or margin"),
        ("title: x\ndesign: {accent: teal}\n", (1, 17), "a colour such as"),
        ("title: x\nlanguage: the Queen's\n", (1, 10), "a language tag such as en-GB"),
        ("title: x\ndesign: {justify: maybe}\n", (1, 18), "true or false"),
        ("subtitle: x\n", (0, 0), "`title` is missing"),
        ("title: [x]\n", (0, 7), "it has to be a text"),
        ("title: x\nsubtitle: {a: b}\n", (1, 10), "it has to be a text"),
        ("title: x\npublisher: [x]\n", (1, 11), "a publisher with keys such as `name`"),
        (IN_BLOCK + "figur: x\n", (4, 8), "figur"),
        (IN_BLOCK + "figure: {image: a}\n", (4, 8), "`alt` is missing"),
        (IN_BLOCK + "figure: {image: a, qr: b}\n", (4, 27), "`qr` cannot stand"),
        (IN_BLOCK + "{list: [a], box: b}\n", (4, 8), "one of these keys, not two"),
        (IN_BLOCK + "stats: [{value: 1}]\n", (4, 16), "`label` is missing"),
        (IN_BLOCK + "table: {head: [a], rows: b}\n", (4, 33), "it has to be a list"),
        ("title: x\nsections: [{}]\n", (1, 11), "this section is empty"),
        ("title: x\nrecommendations:\n  - for: x\n", (2, 4), "`action` is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words_of_the_outline(
    editor: Editor, text: str, place: tuple[int, int], words: str
) -> None:
    found = editor.diagnose(text)
    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in found] == [place], found
    assert words in found[0]["message"]
    assert not any(word in found[0]["message"] for word in INNER)


@pytest.mark.parametrize("name", ["brief.yaml", "assets/examples/one-column.yaml"])
def test_nothing_is_wrong_with_the_examples(editor: Editor, name: str) -> None:
    assert editor.diagnose((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", MAPPINGS)
def test_each_example_is_good(name: str) -> None:
    mapping = MAPPINGS[name]
    for key in mapping.keys:
        problems = Problems()
        root = parse(example_of(mapping, key) + "\n", "brief.yaml", problems)
        assert isinstance(root, Map)
        assert list(root.entries) == [key.name]
        check_against(MAPPINGS, name, root, problems)
        assert {problem.code for problem in problems.sorted()} <= {"outline/missing-key"}, key.name


def test_the_languages_that_are_offered_are_known_in_full() -> None:
    for name in LANGUAGES:
        tag = read_tag(name)
        assert (tag.text, tag.fault) == (name, "")
        assert is_hyphenated(tag) or name in {
            "bn",
            "ga",
            "hi",
            "ne",
            "ta",
        }  # of which there are no patterns
        assert words_of(name).language == ""


def test_the_schema_has_a_name() -> None:
    assert json_schema()["$id"].startswith("urn:")
