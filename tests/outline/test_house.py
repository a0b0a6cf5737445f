"""What the briefs of one house share: the outline's own words win, and messages point into the file that has the mistake."""

from pathlib import Path

import pytest
from PIL import Image

from briefgen.build import build
from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.extract import extract
from briefgen.outline.read import read
from briefgen.problem import Problems

HOUSE = """\
publisher: {name: House, logo: logo.png, url: "https://example.org"}
design: {accent: "#205080", columns: 1}
series: House brief
labels: {recommendation: Advice}
disclaimer: Ours.
"""
OUTLINE = "title: T\nhouse: house/house.yaml\ndesign: {accent: '#802020'}\ndisclaimer: Our own.\nrecommendations: [Do]\n"


def composed(folder: Path, house: str = HOUSE, outline: str = OUTLINE) -> tuple[Brief | None, list[str]]:
    (folder / "house").mkdir(exist_ok=True)
    (folder / "house" / "house.yaml").write_text(house, encoding="utf-8")
    Image.new("RGB", (40, 40), "navy").save(folder / "house" / "logo.png")
    (folder / "brief.yaml").write_text(outline, encoding="utf-8")
    problems = Problems()
    found = read(folder / "brief.yaml", problems)
    brief = compose(found, problems) if found else None
    return brief, [
        f"{each.code} {Path(each.place.file).name}:{each.place.line}:{each.place.column}" for each in problems.sorted()
    ]


def test_the_house_says_what_the_outline_does_not(tmp_path: Path) -> None:
    brief, said = composed(tmp_path)
    assert said == []
    assert brief is not None
    masthead = brief.front.masthead
    assert masthead.publisher is not None
    assert masthead.publisher.plain == "House"
    assert masthead.logo is not None
    assert masthead.logo.picture.path == tmp_path.resolve() / "house" / "logo.png"
    assert brief.design.columns == 1
    assert brief.design.accent == "#802020"
    assert brief.back is not None
    assert [entry.blocks for entry in brief.back.entries if entry.kind == "disclaimer"]
    assert "Ours." not in repr(brief.back)


def test_a_name_alone_keeps_the_logo_of_the_house(tmp_path: Path) -> None:
    brief, said = composed(tmp_path, outline=OUTLINE + "publisher: Our own\n")
    assert said == []
    assert brief is not None
    assert brief.front.masthead.publisher is not None
    assert brief.front.masthead.publisher.plain == "Our own"
    assert brief.front.masthead.logo is not None


@pytest.mark.parametrize(
    ("house", "said"),
    [
        ("publisher: {name: House, lgo: a.png}\n", ["outline/unknown-key house.yaml:1:26"]),
        ("publisher: {name: House, logo: lgo.png}\n", ["content/missing-image house.yaml:1:32"]),
        ("title: Mine\n", ["outline/unknown-key house.yaml:1:1"]),
        ("house: other.yaml\n", ["outline/unknown-key house.yaml:1:1"]),
        ("- a\n", ["outline/wrong-type house.yaml:1:1"]),
        ("", ["outline/empty house.yaml:1:1"]),
        ("publisher: {name: House\n", ["outline/bad-yaml house.yaml:1:12"]),
        ("publisher: {name: House, logo: ../../x.png}\n", ["content/path-outside house.yaml:1:32"]),
    ],
)
def test_a_mistake_of_the_house_is_said_there(tmp_path: Path, house: str, said: list[str]) -> None:
    assert composed(tmp_path, house)[1] == said


@pytest.mark.parametrize(
    ("named", "code"),
    [("../house.yaml", "content/path-outside"), ("/etc/hosts", "content/path-outside"), ("house", "content/unknown-house"),
     ("file:house.yaml", "content/path-outside"), ("[a]", "outline/wrong-type"), ("''", "")],
)  # fmt: skip
def test_a_house_that_is_none_is_said_in_the_outline(tmp_path: Path, named: str, code: str) -> None:
    said = composed(tmp_path, outline=OUTLINE.replace("house/house.yaml", named))[1]
    assert said == ([f"{code} brief.yaml:2:8"] if code else [])


def test_a_pdf_with_its_source_carries_the_house(tmp_path: Path) -> None:
    composed(tmp_path, outline=OUTLINE.replace("design: {", "design: {embed_source: true, "))
    first = build(tmp_path / "brief.yaml", tmp_path / "a.pdf", epoch=0)
    assert first.output is not None
    assert extract(str(tmp_path / "a.pdf"), str(tmp_path / "out")).good
    again = build(tmp_path / "out" / "brief.yaml", tmp_path / "b.pdf", epoch=0)
    assert again.output is not None
    assert first.output.read_bytes() == again.output.read_bytes()


def test_a_key_that_no_house_has_is_said_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("titel: x\n")
    (tmp_path / "brief.yaml").write_text("title: T\nhouse: house.yaml\nrecommendations: [Do]\n")
    problems = Problems()
    read(tmp_path / "brief.yaml", problems)
    assert [(each.code, "house" in each.message) for each in problems.sorted()] == [("outline/unknown-key", True)]
