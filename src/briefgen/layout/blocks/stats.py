"""Large figures: in rows as equal as their number allows, their labels below; never torn apart.

Comes: two to eight figures, as a rule, and a width. Goes: one piece. Promise: smaller type is chosen before more rows,
no figure and no word of a label is wider than its place if there is a way, and none is left alone beside an empty place:
three that no row holds stand below each other, each with its label beside it.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Stat, Stats
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Image, Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk
from briefgen.theme import TextStyle

DESCENDERS = 2.0  # that a label leaves below its last baseline
CLEAR = 7.0  # points from what hangs below a figure's line, a comma, to the capitals of its label
HANGS = 1.0  # what hangs less is the roundness of digits
FULLEST = 0.94  # of its place: a figure that takes more seems to touch the next
WIDEST = 0.55  # of the width: a figure that takes more leaves its label no room beside it


class FigureRows(msgspec.Struct, frozen=True):
    """How many figures stand in each row, the width of each, and their style."""

    rows: tuple[int, ...]
    each: float
    look: TextStyle


def stat_pieces(desk: Desk, block: Stats, width: float, place: Place) -> tuple[Piece, ...]:
    """All rows as one piece. Figures of all rows stand below each other, also where the last row has fewer."""
    arrangement, look = _arrangement(desk, block.items, width), desk.look.stats
    if 1 in arrangement.rows[1:] and (listed := _listed(desk, block.items, width)):
        return (set_off(desk, *listed, place),)
    items: list[Ingredient] = []
    y = 0.0
    rest = list(block.items)
    for count in arrangement.rows:
        row, rest = rest[:count], rest[count:]
        copies, height = _row(desk, row, arrangement, y)
        lefts = [number * (arrangement.each + look.gutter) for number in range(count)]
        items += [Rule(Rect(left, y, arrangement.each, look.rule), desk.theme.palette.accent) for left in lefts]
        items += [item for copy in copies for item in copy.strips]
        items += _icons(desk, row, arrangement, y)
        y += height + look.between
    return (set_off(desk, items, y - look.between, place),)


def _listed(desk: Desk, stats: tuple[Stat, ...], width: float) -> tuple[list[Ingredient], float] | None:
    """One below the other under rules as wide as all, labels beside the figures; None if that has no room, or for icons."""
    record, full = desk.look.stats, desk.theme.style("stat_value")
    if any(stat.icon for stat in stats):
        return None
    widest = max(desk.natural_width(stat.value, full) for stat in stats)
    words = max(desk.min_width(stat.label, "stat_label") for stat in stats)
    for step in record.steps:
        look = msgspec.structs.replace(full, size=full.size * step, leading=full.leading * step)
        inset = widest * step + record.gutter
        if inset <= WIDEST * width and max(record.least, words) <= width - inset:
            break
    else:
        return None
    items: list[Ingredient] = []
    y, label = 0.0, desk.theme.style("stat_label")
    for stat in stats:
        figure = desk.copy(stat.value, look, width, y=y + record.drop)
        said = desk.copy(stat.label, label, width - inset)
        # the middle of its lines, from capitals to baseline, is the middle of the figure
        middle = y + record.drop + look.leading * BASELINE - look.size * CAPITALS / 2
        inked = label.leading * (said.lines - 1) + label.size * CAPITALS
        top = max(y + record.rule + record.label_rise, middle - inked / 2)
        label_y = top - (label.leading * BASELINE - label.size * CAPITALS)
        items.append(Rule(Rect(0.0, y, width, record.rule), desk.theme.palette.accent))
        items += (*figure.strips, *(moved(strip, inset, label_y) for strip in said.strips))
        end = max(y + record.drop + figure.height - record.label_rise, label_y + said.height) - DESCENDERS
        y = end + record.between / 2
    return items, end


def _row(desk: Desk, row: list[Stat], arrangement: FigureRows, y: float) -> tuple[list[Copy], float]:
    """The figures of a row whose rules stand at `y`, with their labels, and its height."""
    copies: list[Copy] = []
    record = desk.look.stats
    bottom = top = y
    figures = [desk.copy(stat.value, arrangement.look, arrangement.each) for stat in row]
    if any(stat.icon for stat in row):
        y += record.icon + record.icon_gap
    label_y = y + record.drop + max(figure.height for figure in figures) - record.label_rise
    label_y += max(_lacking(desk, stat, arrangement.look) for stat in row)
    for number, stat in enumerate(row):
        x = number * (arrangement.each + record.gutter)
        copies.append(desk.copy(stat.value, arrangement.look, arrangement.each, x=x, y=y + record.drop))
        copies.append(desk.copy(stat.label, "stat_label", arrangement.each, x=x, y=label_y))
        bottom = max(bottom, label_y + copies[-1].height)
    return copies, bottom - DESCENDERS - top


def _lacking(desk: Desk, stat: Stat, look: TextStyle) -> float:
    """The points by which a label has to stand lower than usual, for its figure has a comma or a bracket."""
    face, record, label = desk.face(look), desk.look.stats, desk.theme.style("stat_label")
    letters = {letter for letter in stat.value.words if not letter.isalnum() and face.has(ord(letter))}
    lowest = min([face.extent(face.glyph(ord(letter)))[1] for letter in letters], default=0.0)
    depth = -lowest * look.size / face.upem
    usual = look.leading * (1 - BASELINE) - record.label_rise + label.leading * BASELINE - label.size * CAPITALS
    return max(0.0, depth + CLEAR - usual) if depth > HANGS else 0.0


def _icons(desk: Desk, row: list[Stat], arrangement: FigureRows, y: float) -> list[Ingredient]:
    """The icons of a row, of equal height, at the left of their figures."""
    record, found = desk.look.stats, []
    for number, stat in enumerate(row):
        if stat.icon:
            picture = stat.icon.picture
            width = min(arrangement.each, record.icon * picture.width / picture.height)
            x, height = number * (arrangement.each + record.gutter), width * picture.height / picture.width
            rect = Rect(x, y + record.rule + record.icon_gap + record.icon - height, width, height)
            found.append(Image(rect, picture, stat.icon.id, "Layout"))
    return [*found]


def _arrangement(desk: Desk, stats: tuple[Stat, ...], width: float) -> FigureRows:
    """The fewest rows in which all fits, in the largest type in which it does; one below the other when nothing fits."""
    words = max(desk.min_width(stat.label, "stat_label") for stat in stats)
    full = desk.theme.style("stat_value")
    usual = max(desk.natural_width(stat.value, full) for stat in stats)
    for arrangement in _arrangements(desk, len(stats), width):
        widest = usual * arrangement.look.size / full.size
        if max(desk.look.stats.least, words, widest / FULLEST) <= arrangement.each:
            return arrangement
    return arrangement


def _arrangements(desk: Desk, total: int, width: float) -> Iterator[FigureRows]:
    look, record = desk.theme.style("stat_value"), desk.look.stats
    for count in range(1, total + 1):
        longest = -(-total // count)
        if -(-total // longest) < count:
            continue  # as many rows as before, or an empty one
        each = (width - record.gutter * (longest - 1)) / longest
        # the first rows have one more where the rows cannot be equal
        rows = tuple([total // count + (number < total % count) for number in range(count)])
        for step in record.steps:
            yield FigureRows(rows, each, msgspec.structs.replace(look, size=look.size * step, leading=look.leading * step))
