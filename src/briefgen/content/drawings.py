"""Drawings that the outline names: SVG, and PDF of one page.

Comes: the path of such a file. Goes: a Picture with its Art, or None with a problem. Promise: what cannot be drawn is said,
with the line of the SVG in which it stands; whatever the file holds, the answer comes in bounded time and memory.
"""

from importlib.util import find_spec
from pathlib import Path

from briefgen.content.brief import Art, Picture
from briefgen.content.files import Folder, ImageFault, shown
from briefgen.outline.tree import Scalar
from briefgen.problem import CODES, Place

REMARKS_MOST = 10  # of one drawing
LIBRARY = "svg2pdf_py"


def open_drawing(path: Path, folder: Folder, scalar: Scalar, recolour: Scalar | None) -> Picture | None:
    """The drawing in a file. What is wrong is reported."""
    name = shown(scalar.text.strip())
    try:
        if path not in folder.drawings:
            folder.drawings[path] = _read(path, folder, scalar, name)
        drawing = folder.drawings[path]
    except ImageFault as fault:
        folder.problems.add(fault.code, scalar.place, f"`{name}` {fault}", fault.hint)
        return None
    except OSError:
        folder.problems.add("content/bad-image", scalar.place, f"`{name}` may not be read", "change who may read it")
        return None
    if drawing is None:
        return None
    if recolour is not None and drawing.colours > 1:
        said = f"`{name}` is painted with {drawing.colours} colours, and all of them become the accent"
        folder.problems.add("content/several-colours", recolour.place, said, "recolour drawings of one colour only")
    return Picture(path, drawing.width, drawing.height, scalar.place, art=drawing, recoloured=recolour is not None)


def _read(path: Path, folder: Folder, scalar: Scalar, name: str) -> Art | None:
    data = path.read_bytes()
    if b"%PDF-" in data[:1024]:
        from briefgen.content.pages import read_page  # late: few briefs have one

        drawing, remarks = read_page(data)
    else:
        from briefgen.content.svg import read_svg  # late: lxml takes 15 ms to load

        if find_spec(LIBRARY) is None:
            from briefgen.installing import installing_extra  # late: it is said of what is missing alone

            said = f"`{name}` is an SVG, and what draws them is not installed here"
            folder.problems.add(
                "content/no-svg", scalar.place, said, f"run `{installing_extra('svg')}`, or save it as PDF or PNG"
            )
            return None
        drawing, remarks = read_svg(data)
    remarks = list(dict.fromkeys(remarks))
    for remark in remarks[:REMARKS_MOST]:
        place = Place(str(folder.path / scalar.text.strip()), remark.line, 1) if remark.line else scalar.place
        more = len(remarks) - REMARKS_MOST
        also = f"; and {more} more such things" if more > 0 and remark is remarks[REMARKS_MOST - 1] else ""
        folder.problems.add(remark.code, place, f"`{name}` {remark.said}{also}", remark.hint)
    return None if any(CODES[remark.code].severity == "error" for remark in remarks) else drawing
