"""Messages that somebody can follow who has never seen YAML: each at its place, and following it to the letter mends it."""

import re
from pathlib import Path

import PIL.Image
import pytest
from support.mistakes import BASE, IMAGE, UNKNOWN, VALUE, YAML, Mistake
from support.mistakes import MISTAKES as EARLIER
from support.newcomers import NEWCOMERS

from briefgen.content.compose import compose
from briefgen.outline.parse import parse
from briefgen.outline.read import read_text
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problem, Problems

MARK = "‸"
MISTAKES = [*EARLIER, *NEWCOMERS]
EXAMPLES = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: " ".join(mistake.new.split())[:50])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures that the outline names."""
    made = tmp_path_factory.mktemp("outline")
    (made / "assets").mkdir()
    for name in ("logo.png", "map.png"):
        PIL.Image.new("RGB", (90, 30), "#336699").save(made / "assets" / name)
    return made


def said(text: str, folder: Path) -> list[Problem]:
    problems = Problems()
    outline = read_text(text.encode(), "brief.yaml", folder, problems)
    if outline is not None:
        compose(outline, problems)
    return problems.sorted()


def marked(text: str) -> tuple[str, list[str]]:
    """A text without its marks, and the place of each."""
    places = []
    while MARK in text:
        at = text.index(MARK)
        places.append(f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}")
        text = text.replace(MARK, "", 1)
    return text, places


def changed(mistake: Mistake, new: str) -> str:
    assert mistake.old in BASE
    return BASE.replace(mistake.old, new, 1)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", text.lower()))


def scalars(node: Node) -> str:
    """All that the outline says: keys, texts, and nothing that YAML takes for a comment."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Seq):
        return "\n".join(map(scalars, node.items))
    return "\n".join(f"{key} {scalars(child)}" for key, child in node.entries.items())


def test_the_sound_outline_is_sound(folder: Path) -> None:
    assert said(BASE, folder) == []
    assert len({mistake.new for mistake in MISTAKES}) >= 150


@EXAMPLES
def test_it_is_said_at_its_place_with_its_hint(mistake: Mistake, folder: Path) -> None:
    text, places = marked(changed(mistake, mistake.new))
    found = said(text, folder)
    of_it = [problem for problem in found if problem.code == mistake.code]
    assert sorted(problem.code for problem in found if problem not in of_it) == sorted(mistake.also), found
    assert [f"{problem.place.line}:{problem.place.column}" for problem in of_it] == (places or [mock_place(of_it)]), found
    assert all(mistake.hint in problem.hint for problem in of_it), found


def test_what_stands_below_another_word_for_a_key_is_told_in_the_same_round(folder: Path) -> None:
    text = (
        BASE.replace("sections:", "chapters:")
        .replace("assets/map.png", "assets/mpa.png")
        .replace("by: April", "when: April")
    )
    assert [problem.code for problem in said(text, folder)] == [UNKNOWN, IMAGE, UNKNOWN]


def mock_place(found: list[Problem]) -> str:
    """What is missing has no place of its own: that of its mapping."""
    (problem,) = found
    return f"{problem.place.line}:{problem.place.column}"


@EXAMPLES
def test_following_the_hint_mends_it_and_loses_no_word(mistake: Mistake, folder: Path) -> None:
    wrong, _ = marked(changed(mistake, mistake.new))
    after = changed(mistake, mistake.follow)
    assert said(after, folder) == []
    root = parse(after, "brief.yaml", Problems())
    assert isinstance(root, Map)
    kept = words(scalars(root))
    assert words(wrong) - kept <= words(mistake.new) - words(mistake.follow)
    assert words(mistake.follow) <= kept | words(mistake.new)


def followed(text: str, problem: Problem) -> str | None:
    """The text after a program has done what a hint says; None when a person has to do it."""
    lines = text.split("\n")
    line, start = problem.place.line - 1, problem.place.column - 1
    source = lines[line]
    exact = re.fullmatch(r"(?:did you mean|write) `([^`…]+)`\??", problem.hint) or re.fullmatch(
        r"write (\S+|\"[^\"]+\")", problem.hint
    )
    whole = re.fullmatch(r"put the whole text in quotes: (\"[^…]*\"|'[^…]*')", problem.hint)
    if problem.code == UNKNOWN and exact and ":" in exact[1]:  # the key and its value
        end = re.compile(r"[,}]").search(source, start)
        return "\n".join(
            [*lines[:line], source[:start] + exact[1] + source[end.start() if end else len(source) :], *lines[line + 1 :]]
        )
    if problem.code == UNKNOWN and exact:
        return "\n".join([*lines[:line], source[:start] + exact[1] + source[source.index(":", start) :], *lines[line + 1 :]])
    if exact and problem.code in {VALUE, IMAGE, "content/unknown-language", "content/unknown-finding"}:
        end = re.compile(r"[,\]}]|$" if re.search(r"[\[{]", source[:start]) else "$").search(source, start)
        assert end is not None
        return "\n".join([*lines[:line], source[:start] + exact[1] + source[end.start() :], *lines[line + 1 :]])
    if whole and problem.code in {YAML, UNKNOWN}:
        bare = whole[1][1:-1].replace("''", "'") if whole[1][0] == "'" else whole[1][1:-1]
        if bare in source:
            return "\n".join([*lines[:line], source.replace(bare, whole[1], 1), *lines[line + 1 :]])
    return None


@EXAMPLES
def test_a_program_can_follow_hints_that_name_what_to_write(mistake: Mistake, folder: Path) -> None:
    """One problem after the other: each step leaves fewer of them, and no word is lost."""
    text, _ = marked(changed(mistake, mistake.new))
    before = said(text, folder)
    steps = [(problem, after) for problem in before if (after := followed(text, problem)) is not None]
    for problem, after in steps:
        found = said(after, folder)
        assert len(found) < len(before), (problem, found)
        root = parse(after, "brief.yaml", Problems())
        if isinstance(root, Map) and problem.code in {YAML, UNKNOWN} and problem.hint.startswith("put"):
            assert words(text) <= words(scalars(root))


def test_a_program_can_follow_many_of_them(folder: Path) -> None:
    able = 0
    for mistake in MISTAKES:
        text, _ = marked(changed(mistake, mistake.new))
        able += any(followed(text, problem) is not None for problem in said(text, folder))
    assert able >= 70
