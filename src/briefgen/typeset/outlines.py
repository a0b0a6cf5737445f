"""The outline of a glyph, for letters that are drawn as shapes.

Comes: a face and the number of a glyph. Goes: segments in fractions of an em, y upwards. Knows no page.
"""

import uharfbuzz as hb

from briefgen.typeset.face import Face

Segments = list[tuple[str, tuple[float, ...]]]


def outline(face: Face, glyph: int) -> Segments:
    """Moves (m), lines (l), Bézier curves (c) and closed paths (z), each with its points; none for what has no shape."""
    found: Segments = []
    face.hb_font.draw_glyph(glyph, _pen(), found)
    return [(kind, tuple([value / face.upem for value in values])) for kind, values in found]


def _pen() -> hb.DrawFuncs:
    """Notes segments in the list that is handed to it."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, found: found.append(("m", (x, y))))
    pen.set_line_to_func(lambda x, y, found: found.append(("l", (x, y))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, found: found.append(("c", (a, b, c, d, x, y))))
    pen.set_quadratic_to_func(_quadratic)
    pen.set_close_path_func(lambda found: found.append(("z", ())))
    return pen


def _quadratic(a: float, b: float, x: float, y: float, found: Segments) -> None:
    """A quadratic curve of TrueType as a cubic one: its inner points are two thirds of the way to the one inner point."""
    x0, y0 = found[-1][1][-2:]
    inner = (x0 + (a - x0) * 2 / 3, y0 + (b - y0) * 2 / 3, x + (a - x) * 2 / 3, y + (b - y) * 2 / 3)
    found.append(("c", (*inner, x, y)))
