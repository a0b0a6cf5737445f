"""Pages to look at: how large they are, and pictures of them by Ghostscript.

Comes in: the bytes of a PDF. Goes out: for each page its edges and, where Ghostscript is installed, a PNG. The promise: that
of `programs`; a page that cannot be drawn has no picture. Refuses to know what is found on it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from briefgen.preflight.document import bounded, read
from briefgen.preflight.finding import Findings
from briefgen.preflight.matrix import Box
from briefgen.preflight.programs import found, run
from briefgen.preflight.rules import OFFICE

RESOLUTION = 60  # enough to see what is where
LARGEST = 14400.0  # points of a side (ISO 32000-1, Annex C)


class View(msgspec.Struct, frozen=True):
    """A page: its edges and those of the trimmed sheet, in points from the trim's top left corner, and its picture."""

    number: int
    media: Box
    trim: Box
    png: bytes = b""


def views(data: bytes, wanted: set[int]) -> list[View]:
    """The pages of a file whose numbers are wanted."""
    with bounded():
        document = read(data, Findings(OFFICE))
        if document is None:
            return []
        pages = [page for page in document.pages if page.number in wanted]
        sound = [page for page in pages if max(page.media[2] - page.media[0], page.media[3] - page.media[1]) <= LARGEST]
        pictures = _pictures(data, [page.number for page in sound])
    return [View(page.number, page.media, page.trim, pictures.get(page.number, b"")) for page in pages]


def _pictures(data: bytes, numbers: list[int]) -> dict[int, bytes]:
    program = found("gs", "gswin64c")
    if not program or not numbers:
        return {}
    with TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(data)
        options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
        options += [f"-r{RESOLUTION}", f"-sPageList={','.join(map(str, numbers))}", "-sOutputFile=p%05d.png", "in.pdf"]
        run(program, options, folder)  # what it has drawn before it gave up is good
        files = ((number, folder / f"p{count:05d}.png") for count, number in enumerate(numbers, 1))
        return {number: path.read_bytes() for number, path in files if path.is_file()}
