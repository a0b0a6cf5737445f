"""What the chunks of a PNG say of its pixels: a transparent value, further frames."""

import itertools
import json
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pixels
from support.pictures import ALPHA, add_chunk, assert_near, embedded, made, opened, reference

from briefgen.build import build, check

pytestmark = pytest.mark.skipif(not shutil.which("convert"), reason="ImageMagick is not installed")

FIGURE = {"image": "picture.png", "alt": "Colours that change from top to bottom"}
MOVING = [
    f"{colour} {alpha} {define} -interlace {plane}"
    for (colour, alpha, define), plane in itertools.product(
        [
            ("", "", "-depth 8"),
            ("", ALPHA, "-depth 8"),
            ("", "", "-depth 16"),
            ("-colorspace Gray", "", "-depth 8 -define png:color-type=0"),
            ("-colorspace Gray", "", "-depth 1 -define png:bit-depth=1 -define png:color-type=0"),
            ("-colors 4", "", "-define png:color-type=3 -define png:bit-depth=2"),
            ("-colors 200", "", "-define png:color-type=3 -define png:bit-depth=8"),
        ],
        ("None", "PNG"),
    )
]


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG."""
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def animate(path: Path, *, first: bool) -> None:
    """Make two frames of a PNG, as APNG has them (PNG, third edition, 11.3.6); `first`: its own image is the first."""
    parts = [*chunks(path.read_bytes())]
    pixels = b"".join(body for kind, body in parts if kind == b"IDAT")
    frame = parts[0][1][:8] + struct.pack(">LLHHBB", 0, 0, 1, 10, 0, 0)
    numbers = itertools.count()
    out, begun = [], False
    for kind, body in parts:
        if kind == b"IDAT" and not begun:
            begun = True
            out.append((b"acTL", struct.pack(">LL", 2, 0)))
            out += [(b"fcTL", struct.pack(">L", next(numbers)) + frame)] if first else []
        if kind == b"IEND":
            for _ in range(1 if first else 2):
                out.append((b"fcTL", struct.pack(">L", next(numbers)) + frame))
                out.append((b"fdAT", struct.pack(">L", next(numbers)) + pixels))
        out.append((kind, body))
    written = [struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body)) for kind, body in out]
    path.write_bytes(path.read_bytes()[:8] + b"".join(written))


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("options", MOVING, ids=lambda options: options.replace(ALPHA, "alpha"))
def test_of_a_picture_that_moves_its_own_image_is_shown(by_hand: Any, tmp_path: Path, options: str, first: bool) -> None:
    path = made(tmp_path, ("png", options))
    still = reference(path)
    animate(path, first=first)
    with Pixels.open(path) as image:
        assert getattr(image, "is_animated", False)
    picture, said = opened(path)
    assert picture is not None, said
    assert_near(embedded(by_hand, picture), still)
    outline = {"title": "T", "recommendations": ["Act."], "sections": [{"content": [{"figure": FIGURE}]}]}
    (tmp_path / "brief.yaml").write_text(json.dumps(outline), encoding="utf-8")
    assert not any(problem.severity == "error" for problem in check(tmp_path / "brief.yaml").problems)
    assert build(tmp_path / "brief.yaml", tmp_path / "brief.pdf").output


@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
@pytest.mark.parametrize("interlace", ["None", "PNG"])
def test_a_transparent_gray_is_white(by_hand: Any, tmp_path: Path, bits: int, interlace: str) -> None:
    """tRNS of a gray PNG: one value, in the bits of the file (PNG, third edition, 11.3.1)."""
    path = tmp_path / "gray.png"
    define = ["-define", f"png:bit-depth={bits}", "-define", "png:color-type=0"]
    more = ["-colorspace", "Gray", "-depth", str(bits), *define, "-interlace", interlace]
    subprocess.run(["convert", "-size", "24x16", "xc:black", *more, str(path)], check=True, capture_output=True)
    add_chunk(path, b"tRNS", struct.pack(">H", 0))
    picture, said = opened(path)
    assert picture is not None, said
    assert embedded(by_hand, picture).getextrema() == ((255, 255),) * 3
    assert_near(embedded(by_hand, picture), reference(path))


def test_a_transparent_colour_of_sixteen_bits_is_white(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    more = ["-depth", "16", "-define", "png:bit-depth=16", "-define", "png:color-type=2"]
    subprocess.run(["convert", "-size", "24x16", "xc:rgb(0,128,255)", *more, str(path)], check=True, capture_output=True)
    add_chunk(path, b"tRNS", struct.pack(">3H", 0, 128 * 257, 65535))
    picture, said = opened(path)
    assert picture is not None, said
    assert embedded(by_hand, picture).getextrema() == ((255, 255),) * 3
    assert_near(embedded(by_hand, picture), reference(path))
