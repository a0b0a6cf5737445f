"""What a cover is made of: its kind, its picture, the point of it that stays in view."""

from pathlib import Path

import pytest
from PIL import Image
from support.art import DRAWING

from briefgen.content.brief import Brief, Cover
from briefgen.content.compose import compose
from briefgen.geometry import mm
from briefgen.outline.read import read_text
from briefgen.problem import Problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (300, 200), "#336699").save(tmp_path / "river.png")
    (tmp_path / "lines.svg").write_text(DRAWING, encoding="utf-8")
    return tmp_path


def made(cover: str, folder: Path) -> tuple[Brief, list[str]]:
    problems = Problems()
    text = f"title: Water\ndesign: {{cover: {cover}}}\n"
    outline = read_text(text.encode(), "brief.yaml", folder, problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    return brief, [problem.code for problem in problems.sorted()]


def test_a_word_is_the_kind(folder: Path) -> None:
    assert made("column", folder)[0].front.cover == Cover("column")
    assert made("masthead", folder)[0].front.cover == Cover()


def test_a_picture_alone_asks_for_a_cover_with_it(folder: Path) -> None:
    brief, codes = made("{picture: river.png, alt: A river, focus: [20, 80], height: 150mm, credit: A. Example}", folder)
    cover = brief.front.cover
    assert codes == []
    assert (cover.kind, cover.focus, cover.height) == ("picture", (0.2, 0.8), mm(150))
    assert cover.figure is not None
    assert cover.figure.alt == "A river"
    assert cover.figure.credit is not None


def test_words_stand_on_no_drawing_but_beside_one(folder: Path) -> None:
    brief, codes = made("{picture: lines.svg, alt: Lines}", folder)
    assert (brief.front.cover.kind, codes) == ("band", ["content/cover-of-lines"])
    brief, codes = made("{kind: plate, picture: lines.svg, alt: Lines}", folder)
    assert (brief.front.cover.kind, codes) == ("plate", [])


def test_an_ornament_needs_no_words(folder: Path) -> None:
    brief, codes = made("{picture: river.png, decorative: true}", folder)
    assert codes == []
    assert brief.front.cover.figure is not None
    assert brief.front.cover.figure.decorative
