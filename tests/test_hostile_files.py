"""Files that somebody made to break briefgen, or that only seem to be outlines: a problem each, in bounded time and memory.

Each is built by a process of its own, as a user would, whose peak memory the system measures.
"""

import json
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

MEMORY = 300_000  # kB
PATIENCE = 10  # seconds; a generous guard, for the promise of two is kept on a machine that does nothing else
GOOD_PDF = b"the last good one"


def figure(name: str) -> str:
    return f"title: Wells\nsections: [{{content: [{{figure: {{image: {name}, alt: A picture}}}}]}}]\n"


IMAGE = "2:40"  # where `figure` names the image


def png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def empty(folder: Path) -> str:
    (folder / "brief.yaml").touch()
    return "outline/empty 1:1"


def nothing_there(_: Path) -> str:
    return "outline/unreadable"


def a_folder(folder: Path) -> str:
    (folder / "brief.yaml").mkdir()
    return "outline/unreadable"


def unreadable(folder: Path) -> str:
    (folder / "brief.yaml").symlink_to("brief.yaml")  # permissions do not stop root; a loop stops everybody
    return "outline/unreadable"


def endless(folder: Path) -> str:
    (folder / "brief.yaml").symlink_to("/dev/zero")
    return "outline/too-large"


def nul(folder: Path) -> str:
    (folder / "brief.yaml").write_bytes(b"title: Wells\nsubtitle: a\0b\n")
    return "outline/bad-character 2:12"


def utf_16(folder: Path) -> str:
    (folder / "brief.yaml").write_text("title: Wells\n", encoding="utf-16")
    return "outline/not-utf8 1:1"


def latin_1(folder: Path) -> str:
    (folder / "brief.yaml").write_text("title: Wells\nsubtitle: Señor\n", encoding="latin-1")
    return "outline/not-utf8 2:13"


def a_binary(folder: Path) -> str:
    (folder / "brief.yaml").write_bytes(png(1, 1, zlib.compress(b"\0\0")))
    return "outline/wrong-file"


def fifty_megabytes(folder: Path) -> str:
    with (folder / "brief.yaml").open("wb") as stream:
        stream.write(b"title: Wells\n")
        stream.truncate(50_000_000)
    return "outline/too-large"


def levels(folder: Path) -> str:
    (folder / "brief.yaml").write_text("title: Wells\nsections: " + "[" * 200 + "]" * 200 + "\n")
    return "outline/too-deep 2:50"


def alias_bomb(folder: Path) -> str:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (folder / "brief.yaml").write_text("\n".join(["title: &a0 lol", *lines]))
    return "outline/too-many-nodes 6:40"


def alias_of_itself(folder: Path) -> str:
    (folder / "brief.yaml").write_text("title: Wells\nabout: &all [one, *all]\n")
    return "outline/too-many-nodes 2:19"


def huge_number(folder: Path) -> str:
    (folder / "brief.yaml").write_text(f"title: Wells\ndesign: {{pages: {'9' * 900_000}}}\n")
    return "outline/bad-value 2:17"


def write(folder: Path, **keys: object) -> None:
    (folder / "brief.yaml").write_text(json.dumps({"title": "Wells"} | keys, ensure_ascii=False), encoding="utf-8")


def content(folder: Path, *blocks: object) -> None:
    write(folder, sections=[{"content": blocks}])


CONTENT = "1:47"  # where `content` has its first block


def long_word(folder: Path) -> str:
    content(folder, "x" * 980_000)
    return "outline/too-long 1:46"


def long_paragraph(folder: Path) -> str:
    content(folder, "a short one\n\n" + "word " * 190_000)
    return "outline/too-long 1:62"


def long_title(folder: Path) -> str:
    write(folder, title="word " * 60_000)
    return "outline/too-long 1:11"


def long_marking(folder: Path) -> str:
    write(folder, marking="SECRET " * 40_000)
    return "outline/too-long 1:31"


def backticks(folder: Path) -> str:
    content(folder, "`" * 900_000)
    return "outline/too-long 1:46"


def hundred_thousand_items(folder: Path) -> str:
    content(folder, {"list": ["a"] * 100_000})
    return "outline/too-many-nodes 1:250051"


def twenty_thousand_stats(folder: Path) -> str:
    content(folder, {"stats": [{"value": "1", "label": "well"}] * 20_000})
    return "outline/too-many-nodes 1:330024"


def three_hundred_columns(folder: Path) -> str:
    content(folder, {"table": {"head": ["a"] * 300, "rows": [["x y"] * 300] * 100}})
    return "layout/too-wide 1:56"


def forty_thousand_authors(folder: Path) -> str:
    write(folder, authors=["Ann"] * 40_000)
    return "outline/too-long 1:3532"


def ideographs(folder: Path) -> str:
    content(folder, "\u4e2d" * 19_000)
    return f"typeset/missing-script {CONTENT}"


def bomb(folder: Path) -> str:
    (folder / "image.png").write_bytes(png(100_000, 100_000, zlib.compress(b"\0" * 1_000_000)))
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/image-too-large {IMAGE}"


def truncated(folder: Path) -> str:
    whole = png(100, 100, zlib.compress(os.urandom(10_100)))
    (folder / "image.png").write_bytes(whole[: len(whole) // 2])
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/bad-image {IMAGE}"


def text_as_image(folder: Path) -> str:
    (folder / "image.png").write_text("not an image")
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/bad-image {IMAGE}"


def device_as_image(folder: Path) -> str:
    (folder / "brief.yaml").write_text(figure("/dev/zero"))
    return f"content/path-outside {IMAGE}"


def pipe_as_image(folder: Path) -> str:
    os.mkfifo(folder / "image.png")
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/missing-image {IMAGE}"


def image_from_afar(folder: Path) -> str:
    (folder / "brief.yaml").write_text(figure("http://example.org/image.png"))
    return f"content/remote-file {IMAGE}"


def image_above(folder: Path) -> str:
    (folder.parent / "image.png").write_bytes(png(1, 1, zlib.compress(b"\0\0")))
    (folder / "brief.yaml").write_text(figure("../image.png"))
    return f"content/path-outside {IMAGE}"


def link_to_above(folder: Path) -> str:
    (folder.parent / "image.png").write_bytes(png(1, 1, zlib.compress(b"\0\0")))
    (folder / "image.png").symlink_to("../image.png")
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/path-outside {IMAGE}"


def link_to_itself(folder: Path) -> str:
    (folder / "image.png").symlink_to("image.png")
    (folder / "brief.yaml").write_text(figure("image.png"))
    return f"content/missing-image {IMAGE}"


def font_cut_short(folder: Path) -> str:
    (folder / "font.otf").write_bytes(b"OTTO\0\x05" + b"\xff" * 200)
    (folder / "brief.yaml").write_text("title: Wells\ndesign: {typefaces: {body: font.otf}}\n")
    return "typeset/bad-font 2:28"


MAKERS = [
    *(empty, nothing_there, a_folder, unreadable, endless, nul, utf_16, latin_1, a_binary, fifty_megabytes, levels),
    *(alias_bomb, alias_of_itself, huge_number, bomb, truncated, text_as_image, device_as_image, pipe_as_image),
    *(long_word, long_paragraph, long_title, long_marking, backticks, hundred_thousand_items, twenty_thousand_stats),
    *(three_hundred_columns, forty_thousand_authors, ideographs),
    *(image_from_afar, image_above, link_to_above, link_to_itself, font_cut_short),
]


def build(folder: Path, *arguments: str) -> tuple[int, str, int]:
    """Exit code, what was said on stderr, and peak memory in kB of a build of brief.yaml in a folder."""
    watch = (
        "import resource, subprocess, sys;"
        "code = subprocess.run([sys.executable, '-m', 'briefgen', 'build', 'brief.yaml', *sys.argv[1:]]).returncode;"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);"
        "sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", watch, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    memory = int(ran.stdout.split()[-1])
    return ran.returncode, ran.stderr, memory // 1024 if sys.platform == "darwin" else memory


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "outline"
    made.mkdir()
    return made


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_hostile_file(folder: Path, make: Callable[[Path], str]) -> None:
    expected = make(folder).split()
    (folder / "build").mkdir()
    (folder / "build" / "brief.pdf").write_bytes(GOOD_PDF)
    code, said, memory = build(folder, "-q")
    first = said.splitlines()[0]
    place = ":".join(["brief.yaml", *expected[1:]])
    assert first.startswith(f"{place}: error {expected[0]}: "), said
    assert code == 1
    assert said.count(": error ") == 1
    assert "Traceback" not in said
    assert (folder / "build" / "brief.pdf").read_bytes() == GOOD_PDF
    assert memory < MEMORY


def many_unknown_findings(folder: Path) -> str:
    finding = {"id": "a", "statement": "Wells run dry.", "evidence": "Dry wells."}
    write(folder, findings=[finding], recommendations=[{"action": "Dig.", "addresses": [f"id{n}" for n in range(40_000)]}])
    return "content/unknown-finding"


def many_unknown_keys(folder: Path) -> str:
    write(folder, **{f"key{number}": "x" for number in range(20_000)})
    return "outline/unknown-key"


def many_unknown_notes(folder: Path) -> str:
    content(folder, *(" ".join(f"[^{n}]" for n in range(start, start + 1000)) for start in range(0, 40_000, 1000)))
    return "content/unknown-note"


@pytest.mark.parametrize(
    "make", [many_unknown_findings, many_unknown_keys, many_unknown_notes], ids=lambda make: make.__name__
)
def test_thousands_of_problems(folder: Path, make: Callable[[Path], str]) -> None:
    """The first hundred are printed, and how many there are besides."""
    wanted = make(folder)
    code, said, memory = build(folder)
    assert code == 1
    assert said.count(f": error {wanted}: ") == 100
    assert re.match(r"and \d+ more errors(?: and \d+ more warnings?)?; ", said.splitlines()[-1])
    assert memory < MEMORY


def test_a_script_that_no_face_has(folder: Path) -> None:
    content(folder, *(chr(0x4E00 + number) * 15_000 for number in range(20)))
    code, said, memory = build(folder)
    assert code == 1
    assert said.startswith(f"brief.yaml:{CONTENT}: error typeset/missing-script: ")
    assert said.count(": error ") == 1
    assert "the same in 19 other places" in said
    assert memory < MEMORY


def test_image_with_more_data_than_pixels(folder: Path) -> None:
    """The data of a small picture may unpack to anything: no more of it is unpacked than the picture needs."""
    packer = zlib.compressobj(1)
    data = b"".join([*(packer.compress(bytes(10_000_000)) for _ in range(32)), packer.flush()])
    (folder / "image.png").write_bytes(png(10, 10, data))
    (folder / "brief.yaml").write_text(figure("image.png"))
    _, said, memory = build(folder)
    assert "Traceback" not in said
    assert memory < MEMORY


def test_output_in_a_folder_that_cannot_be(folder: Path) -> None:
    (folder / "brief.yaml").write_text("title: Wells\n")
    (folder / "file").write_text("not a folder")
    code, said, _ = build(folder, "-o", "file/brief.pdf")
    assert code == 1
    assert said.startswith("file/brief.pdf: error build/unwritable: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not stop root")
def test_output_in_a_folder_that_may_not_be_written_to(folder: Path) -> None:
    (folder / "brief.yaml").write_text("title: Wells\n")
    (folder / "build").mkdir(mode=0o555)
    code, said, _ = build(folder)
    assert code == 1
    assert said.startswith("build/brief.pdf: error build/unwritable: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not stop root")
def test_outline_that_may_not_be_read(folder: Path) -> None:
    (folder / "brief.yaml").write_text("title: Wells\n")
    (folder / "brief.yaml").chmod(0)
    code, said, _ = build(folder)
    assert code == 1
    assert said.startswith("brief.yaml: error outline/unreadable: ")
