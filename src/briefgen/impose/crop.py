"""What a page's CropBox hides though a printer would print it.

Comes in: the bytes of a PDF. Goes out: numbers of pages. The promise: what lies outside of the final size (printers' marks,
bleed) is not missed, and neither is white. Refuses to know where pages go.

CUPS prints what a CropBox hides unless it is told to fit pages (tried with cups-filters 1.28); sheets show what it shows.
"""

from briefgen.preflight.colour import is_white
from briefgen.preflight.document import Page, bounded, read
from briefgen.preflight.finding import Findings
from briefgen.preflight.interpret import interpret
from briefgen.preflight.layers import Layers
from briefgen.preflight.matrix import Box, inside, is_empty, overlap
from briefgen.preflight.objects import FAULTS
from briefgen.preflight.rules import OFFICE
from briefgen.preflight.source import Source
from briefgen.preflight.state import Mark

SLACK = 2.0  # points that a letter may reach over its width


def cropped(data: bytes) -> list[int]:
    """The pages on which text, or a whole mark, is hidden by the CropBox."""
    with bounded():
        document = read(data, Findings(OFFICE))
        if document is None:
            return []
        marks: list[Mark] = []
        source = Source(document.pdf, marks.append, lambda *_: None, layers=Layers(document.root))
        found = []
        for page in document.pages:
            whole = page.trim if page.has_trim else page.media
            if inside(whole, page.crop, SLACK):
                continue
            marks.clear()
            try:
                interpret(page, source)
            except (MemoryError, RecursionError, *FAULTS):
                continue
            if any(_is_hidden(mark, page, whole) for mark in marks):
                found.append(page.number)
    return found


def _is_hidden(mark: Mark, page: Page, whole: Box) -> bool:
    """Whether a crop takes something away that is part of the page."""
    if mark.kind == "group" or mark.masking or is_empty(overlap(mark.box, whole)):
        return False
    if mark.paints and mark.picture is None and all(is_white(*paint) for paint in mark.paints):
        return False
    if mark.kind == "text":
        return not inside(mark.box, page.crop, SLACK)
    return is_empty(overlap(mark.box, page.crop))
