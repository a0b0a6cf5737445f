"""Bytes to a checked outline in its normal form, with the places of everything."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.outline.read import LARGEST, read, read_text
from briefgen.outline.tree import Map, Node, Outline, Scalar, Seq
from briefgen.problem import Problems

FOLDER = Path("folder")


def load(source: str | bytes) -> tuple[Outline | None, list[str]]:
    """The outline and its problems as `code line:column`."""
    problems = Problems()
    data = source.encode() if isinstance(source, str) else source
    outline = read_text(data, "brief.yaml", FOLDER, problems)
    return outline, [f"{p.code} {p.place.line}:{p.place.column}" for p in problems.sorted()]


def good(source: str | bytes) -> Map:
    outline, problems = load(source)
    assert problems == []
    assert outline is not None
    return outline.root


def plain(node: Node) -> object:
    """A tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Seq):
        return [plain(item) for item in node.items]
    return {key: plain(child) for key, child in node.entries.items()}


def block(source: str) -> object:
    """The normal form of one block."""
    indented = source.strip("\n").replace("\n", "\n      ")
    root = good(f"title: x\nfindings: [y]\nsections:\n  - content:\n    - {indented}\n")
    (section,) = root.maps("sections")
    (made,) = section.maps("content")
    return plain(made)


def test_a_title_and_three_recommendations() -> None:
    root = good("title: Wells\nrecommendations:\n  - Meter.\n  - Publish.\n  - Trade.\n")
    assert plain(root) == {
        "title": "Wells",
        "recommendations": [{"action": "Meter."}, {"action": "Publish."}, {"action": "Trade."}],
    }


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("010", "010"),
        ("no", "no"),
        ("2026-12", "2026-12"),
        ("1:30", "1:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2026-11-22 10:00:00Z", "2026-11-22 10:00:00Z"),
        ("'null'", "null"),
        ("!!str null", "null"),
        ('"~"', "~"),
        ("=", "="),
        ("<<", "<<"),
        ("|\n  one\n  two", "one\ntwo\n"),
        (">-\n  one\n  two", "one two"),
        ('"a\\u00e9\\\n   b"', "aéb"),
        ("'it''s'", "it's"),
        ("e\u0301tude", "\u00e9tude"),
    ],
)
def test_scalars_are_text_as_written(written: str, text: str) -> None:
    title = good(f"title: {written}\n").text("title")
    assert title is not None
    assert title.text == text


@pytest.mark.parametrize("empty", ["", "null", "~", "Null", "NULL", '""', "[]"])
def test_what_is_empty_is_absent(empty: str) -> None:
    assert plain(good(f"title: x\nmarking: {empty}\nkeywords: {empty}\npublisher: {empty}\n")) == {"title": "x"}
    assert load(f"title: {empty}\n")[1] == ["outline/empty-value 1:1"]


def test_single_values_and_short_forms() -> None:
    root = good("""\
title: x
keywords: one
publisher: Institute
authors: [A. Author, {name: B. Author, role: Fellow}]
summary: [first, second]
sections:
  - findings
  - heading: Why
    content: a text
  - recommendations
findings: [found]
recommendations: {action: act, addresses: found-1, derived: yes}
references: a source
about: [one, two]
contact: us
notes: {1: a note, star: another}
design: {typefaces: {body: a.otf, display: {regular: b.otf, bold: c.otf}, fallback: d.otf}}
""")
    assert plain(root) == {
        "title": "x",
        "keywords": ["one"],
        "publisher": {"name": "Institute"},
        "authors": [{"name": "A. Author"}, {"name": "B. Author", "role": "Fellow"}],
        "summary": {"points": ["first", "second"]},
        "sections": [
            {"place": "findings"},
            {"heading": "Why", "content": [{"paragraph": "a text"}]},
            {"place": "recommendations"},
        ],
        "findings": [{"statement": "found"}],
        "recommendations": [{"action": "act", "addresses": ["found-1"], "derived": "yes"}],
        "references": ["a source"],
        "about": ["one", "two"],
        "contact": ["us"],
        "notes": {"1": "a note", "star": "another"},
        "design": {
            "typefaces": {
                "body": {"regular": "a.otf"},
                "display": {"regular": "b.otf", "bold": "c.otf"},
                "fallback": ["d.otf"],
            }
        },
    }
    assert root.maps("recommendations")[0].flag("derived", default=False)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a text", {"paragraph": "a text"}),
        ("findings", {"place": "findings"}),
        ("paragraph: a text", {"paragraph": "a text"}),
        ("heading: a heading", {"heading": {"text": "a heading"}}),
        ("heading: {text: a heading, id: a}", {"heading": {"text": "a heading", "id": "a"}}),
        ("pull_quote: a quote", {"pull_quote": {"text": "a quote"}}),
        ("pull_quote: {text: a, attribution: b}", {"pull_quote": {"text": "a", "attribution": "b"}}),
        ("list: one", {"list": [{"text": "one"}]}),
        ("list: [a, {text: b, numbered: [c]}]", {"list": [{"text": "a"}, {"text": "b", "numbered": [{"text": "c"}]}]}),
        ("numbered: [a]", {"numbered": [{"text": "a"}]}),
        ("box: a text", {"box": {"content": [{"paragraph": "a text"}]}}),
        ("box: [a, {heading: b}]", {"box": {"content": [{"paragraph": "a"}, {"heading": {"text": "b"}}]}}),
        ("box: {heading: a, content: b}", {"box": {"heading": "a", "content": [{"paragraph": "b"}]}}),
        ("stats: [{value: 010, label: a}]", {"stats": {"items": [{"value": "010", "label": "a"}]}}),
        ("stats: {value: 010, label: a}", {"stats": {"items": [{"value": "010", "label": "a"}]}}),
        (
            "stats: {items: {value: 7, label: a}, width: page}",
            {"stats": {"items": [{"value": "7", "label": "a"}], "width": "page"}},
        ),
        ("box: {list: [a]}", {"box": {"content": [{"list": [{"text": "a"}]}]}}),
        ("figure: {image: a.png, alt: b}", {"figure": {"image": "a.png", "alt": "b"}}),
        ("figure: {image: a.png, decorative: true}", {"figure": {"image": "a.png", "decorative": "true"}}),
        ("figure: {image: a.png, decorative: on, alt: ''}", {"figure": {"image": "a.png", "decorative": "on", "alt": ""}}),
        (
            "table: {head: ['', a], rows: [[1, ~], [no, 1:30]]}",
            {"table": {"head": ["", "a"], "rows": [["1", ""], ["no", "1:30"]]}},
        ),
        (
            "table: {head: [a, b], rows: [[1, 2]], align: right}",
            {"table": {"head": ["a", "b"], "rows": [["1", "2"]], "align": ["right", "right"]}},
        ),
    ],
)
def test_blocks(source: str, made: object) -> None:
    assert block(source) == made


def test_choices_lose_the_space_round_them() -> None:
    root = good("title: x\ndesign:\n  paper: |\n    letter\n  columns: ' 1 '\n  justify: 'no '\n")
    assert plain(root.map("design") or root) == {"paper": "letter", "columns": "1", "justify": "no"}


def test_places_of_keys_values_and_short_forms() -> None:
    root = good("title: x\npublisher: Institute\nfindings:\n  - one\n  - {statement: two}\n")
    publisher = root.map("publisher")
    assert publisher is not None
    places = [root.place, root.keys["findings"], publisher.keys["name"], *(item.place for item in root.maps("findings"))]
    assert [(place.line, place.column) for place in places] == [(1, 1), (3, 1), (2, 12), (4, 5), (5, 5)]
    assert {place.file for place in places} == {"brief.yaml"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks(end: str, mark: str) -> None:
    source = f"{mark}title: x{end}about: |{end}  one{end}  two{end}findings: [{{statement: y}}]{end}"
    root = good(source)
    assert root.texts("about")[0].text == "one\ntwo\n"
    assert str(root.maps("findings")[0].place) == "brief.yaml:5:12"
    assert str(root.keys["title"]) == "brief.yaml:1:1"


def test_anchors_aliases_and_merge_keys() -> None:
    root = good("""\
title: &t Wells
subtitle: *t
recommendations:
  - &first {action: one, for: us, by: 2027}
  - <<: *first
    action: two
  - {<<: [*first, {priority: high}], by: 2028}
""")
    assert root.entries["subtitle"] == root.entries["title"]
    assert plain(root)["recommendations"] == [  # type: ignore[index]  # plain gives what the outline is, a mapping here
        {"action": "one", "for": "us", "by": "2027"},
        {"action": "two", "for": "us", "by": "2027"},
        {"by": "2028", "action": "one", "for": "us", "priority": "high"},
    ]


def test_bad_parts_are_dropped_and_the_rest_stays() -> None:
    outline, problems = load("title: x\ndate: soon\nfindings: [{statement: a, confidence: so}, [b], c]\n")
    assert problems == ["outline/bad-value 2:7", "outline/bad-value 3:39", "outline/wrong-type 3:44"]
    assert outline is not None
    assert plain(outline.root) == {"title": "x", "findings": [{"statement": "a"}, {"statement": "c"}]}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "outline/empty 1:1"),
        (b"\xef\xbb\xbf", "outline/empty 1:1"),
        (b"\n\n# only this\n", "outline/empty 1:1"),
        (b"title: x\nabout: caf\xe9\n", "outline/not-utf8 2:11"),
        (b"title: x\r\nabout: \xc3\xa9\xff\r\n", "outline/not-utf8 2:9"),
        ("title: x\n".encode("utf-16"), "outline/not-utf8 1:1"),
        ("title: x\n".encode("utf-16-le"), "outline/not-utf8 1:1"),
        ("title: x\n".encode("utf-16-be"), "outline/not-utf8 1:1"),
        ("title: x\n".encode("utf-32"), "outline/not-utf8 1:1"),
        (b"title: x\nabout: a\0b\n", "outline/bad-character 2:9"),
        (b"title: x\nabout: a\x1bb\n", "outline/bad-character 2:9"),
        ("title: x\nabout: a\u2028b\n".encode(), "outline/bad-character 2:9"),
        ("title: x\nabout: a\x85b\n".encode(), "outline/bad-character 2:9"),
        ("title: x\nabout: a\ufeffb\n".encode(), "outline/bad-character 2:9"),
        (b"title: x\nabout: \xed\xa0\x80\n", "outline/not-utf8 2:8"),
        (b"title: " + 200 * b"[" + 200 * b"]", "outline/too-deep 1:47"),
        (b"about:\n" + b"".join(b" " * n + b"-\n" for n in range(200)), "outline/too-deep 41:40"),
        (b"title: x\nabout: " + LARGEST * b"a", "outline/too-large 0:0"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_bytes_that_are_no_outline(data: bytes, problem: str) -> None:
    outline, problems = load(data)
    assert outline is None
    assert problems == [problem]


def test_all_control_characters_of_a_text_but_not_of_a_binary_file() -> None:
    assert load("title: a\x01b\x02\n\x7fc")[1] == [f"outline/bad-character {at}" for at in ("1:9", "1:11", "2:1")]
    assert len(load(b"\x01" * 100)[1]) == 10


@pytest.mark.parametrize("kind", ["missing", "folder", "nul", "large", "link to itself"])
def test_files_that_cannot_be_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "nul":
        path = tmp_path / "a\0b.yaml"
    elif kind == "large":
        with path.open("wb") as stream:
            stream.truncate(50_000_000)
    elif kind == "link to itself":
        path.symlink_to(path)
    problems = Problems()
    assert read(path, problems) is None
    (problem,) = problems.sorted()
    assert problem.code == ("outline/too-large" if kind == "large" else "outline/unreadable")
    assert str(problem.place) == str(path)


def test_the_outline_knows_its_folder_file_and_source(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: x\r\n")
    outline = read(path, Problems())
    assert outline is not None
    assert (outline.folder, outline.file, outline.source) == (tmp_path, str(path), "title: x\n")


def bomb() -> str:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(["title: &a0 x", *lines])


HOSTILE = {
    "brackets": "[" * LARGEST,
    "lines of brackets": "[\n" * (LARGEST // 2),
    "dashes": "- " * (LARGEST // 2),
    "question marks": "? " * (LARGEST // 2),
    "anchors": "&a " * (LARGEST // 3),
    "items": "- a\n" * (LARGEST // 4),
    "keys": "a:\n" * (LARGEST // 3),
    "unknown keys": "".join(f"titel{n}: 1\n" for n in range(20_000)),
    "empty items": "findings:\n" + "- \n" * 40_000,
    "bad choices": "findings:\n" + "- {confidence: hihg, statement: b}\n" * 9_000,
    "alias bomb": bomb(),
    "text bomb": f"title: &a {'x' * 900_000}\nreferences: [{'*a,' * 30_000}]\n",
    "alias of its parent": "title: x\nfindings: &a [*a]\n",
    "tag directives": "\n" + "%TAG !a! b\n" * 90_000,
    "control escapes": "findings:\n" + '- "\\x01"\n' * 20_000,
    "comments": "findings:\n" + "- a #b\n" * 20_000 + "#" * 700_000,
    "quote over many lines": 'title: "' + "x\n" * 400_000 + '" y\n',
    "tabs": "\t" * LARGEST,
    "documents": "---\n" * (LARGEST // 4),
    "byte order marks": "\ufeff" * (LARGEST // 3),
    "merges": "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40)),
}


PATIENCE = 30.0  # seconds: what takes time with the square of its size takes minutes, on any machine


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_outlines_are_refused_in_time(name: str) -> None:
    data = HOSTILE[name].encode()[:LARGEST]
    started = time.process_time()
    outline, problems = load(data)
    assert time.process_time() - started < PATIENCE
    assert outline is None
    assert problems


YAML_SIGNS = st.text(st.sampled_from("ab:-#[]{},&*!|>'\"%@`?\\\n \t\r~<=.1é\u0301\u2028\0"), max_size=60)


@settings(max_examples=400, deadline=None)
@given(YAML_SIGNS | st.text(max_size=40))
@example("- ? : ")
@example("a: *a")
@example("&a a: *a")
@example("? [a]: b")
@example("<<: a")
@example("title: >2\n  \n a")
def test_any_text_gives_problems_or_an_outline(text: str) -> None:
    whole = "title: x\nabout:\n  - " + text
    for source in (text, whole):
        data = source.encode("utf-8", "surrogatepass")
        outline, problems = load(data)
        assert problems or outline is not None
        assert all(line.split()[0].startswith("outline/") for line in problems)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_give_problems_or_an_outline(data: bytes) -> None:
    outline, problems = load(data)
    assert problems or outline is not None


@settings(max_examples=300, deadline=None)
@given(YAML_SIGNS)
def test_every_place_is_in_the_file(text: str) -> None:
    source = "title: x\nabout:\n  - " + text
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in load(source)[1]:
        line, column = map(int, problem.split()[1].split(":"))
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


def test_the_hint_about_a_comment_loses_no_text() -> None:
    assert load("title: We are #1\n")[1] == ["outline/comment 1:15"]
    assert plain(good('title: "We are #1"\n')) == {"title": "We are #1"}
    assert plain(good("title: We are\n#1\n")) == {"title": "We are"}
    problems = Problems()
    read_text(b"title: We are #1\n", "brief.yaml", FOLDER, problems)
    hint = problems.sorted()[0].hint
    assert "quotes" in hint
    assert "space after" not in hint


@pytest.mark.parametrize(
    ("block", "way"),
    [
        ("sidebar: Words", "`aside`"),
        ('figure: {qr: "https://example.org", width: margin}', "`aside`"),
        ('figure: {qr: "https://example.org", here: true}', "leave out `here`"),
    ],
)
def test_the_hint_names_the_way_out(block: str, way: str) -> None:
    problems = Problems()
    text = f"title: T\nrecommendations: [Act.]\nsections:\n  - content:\n      - {block}\n"
    read_text(text.encode(), "brief.yaml", FOLDER, problems)
    assert [way in problem.hint for problem in problems.sorted()] == [True]


@pytest.mark.parametrize(
    ("named", "there", "meant"),
    [
        ("brief", ["brief.yaml", "house.yaml"], "brief.yaml"),
        ("brief.yaml", ["brief.yml"], "brief.yml"),
        ("brief.yaml", ["report.yaml"], "report.yaml"),
        ("rport.yaml", ["report.yaml", "a.yaml", "z.txt"], "report.yaml"),
        ("brief.yaml", ["x.yaml", "z.yaml"], ""),
        ("brief.yaml", [], ""),
    ],
)
def test_an_outline_of_another_name_is_offered(tmp_path: Path, named: str, there: list[str], meant: str) -> None:
    for name in there:
        (tmp_path / name).touch()
    problems = Problems()
    assert read(tmp_path / named, problems) is None
    (problem,) = problems.sorted()
    assert problem.hint.startswith(f"did you mean `{tmp_path / meant}`?" if meant else "name another")
