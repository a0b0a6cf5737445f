"""Where a block stands, and the optical space around it."""

from collections.abc import Sequence

import msgspec

from briefgen.content.brief import Block, Heading, Paragraph
from briefgen.geometry import WHITE, Rect
from briefgen.layout import costs
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece, Strip
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.slack import Elastic
from briefgen.layout.measuring.text import BASELINE, Desk

BASE = 2.0  # points below a baseline that a line of text seems to end
CAP = 3.4  # points below the top of a row that a line of text begins
SHORT, WIDE = 0.4, 300.0  # a last line of a smaller share of its measure, if that is wider than so many points, leaves white


class Plate(msgspec.Struct, frozen=True):
    """A white ground `width` points wide, and how far what stands on it stands in from its edges."""

    width: float
    padding: float


class Place(msgspec.Struct, frozen=True):
    """Where a block stands: what came before it, the group around it, the style of its text, its heading a banner."""

    before: Block | None = None
    group: Group | None = None
    style: str = "body"
    banner: bool = False
    beside: bool = False  # a margin column is beside it
    least: float = 0.0  # points: how high the ground of a box is at the least, beside another, or on a page of its own
    plate: Plate | None = None  # under it
    opens: bool = False  # with it the text of the brief begins
    outdent: float = 0.0  # points: how far it may reach out at its left, where its column stands in from the frame

    @property
    def headed(self) -> bool:
        """Whether what came before heads the block."""
        return isinstance(self.before, Heading) and not self.before.run_in

    def below_bar(self, desk: Desk) -> bool:
        """Whether what heads the block stands on a bar."""
        before = self.before
        return isinstance(before, Heading) and before.level == 1 and self.headed and desk.look.heading.variant == "bar"

    @property
    def continues(self) -> bool:
        """Whether the block goes on from running text, and needs a sign that it is another paragraph."""
        return isinstance(self.before, Paragraph)

    @property
    def tinted(self) -> bool:
        """Whether it stands on a tint and not on paper."""
        return self.style == "box"


def set_off(
    desk: Desk,
    items: Sequence[Ingredient],
    height: float,
    place: Place,
    *,
    elastic: Elastic = "block",
    depth: float = 0.0,
) -> Piece:
    """A piece of items that are inked from 0 to `height` points, with equal space above and below it.

    The space is the look's, more or less as the grid wants it, and centred in the rows left over. At the head of a column
    the ink begins as high as the capitals of a line of text beside it, or a little higher. `depth`: what hangs below it at
    the least within its rows, the descenders of words that have no ground.
    """
    if place.plate:
        plate = place.plate
        height += 2 * plate.padding
        moved_items = [moved(item, plate.padding, plate.padding) for item in items]
        items = [Rule(Rect(0, 0, plate.width, height), WHITE), *moved_items]
    leading, space = desk.leading, desk.look.space
    rows = desk.rows(height + depth)
    left = rows * leading - height
    under = leading * (1 - BASELINE) - BASE  # what the row above has below its text
    count = max(1, round((2 * space.around * desk.fit.spaces - under - CAP - left) / leading))
    if leading + under + CAP + left < 2 * space.least:
        count = max(2, count)
    above = (count + 1) // 2
    below = count - above
    # at the head of a column no space above counts, and what is left over goes below; a float may have a row more there
    scant = not below and left + CAP < space.least
    head = max(0.0, min(left - depth, CAP, left + CAP - space.below_head + below * leading))
    top = min(left - depth, (count * leading + left + CAP - under) / 2 - above * leading)
    return Piece(
        rows=rows,
        ingredients=tuple([moved(item, 0.0, top) for item in items]),
        lead=above,
        below=below,
        below_head=1 if scant else 0,
        top_shift=head - top,
        elastic=elastic,
        centred=True,
        group=place.group,
    )


def append(pieces: list[Piece], found: Sequence[Piece]) -> None:
    """Add the pieces of a block to those before it, the last of which is held to them as far as the block asks for.

    A last line may go along with what it is held to: at the head of a column it then is not alone.
    Where a short last line leaves white above the block, a row is let in there, and at others of its kind, after all others.
    """
    if pieces and found:
        if found[0].held:
            pieces[-1] = dearer(pieces[-1], found[0].held, costs.PAGE_LIST)
            pieces[-2:-1] = [_led(piece) for piece in pieces[-2:-1]]
        if found[0].elastic and _ends_short(pieces[-1]):
            found = [msgspec.structs.replace(found[0], reluctant=True), *found[1:]]
    pieces += found


def dearer(piece: Piece, cost: float, page_cost: float = 0.0) -> Piece:
    """A piece after which the end of a column costs so much more, and that of a page `page_cost` besides."""
    cost, page_cost = piece.break_cost + cost, piece.page_break_cost + page_cost
    return msgspec.structs.replace(piece, break_cost=cost, page_break_cost=page_cost)


def _led(piece: Piece) -> Piece:
    """The line before the last of a text that leads in what is below it."""
    if not costs.WIDOW <= piece.break_cost < FORBIDDEN:
        return piece
    return msgspec.structs.replace(piece, break_cost=piece.break_cost - costs.WIDOW + costs.LED)


def _ends_short(piece: Piece) -> bool:
    """Whether a piece ends with a line that leaves a column's width of white beside it."""
    last = next((item.line for item in reversed(piece.ingredients) if isinstance(item, Strip)), None)
    return last is not None and last.measure > WIDE and last.width < SHORT * last.measure


def headed(pieces: Sequence[Piece], around: Group | None = None) -> tuple[Piece, ...]:
    """Pieces that stand right below what heads them: as at the head of a column. `around` is the group they all stand in."""
    if not pieces:
        return ()
    first, *rest = pieces
    shifted = tuple([moved(item, 0.0, first.top_shift) for item in first.ingredients])
    first = msgspec.structs.replace(first, ingredients=shifted, lead=0, top_shift=0.0, elastic="")
    own = first.group
    if own is None or own is around:
        return (first, *rest)
    group = msgspec.structs.replace(own, lead=0, headed=True)
    return tuple([msgspec.structs.replace(each, group=group) if each.group is own else each for each in (first, *rest)])
