"""The samples of an image, decoded as far as ink is concerned.

Comes in: an image and its colour space. Goes out: its ink. The promise: of an image no more is decoded than it says that it
holds; what cannot be decoded raises one of FAULTS, or TooLargeError. Refuses to know how many images there are.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image, ImageChops, ImageMath

from briefgen.preflight.colour import Space, inks
from briefgen.preflight.objects import TooLargeError, decoded, entry, filters, items, number
from briefgen.preflight.pieces import pieces
from briefgen.preflight.state import Picture

FEW = (1, 2, 4)  # bits of a sample
ADOBE = b"\xff\xee\x00\x0eAdobe\x00\x64" + bytes(4)  # the marker with which Adobe's programs say how colours are kept
MOST_HEADER = 1 << 16  # bytes in which it is looked for
SPARE = 1 << 16  # bytes that an image may hold too many
STRIP = 1 << 22  # samples that are looked at together


def most(picture: Picture, space: Space, factor: int) -> float:
    """The most ink of an image in percent, each `factor` times `factor` pixels taken as one."""
    with _readable():
        return _most(picture, space, factor)


def size_of_jpeg(picture: Picture) -> tuple[int, int]:
    """The columns and rows that a JPEG image says it has."""
    with _readable(), Image.open(io.BytesIO(picture.source.read_raw_bytes()), formats=["JPEG"]) as image:
        return image.size


def most_of_palette(picture: Picture, space: Space) -> float:
    """The most ink in percent among the entries of a palette that are used."""
    used = set(range(len(space.table) // max(1, space.base.size if space.base else 1)))
    if picture.bits == 8 and filters(picture.source)[-1:] != ["JPXDecode"]:
        used &= set(decoded(picture.source, 2 * picture.columns * picture.rows + SPARE, images=True))
    totals = (inks(space, (float(index),)) for index in used)
    return max((100 * sum(taken.values()) for taken in totals if taken), default=0.0)


@contextmanager
def _readable() -> Iterator[None]:
    """Turns what Pillow raises into one of FAULTS."""
    try:
        yield
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("an image that cannot be read") from error


def _most(picture: Picture, space: Space, factor: int) -> float:
    count, rows = space.size, picture.rows
    numbers = items(entry(picture.source, "/Decode"))
    inverted = bool(numbers) and (number(numbers[0]) or 0) > (number(numbers[1]) or 0)
    mask = entry(picture.source, "/SMask")
    seen = None if mask is None else _mask(mask).resize((picture.columns, rows), Image.Resampling.NEAREST)
    most, top = 0, 0
    for bands in _strips(picture, count, factor * max(1, STRIP // (picture.columns * count * factor))):
        bottom = top + bands[0].height
        if inverted:
            bands = [ImageChops.invert(band) for band in bands]
        if seen is not None:
            part = seen.crop((0, top, picture.columns, bottom))
            bands = [ImageChops.multiply(band, part) for band in bands]
        most, top = max(most, _highest(bands if factor == 1 else [band.reduce(factor) for band in bands])), bottom
    return 100 * most / 255


def _highest(bands: list[Image.Image]) -> int:
    """The greatest sum of the bands, over all pixels."""
    total = bands[0].convert("I")
    for band in bands[1:]:
        total = ImageMath.lambda_eval(lambda given: given["a"] + given["b"], a=total, b=band)
    low_and_high: Any = total.getextrema()
    return int(low_and_high[1])


def _strips(picture: Picture, count: int, high: int) -> Iterator[list[Image.Image]]:
    """An image from top to bottom, so many rows at a time: for each component one in grey, 255 the most."""
    used = filters(picture.source)
    if used[-1:] == ["JPXDecode"]:
        with Image.open(io.BytesIO(picture.source.read_raw_bytes()), formats=["JPEG2000"]) as image:
            if image.width * image.height > picture.columns * picture.rows:
                raise TooLargeError
            yield list(image.split())[:count]
    elif used == ["DCTDecode"]:
        yield _of_jpeg(picture, count)
    else:
        yield from _of_bytes(picture, count, high)


def _of_bytes(picture: Picture, count: int, high: int) -> Iterator[list[Image.Image]]:
    """Strips of samples that follow each other, row by row; each row begins with a byte of its own."""
    columns, rows, bits = picture.columns, picture.rows, picture.bits
    row = -(-columns * count * bits // 8) if bits in (16, *FEW) else columns * count
    most = 2 * columns * rows * count * max(1, bits // 8) + SPARE
    for part in pieces(picture.source, row * high, row * rows, most):
        samples = part
        if bits == 16:
            samples = part[::2]
        elif bits in FEW:
            samples = _spread(part, bits, row, columns * count)
        yield [Image.frombytes("L", (columns, len(part) // row), samples[band::count]) for band in range(count)]


def _spread(data: bytes, bits: int, row: int, samples: int) -> bytes:
    """Rows of samples of few bits as samples of eight; a row has `row` bytes and `samples` samples."""
    most = (1 << bits) - 1
    table = [bytes((byte >> shift & most) * 255 // most for shift in range(8 - bits, -1, -bits)) for byte in range(256)]
    return b"".join(b"".join(map(table.__getitem__, data[at : at + row]))[:samples] for at in range(0, len(data), row))


def _of_jpeg(picture: Picture, count: int) -> list[Image.Image]:
    """The samples of a JPEG image as they are kept: Pillow turns four inks over that Adobe's programs turned before.

    The dictionary may say how three or four components are kept, where the image itself does not (ISO 32000-1, 7.4.8).
    """
    data = picture.source.read_raw_bytes()
    given = items(entry(picture.source, "/DecodeParms"))
    transform = number(entry(given[0], "/ColorTransform")) if given else None
    adobe = data[:MOST_HEADER].find(b"Adobe") >= 0
    if transform is not None and not adobe and count == 4:
        adobe = True
        data = data[:2] + ADOBE + bytes((int(transform != 0) * 2,)) + data[2:]
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        if image.size != (picture.columns, picture.rows):
            raise ValueError("of another size")
        bands = list(image.split())
    if len(bands) != count:
        raise ValueError("of other components")
    return [ImageChops.invert(band) for band in bands] if adobe and count == 4 else bands


def _mask(source: Any) -> Image.Image:
    """Where a soft mask lets anything through."""
    columns, rows = int(number(entry(source, "/Width")) or 0), int(number(entry(source, "/Height")) or 0)
    picture = Picture(columns, rows, 0, 0, int(number(entry(source, "/BitsPerComponent")) or 8), False, source)
    (bands,) = _strips(picture, 1, rows)
    return bands[0].point([0] + [255] * 255)
