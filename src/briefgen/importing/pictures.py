"""The pictures of a document as files of an outline.

Comes in: a document and the pictures that its blocks name. Goes out: bytes by safe names of ours, and what could not be
taken over. The promise: only kinds of files that an outline takes, none named by the document, none from the network.
Refuses to judge how good a picture is: the build does.
"""

import io
from collections.abc import Iterable

from briefgen.importing.document import Block, Box, Document, Listing, Picture, Quote

# the first bytes of each kind of picture that an outline takes, and the ending of its name
KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"BM", "bmp"),
    (b"\0\0\0\x0cjP  ", "jp2"),
)
MOST_PIXELS = 80_000_000  # of a picture that is cut
SAVE = "save it as PNG into the folder assets, and name it in a figure"


def pictures_of(blocks: Iterable[Block]) -> list[Picture]:
    """All pictures in blocks, in their order."""
    found: list[Picture] = []
    for block in blocks:
        if isinstance(block, Picture):
            found.append(block)
        elif isinstance(block, Listing):
            found += [picture for item in block.items for picture in pictures_of(item)]
        elif isinstance(block, Quote | Box):
            found += pictures_of(block.blocks)
    return found


def take(document: Document, blocks: Iterable[Block]) -> tuple[dict[str, str], dict[str, bytes]]:
    """The path of each picture by its name in the document, and the files by their paths; the rest goes to the ledger."""
    paths: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for picture in pictures_of(blocks):
        if picture.name in paths:
            continue
        data = document.pictures(picture.name)
        ending = kind_of(data) if data else ""
        if data and ending and picture.name in document.crops:
            data, ending = _cut(data, document.crops[picture.name]) or data, "png"
        if not data or not ending:
            _tell(document, picture, data)
            continue
        same = next((path for path, other in files.items() if other == data), "")
        paths[picture.name] = same or f"assets/picture-{len(files) + 1}.{ending}"
        files[paths[picture.name]] = data
    return paths, files


def kind_of(data: bytes) -> str:
    """The ending for a picture's name; "" when an outline does not take it."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:12] == b"ftypavif":
        return "avif"
    return next((ending for start, ending in KINDS if data.startswith(start)), "")


def _tell(document: Document, picture: Picture, data: bytes | None) -> None:
    name = "in the page itself" if picture.name.startswith("data:") else picture.name.rpartition("/")[2][:80] or "a picture"
    if "://" in picture.name or picture.name.startswith("//"):
        said, hint = f"a picture lies elsewhere and was not fetched: {picture.name[:120]}", SAVE
        document.ledger.tell("import/external-picture", said, hint)
    elif data:
        document.ledger.tell("import/unread-picture", f"the picture {name} is of a kind that a brief cannot show", SAVE)
    else:
        document.ledger.tell("import/unread-picture", f"the picture {name} is not there, or cannot be read", SAVE)


def _cut(data: bytes, crop: tuple[float, float, float, float]) -> bytes | None:
    """The part of a picture that its document shows, as PNG; None when it cannot be cut."""
    from PIL import Image  # late: few documents cut their pictures

    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return None
            left, top, right, bottom = crop
            box = (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
            if box[0] >= box[2] or box[1] >= box[3]:
                return None
            out = io.BytesIO()
            kept = image.convert("RGB") if image.mode not in {"1", "L", "LA", "P", "RGB", "RGBA"} else image
            kept.crop(box).save(out, "PNG", icc_profile=image.info.get("icc_profile"))
            return out.getvalue()
    except Exception:  # decoders fail in many ways; the whole picture is judged by the build
        return None
