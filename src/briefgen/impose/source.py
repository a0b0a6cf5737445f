"""The pages of any PDF, read so that they can be placed on other sheets.

Comes in: a file that anybody may have made. Goes out: its pages with the box that shows, upright size and drawing
instructions, or problems. The promise: no file gives an exception, and none makes briefgen unpack more than a bound; a
file that had to be repaired is said to be. Refuses to know where pages go.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import msgspec
import pikepdf

from briefgen.impose.fields import BROKEN, print_annotations
from briefgen.impose.papers import Size
from briefgen.problem import Place, Problems

MAX_BYTES = 256 << 20
MAX_PAGES = 2000
MAX_UNPACKED = 64 << 20  # bytes that one stream may unpack to; a page of a dense map has some ten million
MAX_WARNINGS = 1000
SMALLEST, LARGEST = 3, 7200  # points; two pages of the largest make 14,400, the largest sheet (ISO 32000-1, annex C)

Box = tuple[float, float, float, float]


class Leaf(msgspec.Struct, frozen=True):
    """A page: the matrix that brings its visible box upright to the origin, that box, and its size when upright."""

    page: pikepdf.Page
    box: Box
    matrix: tuple[float, float, float, float, float, float]
    size: Size


class Source:
    """An open PDF. Use it in a `with` statement, which closes it."""

    def __init__(self, pdf: pikepdf.Pdf, leaves: tuple[Leaf, ...]) -> None:
        self.pdf = pdf
        self.leaves = leaves

    def __enter__(self) -> "Source":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.pdf.close()

    @property
    def mirrored(self) -> bool:
        """Whether the document says that it is read from right to left (ISO 32000-1, table 150, Direction)."""
        preferences = self.pdf.Root.get("/ViewerPreferences")
        return isinstance(preferences, pikepdf.Dictionary) and preferences.get("/Direction") == "/R2L"

    def report_damage(self, place: Place, problems: Problems) -> None:
        """Warn if anything read so far had to be repaired; for the end, since qpdf reads only what is asked for."""
        if self.pdf.get_warnings():
            said = "the PDF is damaged; it was repaired as far as possible, and something may be missing"
            problems.add("impose/damaged", place, said, "look at every sheet before you print")


@contextmanager
def bounded() -> Iterator[None]:
    """Keep qpdf, within the statement, from unpacking without bound, and from speaking through the log."""
    before = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MAX_UNPACKED,
        run_length_max_memory=MAX_UNPACKED,
        png_max_memory=MAX_UNPACKED,
        tiff_max_memory=MAX_UNPACKED,
        doc_max_warnings=MAX_WARNINGS,
    )
    log, silence = logging.getLogger("pikepdf"), logging.NullHandler()
    log.addHandler(silence)
    propagates, log.propagate = log.propagate, False
    try:
        yield
    finally:
        log.propagate = propagates
        log.removeHandler(silence)
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type]  # it takes what it gave


def open_source(path: Path, place: Place, problems: Problems) -> Source | None:
    """Open a PDF and look at its pages; problems are reported at `place`. None when one of them is an error."""
    pdf = _open(path, place, problems)
    if pdf is None:
        return None
    try:
        leaves = _leaves(pdf, place, problems)
    except BROKEN as error:
        problems.add("impose/unreadable", place, f"the pages cannot be found: {error}", REPAIR)
        leaves = ()
    if not leaves:
        pdf.close()
        return None
    return Source(pdf, leaves)


REPAIR = "open it in the program that made it and save it anew"


def _open(path: Path, place: Place, problems: Problems) -> pikepdf.Pdf | None:
    try:
        if not path.is_file():
            raise FileNotFoundError(0, "it is a folder or a device" if path.exists() else "there is no such file")
        if path.stat().st_size > MAX_BYTES:
            said = f"the PDF is larger than {MAX_BYTES >> 20} MB"
            problems.add("impose/too-large", place, said, "impose it in parts, or with smaller images")
            return None
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError:
        problems.add("impose/encrypted", place, "the PDF asks for a password", "save a copy without one")
        return None
    except OSError as error:
        said = f"the PDF cannot be read: {error.strerror or error}"
        problems.add("impose/unreadable", place, said, "check the path and the file's permissions")
        return None
    except BROKEN as error:
        said = f"this is not a PDF, or too damaged to be read: {str(error).removeprefix(f'{path}: ')}"
        problems.add("impose/unreadable", place, said, REPAIR)
        return None
    if pdf.is_encrypted and not pdf.allow.print_highres:
        said = "the PDF's maker does not allow it to be printed"
        problems.add("impose/encrypted", place, said, "ask for a copy that may be printed")
        pdf.close()
        return None
    return pdf


def _leaves(pdf: pikepdf.Pdf, place: Place, problems: Problems) -> tuple[Leaf, ...]:
    """All pages, or none when an error is reported."""
    count = len(pdf.pages)
    if count == 0:
        problems.add("impose/unreadable", place, "the PDF has no pages", "check that it is the right file")
    if count > MAX_PAGES:
        said = f"the PDF has {count} pages; briefgen imposes at most {MAX_PAGES}"
        problems.add("impose/too-large", place, said, "split it first")
    if not 0 < count <= MAX_PAGES:
        return ()
    print_annotations(pdf, place, problems)
    if problems.fatal:
        return ()
    leaves, bad = [], []
    for number, page in enumerate(pdf.pages, 1):
        try:
            leaves.append(_leaf(page))
        except BROKEN as error:
            bad.append(number)
            if len(bad) <= 20:  # of a file with two thousand such pages more would not help
                problems.add("impose/bad-page", place, f"page {number} cannot be placed: {error}", REPAIR)
    return () if bad else tuple(leaves)


def _leaf(page: pikepdf.Page) -> Leaf:
    """Raises one of BROKEN when the page has no size to speak of."""
    media = _box(page, "/MediaBox")
    if media is None:
        raise ValueError("it has no MediaBox")
    # What shows is the trim, but never more than the crop: whoever crops a page in a viewer leaves the trim as it was.
    box = media
    for name in ("/CropBox", "/TrimBox"):
        other = _box(page, name)
        box = _common(box, other) or box if other else box
    left, bottom, right, top = box
    unit = float(page.obj.get("/UserUnit", 1))
    turn = int(inherited(page, "/Rotate") or 0) % 360
    width, height = unit * (right - left), unit * (top - bottom)
    if turn in (90, 270):
        width, height = height, width
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise ValueError(f"it measures {width:.5g} × {height:.5g} pt")
    matrices = {  # /Rotate turns clockwise (ISO 32000-1, table 30)
        0: (unit, 0, 0, unit, -left * unit, -bottom * unit),
        90: (0, -unit, unit, 0, -bottom * unit, right * unit),
        180: (-unit, 0, 0, -unit, right * unit, top * unit),
        270: (0, unit, -unit, 0, top * unit, -left * unit),
    }
    if turn not in matrices:
        raise ValueError(f"its /Rotate is {turn}, not a multiple of 90")
    return Leaf(page, box, matrices[turn], Size(width, height))


def inherited(page: pikepdf.Page, name: str) -> pikepdf.Object | None:
    """A page's own entry, or that of the nearest node of the page tree above it (ISO 32000-1, 7.7.3.4)."""
    node = page.obj
    for _ in range(100):  # a page tree may be a circle
        if name in node:
            return node[name]
        parent = node.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary):
            return None
        node = parent
    return None


def _box(page: pikepdf.Page, name: str) -> Box | None:
    """A box of a page with its corners in order; None when it is missing or no box."""
    value = inherited(page, name) if name in ("/MediaBox", "/CropBox") else page.obj.get(name)
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x1, y1, x2, y2 = (float(number) for number in value)
    except BROKEN:
        return None
    box = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _common(one: Box, other: Box) -> Box | None:
    """What two boxes share; None when that is nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left < right and bottom < top else None
