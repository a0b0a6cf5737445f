"""White that no setting takes away is told, with the lines that would fill it; ordinary briefs hear nothing of it."""

import re
from pathlib import Path

from briefgen.build import check

WORDS = "The quick survey of wells counted every pump that still works in the valley, and every one that is dry. "
LINE = "Every pump that works is counted and noted. "  # of a column, about
RECOMMENDED = "".join(f"  - {{action: Mend well {number}, rationale: '{WORDS * 19}'}}\n" for number in range(3))


def told(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """The advice on white: its rule, line, and hint."""
    path = folder / "brief.yaml"
    path.write_text(text)
    found = [problem for problem in check(path, advice=True).problems if problem.code.endswith("-page")]
    return [(problem.code, f"{problem.place.line}:{problem.place.column}", problem.hint) for problem in found]


def paragraphs(count: int) -> str:
    return "".join(f"      - {WORDS * 6}\n" for _ in range(count))


def test_a_page_that_ends_early_is_told_with_the_lines_that_fill_it(tmp_path: Path) -> None:
    """Recommendations that are never parted find no room on page 1; with so many lines more there is no white."""
    head = f"title: Wells\nsections:\n  - heading: Count\n    content:\n{paragraphs(6)}"
    ((code, place, hint),) = told(tmp_path, f"{head}recommendations:\n{RECOMMENDED}")
    assert (code, place) == ("advice/white-page", "3:14")
    lines = re.fullmatch(r"lengthen “Count” by about (\d+) lines", hint)
    assert lines
    more = f"      - {LINE * int(lines[1])}\n"
    assert told(tmp_path, f"{head}{more}recommendations:\n{RECOMMENDED}") == []


def test_a_last_page_that_is_nearly_empty_is_told(tmp_path: Path) -> None:
    text = "title: Wells\nsections:\n  - {heading: Count, content: [A text.]}\n"
    text += "  - {heading: Publish, new_page: true, content: [Another.]}\n"
    ((code, place, hint),) = told(tmp_path, text)
    assert (code, place) == ("advice/sparse-last-page", "4:15")
    assert "`new_page`" in hint
    assert told(tmp_path, text.replace("new_page: true, ", "")) == []
    ((_, _, hint),) = told(tmp_path, text + "design: {pages: 2}\n")
    assert hint.startswith("lengthen")


def test_what_is_too_long_by_some_lines_can_be_shortened_by_them(tmp_path: Path) -> None:
    head = "title: Wells\nsections:\n  - heading: Count\n    content:\n"
    ((code, _, hint),) = told(tmp_path, f"{head}      - {LINE * 130}\n")
    fewer = re.match(r"shorten the text by about (\d+) lines, and it takes a page less", hint)
    assert fewer
    assert code == "advice/sparse-last-page"
    assert told(tmp_path, f"{head}      - {LINE * (130 - int(fewer[1]))}\n") == []


def test_a_panel_alone_is_told_and_where_a_cover_stands_before_it_nothing_is_to_be_shortened(tmp_path: Path) -> None:
    text = "title: Wells\nacknowledgements: Whoever counts wells knows them.\n"
    ((code, place, hint),) = told(tmp_path, text + "design: {cover: plate}\n")
    assert (code, place) == ("advice/sparse-last-page", "1:8")
    assert "shorten" not in hint
    assert told(tmp_path, text) == []


def test_the_outline_can_switch_it_off(tmp_path: Path) -> None:
    text = "title: Wells\nabout: Whoever counts wells knows them.\ndesign: {cover: plate}\n"
    assert told(tmp_path, text + "advice: {without: [sparse-last-page]}\n") == []
