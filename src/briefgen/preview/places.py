"""From a point of a page to its place in the outline, and from a place to boxes on pages.

Comes in: an edition, and a point or a place. Goes out: a place, or boxes. The promise: a word of a text leads to its own
line and column where the outline says it as it is printed, otherwise to its text; a place leads to the element that stands
there or ends at most NEAR lines above it, never to another. Refuses to know who asks.
"""

import re
from collections.abc import Iterator

from briefgen.layout.items import Glyphs, Image
from briefgen.outline.tree import Scalar
from briefgen.preview.edition import Edition
from briefgen.preview.lines import Earlier
from briefgen.preview.spots import hit, holds
from briefgen.problem import Place
from briefgen.rendering import Box, Element

NEAR = 2  # lines
TOLERANCE = 3.0  # points: who clicks beside a letter means it
WORD = re.compile(r"\w+")
SOFT_HYPHEN = "\xad"


def place_at(edition: Edition, number: int, x: float, y: float) -> Place | None:
    """The place of what is at a point of page `number`; None where nothing of the outline is."""
    if not 1 <= number <= len(edition.pages.pages):
        return None
    item = hit(edition.pages.pages[number - 1].items, x, y, TOLERANCE)
    if item is None:  # beside the lines of a paragraph, it may be
        boxes = ((box.rect, each) for each in edition.elements for box in each.boxes if box.page == number)
        found = [(rect.width * rect.height, each.id) for rect, each in boxes if holds(rect, x, y)]
        return place_of(edition, min(found)[1]) if found else None
    id = str(getattr(item, "id", ""))
    scalar = edition.brief.sources.get(id)
    if isinstance(item, Glyphs) and scalar is not None:
        return _place_of_word(edition, item, x, scalar)
    if isinstance(item, Image):
        return item.picture.place
    return place_of(edition, id)


def place_of(edition: Edition, id: str) -> Place | None:
    """Where the outline says an element: it itself, a part of it, what it is a part of, or its key."""
    sources = edition.brief.sources
    name = id
    while name:
        if name in sources:
            return sources[name].place
        part = next((scalar.place for key, scalar in sources.items() if key.startswith(f"{name}.")), None)
        if part is not None:
            return part
        name = name.rpartition(".")[0]
    return edition.outline.root.keys.get(id.partition(".")[0])


def _place_of_word(edition: Edition, item: Glyphs, x: float, scalar: Scalar) -> Place:
    """The place of the word at `x` of a run: the outline's text has it as often before as the printed text."""
    printed, at = "", -1
    for run in _runs(edition, item.id):
        if run is item:
            at = len(printed) + len(_before(run, x).replace(SOFT_HYPHEN, ""))
        printed += "".join(glyph.text for glyph in run.glyphs).replace(SOFT_HYPHEN, "")
    words = list(WORD.finditer(printed.casefold()))
    meant = next((number for number, word in enumerate(words) if word.start() <= at <= word.end()), None)
    if meant is None:
        return scalar.place
    same = sum(word[0] == words[meant][0] for word in words[:meant])
    found = [word for word in WORD.finditer(scalar.text.casefold()) if word[0] == words[meant][0]]
    return scalar.at(found[same].start()) if same < len(found) else scalar.place


def _runs(edition: Edition, id: str) -> Iterator[Glyphs]:
    for page in edition.pages.pages:
        yield from (item for item in page.items if isinstance(item, Glyphs) and item.id == id)


def _before(run: Glyphs, x: float) -> str:
    """The text of a run up to a place on its line."""
    text, left = "", run.x
    for glyph in run.glyphs:
        if left + glyph.advance / 2 > x:
            break
        text += glyph.text
        left += glyph.advance
    return text


def boxes_at(edition: Edition, place: Place, earlier: Earlier | None = None) -> tuple[Box, ...]:
    """The boxes of what stands at a place. `earlier` leads back from a later text of the edition's outline."""
    if not place.line:
        return ()
    line = place.line if earlier is None or place.file != edition.brief.file else earlier.line(place.line)
    nearest: tuple[tuple[int, int], Element] | None = None
    for element in edition.elements:
        own = element.place
        if own is None or own.file != place.file or (own.line, own.column) > (line, place.column):
            continue
        if nearest is None or (own.line, own.column) >= nearest[0]:
            nearest = (own.line, own.column), element
    if nearest is None:
        return ()
    scalar = edition.brief.sources.get(nearest[1].id)
    return nearest[1].boxes if line <= nearest[0][0] + _height(scalar) + NEAR else ()


def _height(scalar: Scalar | None) -> int:
    """Over how many lines a text runs on below its first."""
    origin = None if scalar is None else scalar.origin
    return 0 if origin is None else origin.source.count("\n", origin.start, origin.end)
