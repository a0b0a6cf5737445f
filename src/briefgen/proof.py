"""What the judge finds in a press file, said of the outline that it was made from.

Comes: the bytes of the file, its pages and its brief. Goes: problems. Promise: a finding about a picture or about words has
the place in the outline where those stand; any other has the page. Refuses to know how the file was written.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

import msgspec

from briefgen.content.brief import Brief
from briefgen.geometry import POINTS_PER_MM, Rect
from briefgen.layout.items import Drawing, Glyphs, Image, Pages
from briefgen.preflight.finding import Finding
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE, PRESS
from briefgen.problem import Place, Problem

PICTURES = {"print/low-resolution", "print/coarse-line-art"}
NEAR = 2.0  # points: what the judge sees and what layout placed may differ by so much
POINTS_PER_INCH = 72


def prove(data: bytes, pages: Pages, brief: Brief, *, pressed: bool = True) -> Iterator[Problem]:
    """The problems that a press, or else an office printer, would have with a file; of the latter, only what is an error.

    An office file is judged for the pages of others that it takes: how coarse the outline's pictures are is no matter of it.
    """
    printing = brief.printing
    rules = msgspec.structs.replace(PRESS, bleed=printing.bleed, ink=float(printing.ink_limit)) if pressed else OFFICE
    for finding in preflight(data, rules):
        if not pressed and finding.code in PICTURES and (own := _picture(finding, pages)) and own.picture.art is None:
            continue
        if finding.severity == "error" or (pressed and finding.severity == "warning"):
            yield _problem(finding, finding.severity, pages, brief)


def _problem(finding: Finding, severity: str, pages: Pages, brief: Brief) -> Problem:
    message = f"page {finding.page}: {finding.message}" if finding.page else finding.message
    place, hint = Place(brief.file), finding.hint or "`briefgen preflight` says more of the file"
    picture = _picture(finding, pages)
    if picture is not None:
        place = picture.picture.place
        if finding.code in PICTURES and picture.picture.art is None and finding.measured and finding.limit:
            message = _coarse(picture, finding.measured, finding.limit, brief)
            hint = "use an image with more pixels"
    elif (id := _words(finding, pages)) and id in brief.sources:
        place = brief.place(id)
    return Problem(finding.code, "error" if severity == "error" else "warning", message, place, hint)


def _coarse(item: Image, measured: float, limit: float, brief: Brief) -> str:
    """`assets/map.png is 143 dpi at 82 mm wide; 300 needed (largest width at 300 dpi: 39 mm)`."""
    path = item.picture.path
    folder = FilePath(brief.file).parent.resolve()
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
    width = item.rect.width / POINTS_PER_MM
    most = int(width * measured / limit)
    said = f"{name} is {int(measured)} dpi at {width:.0f} mm wide; {limit:g} needed"
    return f"{said} (largest width at {limit:g} dpi: {most} mm)"


def _picture(finding: Finding, pages: Pages) -> Image | None:
    """The picture that a finding is about: it stands where the finding does, is a drawing round it, or is seen in part."""
    area = finding.area
    if area is None or not finding.page:
        return None
    items = pages.pages[finding.page - 1].items
    pictures = [item for item in items if isinstance(item, Image)]
    drawn = (item for item in pictures if item.picture.art is not None and _within(area, item.rect))
    cut = [item for item in pictures if item.picture.art is None and _within(item.rect, area)]
    largest = max(cut, key=lambda item: item.rect.width * item.rect.height, default=None)  # cropped, or run into the bleed
    return next((item for item in pictures if _same(item.rect, area)), None) or next(drawn, None) or largest


def _words(finding: Finding, pages: Pages) -> str:
    """The id of the words, or of the drawing, that a finding is about; "" when it is about something else."""
    area = finding.area
    if area is None or not finding.page:
        return ""
    for item in pages.pages[finding.page - 1].items:
        if (
            isinstance(item, Glyphs)
            and item.id
            and abs(item.x - area.x) < NEAR
            and area.y - NEAR < item.y < area.bottom + NEAR
        ):
            return item.id
        if isinstance(item, Drawing) and item.id and _holds(item.rect, area):
            return item.id
    return ""


def _holds(frame: Rect, area: Rect) -> bool:
    across = frame.x - NEAR < area.x and area.right < frame.right + NEAR
    return across and frame.y - NEAR < area.y and area.bottom < frame.bottom + NEAR


def _within(inner: Rect, outer: Rect) -> bool:
    """Whether a finding is about a part of a drawing."""
    across = outer.x - NEAR <= inner.x and inner.right <= outer.right + NEAR
    return across and outer.y - NEAR <= inner.y and inner.bottom <= outer.bottom + NEAR


def _same(one: Rect, other: Rect) -> bool:
    pairs = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return all(abs(first - second) < NEAR for first, second in pairs)
