"""A page, run: its content, and what its annotations show in print.

Comes in: a page. Goes out: its marks, one at a time, to whoever looks at them. The promise: that of `run`. Refuses to know
which marks are wrong.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.document import Page
from briefgen.preflight.matrix import IDENTITY, Matrix, matrix_of, multiply, place
from briefgen.preflight.objects import entry, items, name, number, numbers, path
from briefgen.preflight.run import Run
from briefgen.preflight.source import Source
from briefgen.preflight.state import Around, Mark, State

HIDDEN, PRINT = 2, 4  # bits of an annotation's flags (ISO 32000-1, 12.5.3)
SHOWN_OTHERWISE = {"Link", "Popup", "PrinterMark", "TrapNet"}
MOST_ANNOTATIONS = 2000  # of a page


class Appearance(msgspec.Struct, frozen=True):
    """What an annotation shows: a form, and the matrix to the page."""

    kind: str
    form: Any
    matrix: Matrix


def interpret(page: Page, source: Source) -> None:
    """Run a page's content, and then its annotations; `source` is told of the marks."""
    source.turn_to(page)
    instructions = source.contents(entry(page.leaf, "/Contents"))
    Run(source, page.resources, State(page.base, page.media)).execute(instructions)
    for shown in appearances(page, source):
        source.of = f"an annotation ({shown.kind})"
        state = State(multiply(shown.matrix, page.base), page.media)
        Run(source, page.resources, state, Around(tagged=True)).form(shown.form)
    source.of = ""
    space = path(page.leaf, "/Group", "/CS")
    if space is not None:
        paint = source.spaces.read(space, page.resources), ()
        source.see(Mark("group", page.crop, (paint,), blended=source.blends[0]))


def appearances(page: Page, source: Source) -> Iterator[Appearance]:
    """What the annotations of a page show in print (ISO 32000-1, 12.5.5)."""
    for note in items(entry(page.leaf, "/Annots"))[:MOST_ANNOTATIONS]:
        kind, flags = name(entry(note, "/Subtype")), int(number(entry(note, "/F")) or 0)
        if kind in SHOWN_OTHERWISE or not flags & PRINT or flags & HIDDEN or source.layers.hides(entry(note, "/OC")):
            continue
        form = path(note, "/AP", "/N")
        if isinstance(form, pikepdf.Dictionary):  # one for each state
            form = entry(form, entry(note, "/AS"))
        matrix = _placed(form, numbers(entry(note, "/Rect"), 4))
        if isinstance(form, pikepdf.Stream) and matrix is not None:
            yield Appearance(kind or "of no kind", form, matrix)


def _placed(form: Any, rectangle: tuple[float, ...] | None) -> Matrix | None:
    """What brings a form's box, turned by its own matrix, into an annotation's rectangle."""
    box = numbers(entry(form, "/BBox"), 4)
    if rectangle is None or box is None:
        return None
    own = place(matrix_of(numbers(entry(form, "/Matrix"), 6) or IDENTITY), *box)
    left, right = sorted(rectangle[::2])
    bottom, top = sorted(rectangle[1::2])
    if own[2] <= own[0] or own[3] <= own[1]:
        return None
    wide, high = (right - left) / (own[2] - own[0]), (top - bottom) / (own[3] - own[1])
    return (wide, 0.0, 0.0, high, left - own[0] * wide, bottom - own[1] * high)
