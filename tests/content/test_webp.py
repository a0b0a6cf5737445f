import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from briefgen.content import webp
from briefgen.content.raster import opened

# what decoding takes beyond what the process has taken before, in bytes a pixel
PROGRAM = """
import re, sys
from pathlib import Path
from PIL import Image
from briefgen.content.raster import opened
def most():
    return 1024 * int(re.search("VmHWM:\\\\s+(\\\\d+)", open("/proc/self/status").read())[1])
Image.init()
before = most()
with opened(Path(sys.argv[1])) as image:
    image.load()
    print((most() - before) / (image.width * image.height))
"""


def picture(mode: str, size: tuple[int, int]) -> Image.Image:
    bands = [Image.linear_gradient("L").rotate(90 * turn).resize(size) for turn in range(len(mode))]
    return Image.merge(mode, bands)


@pytest.fixture
def all_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webp, "MANY", 0)


@pytest.mark.usefixtures("all_are_many")
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("lossless", [False, True])
@pytest.mark.parametrize("size", [(301, 200), (1, 1), (3, 500)])
def test_the_pixels_are_those_that_pillow_reads(tmp_path: Path, mode: str, lossless: bool, size: tuple[int, int]) -> None:
    path = tmp_path / "picture.webp"
    exif = Image.Exif()
    exif[0x0112] = 6
    picture(mode, size).save(path, lossless=lossless, icc_profile=b"profile", exif=exif)
    with Image.open(path) as image, opened(path) as seen:
        assert seen.mode == {"RGB": "RGBX", "RGBA": "RGBA"}[image.mode]
        assert (seen.size, seen.format, seen.getexif()[0x0112]) == (image.size, "WEBP", 6)
        assert seen.info["icc_profile"] == b"profile"
        assert seen.convert(image.mode).tobytes() == image.tobytes()


@pytest.mark.usefixtures("all_are_many")
def test_pillow_is_left_what_moves_and_what_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "picture.webp"
    first, second = picture("RGB", (60, 40)), picture("RGB", (60, 40)).transpose(Image.Transpose.ROTATE_180)
    first.save(path, save_all=True, append_images=[second], lossless=True)
    with opened(path) as image:
        assert image.mode == "RGB"
        assert max(ImageStat.Stat(image).mean) > 0
    first.save(path, lossless=True)
    data = bytearray(path.read_bytes())
    data[40:-20] = bytes(len(data) - 60)
    path.write_bytes(data)
    with opened(path) as image, pytest.raises((OSError, EOFError)):
        image.load()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says what a process has taken")
def test_a_photograph_is_decoded_in_little_room(tmp_path: Path) -> None:
    path = tmp_path / "picture.webp"
    picture("RGB", (3000, 2000)).save(path, method=0)
    run = subprocess.run([sys.executable, "-c", PROGRAM, path], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"[\d.]+\n", run.stdout)
    assert float(run.stdout) < 8  # 16 by Pillow alone
