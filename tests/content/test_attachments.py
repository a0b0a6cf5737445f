"""The files that a PDF carries along: which, and which cannot be."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.build import check
from briefgen.content.attachments import MOST_FILES, faults, media_of


def said(folder: Path, text: str, name: str = "brief.yaml") -> list[tuple[str, int, int]]:
    (folder / name).write_text(text, encoding="utf-8")
    return [(each.code, each.place.line, each.place.column) for each in check(folder / name).problems]


def logo(name: str) -> str:
    return f"title: Wells\npublisher:\n  name: We\n  logo: {name}\ndesign: {{embed_source: true}}\n"


PICTURE = Path(__file__).parents[2] / "assets" / "emblem.png"


@pytest.mark.parametrize("name", ["C.png", "a name with spaces.png", "Karte der Brünnen – 井.png"])
def test_usual_names_are_good(tmp_path: Path, name: str) -> None:
    shutil.copy(PICTURE, tmp_path / name)
    assert said(tmp_path, logo(name)) == []


def test_a_way_in_from_outside_is_none(tmp_path: Path) -> None:
    shutil.copy(PICTURE, tmp_path / "a.png")
    assert said(tmp_path, logo(f"../{tmp_path.name}/a.png")) == [("content/cannot-embed", 4, 9)]
    assert said(tmp_path, logo("b/../a.png")) == []


def test_names_that_differ_in_capitals_alone(tmp_path: Path) -> None:
    for name in ("a.png", "A.png"):
        shutil.copy(PICTURE, tmp_path / name)
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system does not tell capitals apart")
    figure = "sections: [{content: [{figure: {image: A.png, decorative: true}}]}]"
    assert said(tmp_path, logo("a.png") + figure) == [("content/cannot-embed", 4, 9)]


@pytest.mark.skipif(Path("a\\b").name == "b", reason="a backslash divides folders here")
def test_an_outline_of_an_odd_name(tmp_path: Path) -> None:
    assert said(tmp_path, "title: Wells\ndesign: {embed_source: true}\n", "a\\b.yaml") == [("content/cannot-embed", 0, 0)]


@pytest.mark.parametrize(("bits", "free"), [(0, True), (0x100, True), (4, False), (8, False), (0x108, False)])
def test_fonts_have_to_be_free(tmp_path: Path, square_font: Path, bits: int, free: bool) -> None:
    font = TTFont(square_font)
    font["OS/2"].fsType = bits
    font.save(tmp_path / "f.ttf")
    faces = "title: Wells\ndesign:\n  typefaces: {fallback: [f.ttf]}\n  embed_source: "
    assert said(tmp_path, faces + "false\n") == []
    assert said(tmp_path, faces + "true\n") == ([] if free else [("typeset/font-not-embeddable", 3, 26)])


def test_together_they_are_not_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(PICTURE, tmp_path / "a.png")
    text = logo("a.png")
    monkeypatch.setattr("briefgen.content.attachments.MOST_BYTES", PICTURE.stat().st_size + len(text))
    assert said(tmp_path, text) == []
    monkeypatch.setattr("briefgen.content.attachments.MOST_BYTES", PICTURE.stat().st_size + len(text) - 1)
    assert said(tmp_path, text) == [("content/cannot-embed", 4, 9)]


def test_faults_are_found_in_linear_time() -> None:
    assert faults([f"{number}/{number}" for number in range(MOST_FILES)]) == {}
    assert set(faults(["a", "b/c", "a/b", "b", "d/a"])) == {"a/b", "b/c"}


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"\x89PNG\r\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"OTTO", "font/otf"),
        (bytes(36) + b"acsp", "application/vnd.iccprofile"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_how_it_begins(data: bytes, media: str) -> None:
    assert media_of(data) == media
