"""SVG as a page of PDF, by svg2pdf.

Comes: a drawing that content has made harmless, the files of the brief's faces, and how fine pixels are to be. Goes: a PDF
of one page. Promise: whatever a drawing does to the library, the answer is bytes or an ArtFault, in bounded time and memory.
Refuses to know inks.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from briefgen.content.brief import BODY_FAMILY, DISPLAY_FAMILY, Art, Design
from briefgen.content.drawings import LIBRARY
from briefgen.pdf.art.fault import ArtFault
from briefgen.problem import Problems
from briefgen.typeset.families import DEFAULTS, default_folder
from briefgen.typeset.fonts import FontBook

PIXELS_MOST = 20_000_000  # of what is drawn as pixels
SECONDS_MOST = 20
BYTES_MOST = 2 << 30
CHILD = Path(__file__).with_name("child.py")
STYLES = ("Regular", "It", "Bold", "BoldIt")


def to_pdf(drawing: Art, design: Design, per_px: float) -> bytes:
    """The PDF of a drawing. `per_px`: pixels for each px of it, where it holds what can only be drawn so."""
    text = drawing.text
    files: list[str] = []
    with TemporaryDirectory() as folder:
        for mark, family, typeface in ((BODY_FAMILY, "body", design.body), (DISPLAY_FAMILY, "display", design.display)):
            if drawing.words and mark in text:
                own = _default_files(family) if typeface is None else _own_files(family, design, Path(folder))
                files += map(str, own)
                text = text.replace(mark, escape(_name(files[-len(own)]), {'"': "&quot;", "'": "&apos;"}))
        scale = max(0.1, min(per_px, (PIXELS_MOST / (drawing.width * drawing.height)) ** 0.5))
        return _drawn(text, scale, files)


def _drawn(text: str, scale: float, files: list[str]) -> bytes:
    spec = find_spec(LIBRARY)
    if spec is None or spec.origin is None:
        raise ArtFault("to be drawn by svg2pdf-py, which is not installed")
    folder = Path(spec.origin).parents[1]
    limits = [str(SECONDS_MOST), str(BYTES_MOST)]
    command = [sys.executable, "-I", "-S", str(CHILD), str(folder), *limits, f"{scale:.4g}", *files]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=2 * SECONDS_MOST, check=False)  # noqa: S603  its own file
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ArtFault("something that takes too long to draw") from error
    if done.returncode < 0:
        raise ArtFault("something that takes too long, or too much memory, to draw")
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise ArtFault("something that cannot be drawn")
    return done.stdout


def _default_files(family: str) -> list[Path]:
    folder = default_folder(family)
    return [folder / f"{DEFAULTS[family][1]}-{style}.otf" for style in STYLES]


def _own_files(family: str, design: Design, folder: Path) -> list[Path]:
    """The outline's own faces as static files in a folder: of a variable one the library takes what it opens at."""
    book = FontBook.load(design.body, design.display, (), Problems())  # what is wrong with them has been said
    faces = dict.fromkeys(book.face(family, weight, italic) for weight in ("regular", "bold") for italic in (False, True))
    found = []
    for number, face in enumerate(faces):
        found.append(folder / f"{family}-{number}.font")
        found[-1].write_bytes(face.whole())
    return found


def _name(file: str) -> str:
    """The name of a file's family, as the library knows it."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(file))
    for number in (16, 1):  # the typographic family, or the one that has four styles at most (OpenType, name)
        found = face.get_name(number)
        if found:
            return str(found)
    raise ArtFault("words, and the face for them has no name")
