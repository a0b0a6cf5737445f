"""Files that an outline names: what is opened, and what is refused."""

import os
import struct
import zlib
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from support.composed import Composed, Desk

from briefgen.content.brief import Figure
from briefgen.content.raster import opened


def figure(desk: Desk, path: str) -> Composed:
    return desk.compose(f"title: T\nsections:\n  - content:\n      - figure: {{image: {path!r}, alt: a}}\n")


def picture_of(done: Composed) -> Figure:
    assert done.codes == []
    found = done.element("s1.b1")
    assert isinstance(found, Figure)
    return found


def draw(kind: str, size: tuple[int, int] = (30, 20), **more: object) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff", "webp", "gif"])
def test_pictures_are_measured(desk: Desk, kind: str) -> None:
    (desk.folder / "assets").mkdir()
    (desk.folder / "assets" / f"a b.{kind}").write_bytes(draw(kind))
    made = picture_of(figure(desk, f"assets/a b.{kind}"))
    assert (made.picture.width, made.picture.height) == (30, 20)
    assert made.picture.path == (desk.folder / "assets" / f"a b.{kind}").resolve()
    assert made.picture.place.line == 4


def test_backslashes_and_dots_in_paths(desk: Desk) -> None:
    (desk.folder / "a").mkdir()
    (desk.folder / "b.png").write_bytes(draw("png"))
    picture_of(figure(desk, "a\\..\\b.png"))
    picture_of(figure(desk, "./b.png"))


def test_exif_turns_a_picture(desk: Desk) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (desk.folder / "a.jpg").write_bytes(draw("jpeg", exif=exif))
    picture = picture_of(figure(desk, "a.jpg")).picture
    assert (picture.width, picture.height) == (20, 30)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("https://x.org/a.png", "content/remote-file"),
        ("HTTP:a.png", "content/remote-file"),
        ("data:image/png;base64,AAAA", "content/remote-file"),
        ("file:///etc/passwd", "content/path-outside"),
        ("/etc/hostname", "content/path-outside"),
        ("//server/share/a.png", "content/path-outside"),
        ("\\\\server\\a.png", "content/path-outside"),
        ("C:\\a.png", "content/path-outside"),
        ("../a.png", "content/path-outside"),
        ("a/../../a.png", "content/path-outside"),
        ("a.png", "content/missing-image"),
        ("folder", "content/missing-image"),
        (".", "content/missing-image"),
        ("a\\0.png", "content/missing-image"),
        ("x" * 1500, "content/missing-image"),
    ],
)
def test_paths_that_are_refused(desk: Desk, path: str, code: str) -> None:
    (desk.folder / "folder").mkdir()
    done = figure(desk, path)
    assert done.said == [f"{code} 4:25"]
    assert done.brief.sections[0].blocks == ()


def test_nul_in_a_path(desk: Desk) -> None:
    done = desk.compose('title: T\npublisher: {name: P, logo: "a\\0b"}\n')
    assert done.said == ["content/missing-image 2:28", "outline/bad-character 2:30"]


def test_links_out_of_the_folder_are_refused(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.png").write_bytes(draw("png"))
    (desk.folder / "file.png").symlink_to(outside / "a.png")
    (desk.folder / "folder").symlink_to(outside)
    (desk.folder / "loop.png").symlink_to(desk.folder / "loop.png")
    assert figure(desk, "file.png").codes == ["content/path-outside"]
    assert figure(desk, "folder/a.png").codes == ["content/path-outside"]
    assert figure(desk, "folder/missing.png").codes == ["content/path-outside"]
    assert figure(desk, "loop.png").codes == ["content/missing-image"]


def test_an_outline_in_a_linked_folder(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    (desk.folder / "a.png").write_bytes(draw("png"))
    link = tmp_path_factory.mktemp("x") / "link"
    link.symlink_to(desk.folder)
    picture_of(figure(Desk(link), "a.png"))


def test_a_misspelt_name_has_a_hint(desk: Desk) -> None:
    (desk.folder / "assets").mkdir()
    (desk.folder / "assets" / "Map.png").write_bytes(draw("png"))
    assert figure(desk, "assets/map.pgn").problems[0].hint == "did you mean `assets/Map.png`?"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is this large, and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 8000), (12000, 12000), (60000, 60000), (2**31 - 1, 2**31 - 1)])
def test_decompression_bombs(desk: Desk, size: tuple[int, int]) -> None:
    (desk.folder / "a.png").write_bytes(bomb(*size))
    assert figure(desk, "a.png").codes == ["content/image-too-large"]


def test_a_file_too_large(desk: Desk) -> None:
    with (desk.folder / "a.png").open("wb") as stream:
        stream.truncate(70_000_000)
    assert figure(desk, "a.png").codes == ["content/image-too-large"]


@pytest.mark.parametrize("kind", ["jpeg", "tiff", "webp", "gif", "bmp", "avif"])
def test_a_picture_is_opened_once(desk: Desk, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some formats are decoded as they are opened; two pictures at a time would take twice the memory."""
    times = 0

    def counted(path: Path) -> AbstractContextManager[Image.Image]:
        nonlocal times
        times += 1
        return opened(path)

    monkeypatch.setattr("briefgen.content.raster.opened", counted)
    (desk.folder / "a").write_bytes(draw(kind))
    picture_of(figure(desk, "a"))
    assert times == 1


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff", "webp", "gif"])
def test_files_cut_short(desk: Desk, kind: str) -> None:
    whole = draw(kind, (200, 200))
    (desk.folder / "a").write_bytes(whole[: len(whole) * 2 // 3])
    assert figure(desk, "a").codes == ["content/bad-image"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not an image",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"BM" + bytes(60),
        draw("ppm"),
        bomb(0, 0),
        b"GIF89a",
    ],
)
def test_what_is_no_image(desk: Desk, data: bytes) -> None:
    (desk.folder / "a.svg").write_bytes(data)
    assert figure(desk, "a.svg").said == ["content/bad-image 4:25"]


def test_a_pipe_is_not_waited_for(desk: Desk) -> None:
    os.mkfifo(desk.folder / "pipe.png")
    assert figure(desk, "pipe.png").codes == ["content/missing-image"]


def test_an_unreadable_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (desk.folder / "a.png").write_bytes(draw("png"))
    # not by the file's mode: whoever is root may read everything
    monkeypatch.setattr(Image, "open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    assert figure(desk, "a.png").codes == ["content/bad-image"]


def test_a_logo_is_an_ornament_unless_it_says_something(desk: Desk) -> None:
    (desk.folder / "a.png").write_bytes(draw("png"))
    for more, alt, decorative in (("", "", True), (", logo_alt: A  tree", "A tree", False)):
        logo = desk.compose(f"title: T\npublisher: {{name: P, logo: a.png{more}}}\n").brief.front.masthead.logo
        assert logo is not None
        assert (logo.alt, logo.decorative) == (alt, decorative)


def test_typefaces_are_found_in_the_folder(desk: Desk) -> None:
    (desk.folder / "a.ttf").write_bytes(b"font")
    faces = "{body: {regular: a.ttf, bold: b.ttf}, display: ../c.ttf, fallback: [a.ttf, 'https://x/d.ttf']}"
    done = desk.compose(f"title: T\ndesign: {{typefaces: {faces}}}\n")
    assert done.codes == ["typeset/bad-font", "content/path-outside", "content/remote-file"]
    design = done.brief.design
    assert design.body is not None
    assert (design.body.regular, design.body.bold) == (Path(desk.folder / "a.ttf").resolve(), None)
    assert (design.display, len(design.fallback)) == (None, 1)
