"""A PDF file, opened and looked over, without trust.

Comes in: bytes. Goes out: a Document: the catalog, the pages with their boxes and resources, the metadata. The promise: what
cannot be read is a finding, never an exception; what qpdf inflates and how deep it parses is limited while a file is open.
Refuses to know what is on a page.
"""

import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.finding import Findings
from briefgen.preflight.matrix import Box, Matrix, place
from briefgen.preflight.objects import FAULTS, entry, identity, items, name, number, numbers, path, swells

LARGEST = 1 << 29  # bytes of a file
MOST_PAGES = 5000
MOST_MEMORY = 3 << 30  # bytes
DEEPEST = 50  # nodes from the root of the page tree to a page
LIMITS: dict[str, Any] = {
    "flate_max_memory": 1 << 29,
    "run_length_max_memory": 1 << 28,
    "png_max_memory": 1 << 28,
    "tiff_max_memory": 1 << 28,
    "dct_max_memory": 1 << 28,
    "parser_max_container_size": 1 << 20,
    "parser_max_nesting": 100,
    "doc_max_warnings": 1000,
}
# what qpdf says when it has lost something, or has to guess what was meant
GRAVE = re.compile(
    "file is damaged|treating .* as empty|unable to|loop detected|parse error|inserting key|giving up|EOF|too many|"
    "unexpected|ignoring|attempted on|error decod|limit exceeded"
)
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class Page(msgspec.Struct):
    """A page: its number, its object, its boxes, and the matrix from its own coordinates to ours.

    Ours: points from the top left corner of the trimmed sheet (or what stands for it), y downwards, as the page is read.
    `trim` and `bleed` are what the page says or, where it says nothing, what holds by default (ISO 32000-1, 14.11.2).
    """

    number: int
    leaf: Any
    resources: Any
    base: Matrix
    media: Box
    crop: Box
    bleed: Box
    trim: Box
    has_trim: bool
    final: str  # the name of the box that says the final size
    has_bleed: bool
    unit: float


class Document(msgspec.Struct):
    """An opened file. `version` is the header's, as (1, 6)."""

    pdf: Any
    version: tuple[int, int]
    root: Any
    info: Any
    pages: list[Page]


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """Lets the process grow by MOST_MEMORY and no more, where the system can do that: then a MemoryError comes instead.

    Not all that qpdf reads is under limits of its own: a few bytes may be a thousand objects.
    """
    try:
        import resource  # not on Windows

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])  # only on Linux
    except (ImportError, OSError, ValueError):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + MOST_MEMORY
    limits = [limit for limit in (most, *before) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def bounded() -> Iterator[None]:
    """Limits what qpdf may do with a file; they are qpdf's own and of the whole process, so they are put back afterwards.

    What pikepdf warns of and logs says nothing that is not said in the findings.
    """
    log = logging.getLogger("pikepdf")
    level = log.level
    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(**LIMITS)
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings(), _bounded_memory():
            warnings.simplefilter("ignore")
            yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)
        log.setLevel(level)


def read(data: bytes, findings: Findings) -> Document | None:
    """Open a file; None, and a finding, when that is not possible. To be used within `bounded`."""
    if len(data) > LARGEST:
        findings.add("preflight/too-large", f"the file has more than {LARGEST >> 20} MB")
        return None
    try:
        pdf = pikepdf.open(io.BytesIO(data))
        root = pdf.Root
        complaints = pdf.get_warnings()
    except pikepdf.PasswordError:
        findings.add("preflight/password", "the file is locked by a password", hint="save it without one")
        return None
    except (MemoryError, *FAULTS) as error:
        _refuse(error, findings)
        return None
    complain(complaints, findings)
    leaves = _leaves(root, findings)
    pages = [_page(number, leaf, above, findings) for number, (leaf, above) in enumerate(leaves, 1)]
    if not pages:
        findings.add("preflight/no-pages", "the file has no page")
    return Document(pdf, _version(data), root, entry(pdf.trailer, "/Info"), pages)


def complain(complaints: list[str], findings: Findings) -> None:
    """Tell of faults of the file that qpdf met: damage where something may be lost, a note where every reader copes."""
    grave = [complaint for complaint in complaints if GRAVE.search(complaint)]
    if grave:
        message = "the file had to be repaired to be read, and something may be missing"
        findings.add("preflight/damaged", message, group="qpdf", hint="write it anew from its source")
    elif complaints:
        findings.add("preflight/repaired", "the file has faults that readers repair by themselves", group="qpdf")


def _refuse(error: Exception, findings: Findings) -> None:
    if isinstance(error, MemoryError) or swells(error):
        findings.add("preflight/too-large", "the file needs more memory than is allowed")
    elif "no pages" in str(error):
        findings.add("preflight/no-pages", "the file has no page")
    else:
        findings.add("preflight/unreadable", "the file is no PDF, or too damaged to be read")


def _version(data: bytes) -> tuple[int, int]:
    at = data[:1024].find(b"%PDF-")
    digits = data[at + 5 : at + 8] if at >= 0 else b""
    return (
        (digits[0] - 48, digits[2] - 48) if len(digits) == 3 and digits[0:1].isdigit() and digits[2:3].isdigit() else (0, 0)
    )


def _leaves(root: Any, findings: Findings) -> list[tuple[Any, dict[str, Any]]]:
    """The page objects in order, each with what it inherits. The tree may be a trap: no node is entered twice."""
    found: list[tuple[Any, dict[str, Any]]] = []
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, dict[str, Any], int]] = [(entry(root, "/Pages"), {}, 0)]
    while waiting:
        node, above, depth = waiting.pop()
        here = {key: value for key in INHERITED if (value := entry(node, key)) is not None}
        kids = entry(node, "/Kids")
        if kids is None:
            if isinstance(node, pikepdf.Dictionary) and name(entry(node, "/Type")) in ("Page", ""):
                found.append((node, above | here))
            else:
                findings.add("preflight/damaged", "the tree of pages leads to something that is no page")
        elif (number := identity(node)) is not None and number in seen:
            findings.add("preflight/damaged", "the tree of pages runs in a circle")
        elif depth < DEEPEST:
            seen |= {number} if number is not None else set()
            waiting += [(kid, above | here, depth + 1) for kid in reversed(items(kids))]
        else:
            findings.add("preflight/too-large", "the tree of pages is too deep")
        if len(found) > MOST_PAGES:
            findings.add("preflight/too-large", f"only the first {MOST_PAGES} pages are judged")
            return found[:MOST_PAGES]
    return found


def _page(count: int, leaf: Any, above: dict[str, Any], findings: Findings) -> Page:
    media = _box(above.get("/MediaBox"))
    if media is None:
        findings.add("preflight/damaged", "the page has no MediaBox", count)
        media = (0.0, 0.0, 612.0, 792.0)  # what readers show such a page on
    named = {box: found for box in ("TrimBox", "ArtBox") if (found := _box(entry(leaf, "/" + box))) is not None}
    final, said_trim = next(iter(named.items()), ("", None))
    said_bleed = _box(entry(leaf, "/BleedBox"))
    crop = _box(above.get("/CropBox")) or media
    trim = said_trim or crop
    unit = number(entry(leaf, "/UserUnit")) or 1.0
    base = _base(trim, int(number(above.get("/Rotate")) or 0) % 360, unit if 0.01 <= unit <= 75000 else 1.0)
    return Page(
        number=count,
        leaf=leaf,
        resources=above.get("/Resources"),
        base=base,
        media=place(base, *media),
        crop=place(base, *crop),
        bleed=place(base, *(said_bleed or crop)),
        trim=place(base, *trim),
        has_trim=said_trim is not None,
        final=final or ("CropBox" if crop != media else "MediaBox"),
        has_bleed=said_bleed is not None,
        unit=unit,
    )


def _box(value: Any) -> Box | None:
    """A rectangle, from the lower left to the upper right corner whatever corners it is written with; None without size."""
    said = numbers(value, 4)
    if said is None:
        return None
    left, right = sorted((said[0], said[2]))
    bottom, top = sorted((said[1], said[3]))
    return (left, bottom, right, top) if right > left and top > bottom else None


def _base(trim: Box, turn: int, unit: float) -> Matrix:
    """From a page's coordinates to points from the top left corner of its trim, as it is read: turned by `turn` degrees."""
    left, bottom, right, top = (side * unit for side in trim)
    if turn == 90:
        return (0.0, unit, unit, 0.0, -bottom, -left)
    if turn == 180:
        return (-unit, 0.0, 0.0, unit, right, -bottom)
    if turn == 270:
        return (0.0, -unit, -unit, 0.0, top, right)
    return (unit, 0.0, 0.0, -unit, -left, top)


def catalog(document: Document, *keys: str) -> Any:
    """An entry under the catalog."""
    return path(document.root, *keys)
