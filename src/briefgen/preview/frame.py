"""The frame and the grid by which a page is made.

Comes in: a page of items and the shape of pages. Goes out: columns, and baselines. The promise: the grid is that on which
most lines of the page stand. Refuses to know what stands in the columns.
"""

from collections import Counter

from briefgen.geometry import Rect
from briefgen.layout.items import Glyphs, Page
from briefgen.theme import PageShape

FINE = 20  # steps in a point: lines nearer than that stand on one grid


def columns(shape: PageShape, number: int) -> list[Rect]:
    """The columns of text of a page, and its margin column."""
    height = shape.rows * shape.leading
    text = shape.measure - (shape.margin + shape.margin_gap if shape.margin else 0.0)
    width = (text - (shape.columns - 1) * shape.gutter) / shape.columns
    start = shape.left(number) + shape.text_shift(number)
    found = [Rect(start + at * (width + shape.gutter), shape.top, width, height) for at in range(shape.columns)]
    if shape.margin:
        found.append(Rect(shape.margin_left(number), shape.top, shape.margin, height))
    return found


def baselines(shape: PageShape, page: Page) -> list[float]:
    """The heights of a page's lines of the grid, from the head of the frame to its foot."""
    steps = max(1, round(shape.leading * FINE))
    lines = {item.y for item in page.items if isinstance(item, Glyphs) and item.id}
    found = Counter(round((y - shape.top) * FINE) % steps for y in lines)
    first = found.most_common(1)[0][0] / FINE if found else shape.leading
    return [round(shape.top + first + row * shape.leading, 2) for row in range(shape.rows)]
