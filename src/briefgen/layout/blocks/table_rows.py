"""The rows of a table: their cells in columns, the rules between them, the grounds of what stands out.

Comes: a table, its grid and a desk. Goes: what is drawn of one row, from its own top, and its height. Promise: units stand
under units; nothing is said by colour alone: what stands out is bolder, too. Refuses to know where rows are parted.
"""

import msgspec

from briefgen.content.brief import COVERED, Table, Text
from briefgen.geometry import Colour, Rect
from briefgen.layout.blocks.table_grid import Grid, column_align, head_width
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Ingredient
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import Copy, Desk
from briefgen.theme import TextStyle


class Row(msgspec.Struct, frozen=True):
    """What a row of a table draws, from its own top and with the rule at its foot, and its height."""

    items: tuple[Ingredient, ...]
    height: float


class Rows(msgspec.Struct, frozen=True):
    """Makes the rows of one table; `tinted`: it stands on a tint."""

    desk: Desk
    table: Table
    grid: Grid
    tinted: bool = False

    @property
    def width(self) -> float:
        """From the left edge of the table to its right one."""
        return self.grid.lefts[-1] + self.grid.widths[-1] + self.grid.inset

    def head(self, *, artifact: bool) -> Row:
        """The head: words at the foot, a strong rule above and below, or a ground."""
        look = self.desk.look.table
        colour = self.desk.tone(look.rule_colour)
        copies = self._cells(self.table.head, self.grid.head, artifact=artifact)
        height = max((copy.height for copy in copies), default=0.0)
        top = look.rule + look.padding
        bottom = top + height + look.padding
        rules = [Rule(Rect(0, y, self.width, look.rule), colour) for y in (0.0, bottom)]
        grounds = [*self._columns(look.rule, bottom)]
        if look.head == "reversed":
            grounds, rules = [Rule(Rect(0, 0, self.width, bottom + look.rule), colour)], []
        elif look.head == "tinted":
            grounds, rules = [Rule(Rect(0, 0, self.width, bottom), self._ground)], rules[1:]
        cells = [moved(strip, 0.0, top + height - copy.height) for copy in copies for strip in copy.strips]
        return Row((*grounds, *rules[:1], *cells, *rules[1:]), bottom + look.rule)

    def body(self) -> list[Row]:
        """All rows, each as high as its words."""
        found = []
        for number, cells in enumerate(self.table.rows):
            look = self.grid.total if self._adds_up(number) else self.grid.cell
            strong = number in self.table.strong_rows
            copies = self._cells(cells, self.grid.strong if strong else look)
            height = max((copy.height for copy in copies), default=0.0) + 2 * self.desk.look.table.padding
            strips = tuple(strip for copy in copies for strip in copy.strips)
            found.append(Row(strips, height))
        return found

    def set_row(self, number: int, row: Row, y: float, height: float) -> list[Ingredient]:
        """Row `number` at `y`, `height` points high: its words amid it, the rule at its foot."""
        down = y + self.desk.look.table.padding + (height - row.height) / 2
        return [*(moved(item, 0.0, down) for item in row.items), self._rule(number, y + height)]

    def grounds(self, number: int, y: float, height: float) -> list[Ingredient]:
        """What stands behind row `number` at `y`, to be drawn before the rules of all rows."""
        if number in self.table.strong_rows:
            return [Rule(Rect(0, y, self.width, height), self._ground)]
        striped = self.desk.look.table.bands and number % 2
        bands = [Rule(Rect(0, y, self.width, height), self._ground)] if striped else []
        return [*bands, *self._columns(y, y + height)]

    def names_again(self, number: int) -> tuple[Ingredient, ...]:
        """The name of the group that row `number` goes on with, for the head of a column: it is not read again."""
        if self.table.rows[number][0].role != COVERED:
            return ()
        name = next(row[0] for row in self.table.rows[number::-1] if row[0].role != COVERED)
        look = self.grid.strong if number in self.table.strong_rows else self.grid.cell
        y = self.desk.look.table.padding
        return self.desk.copy(name, look, self.grid.widths[0], x=self.grid.lefts[0], y=y, artifact=True).strips

    def _adds_up(self, number: int) -> bool:
        return self.table.total and number + 1 == len(self.table.rows)

    @property
    def _ground(self) -> Colour:
        ground = self.desk.look.table.strong_ground
        return self.desk.tone("paper" if self.tinted else ground)

    def _columns(self, top: float, bottom: float) -> list[Rule]:
        """The grounds of the columns that stand out, between two heights."""
        found = []
        for number in self.table.strong_columns:
            left, right = self.grid.edges(number)
            found.append(Rule(Rect(left, top, right - left, bottom - top), self._ground))
        return found

    def _rule(self, number: int, y: float) -> Rule:
        """The rule at the foot of a row: strong at the table's foot, fine between rows, in groups without their names."""
        rows, look = self.table.rows, self.desk.look.table
        y -= look.fine_rule
        if number + 1 == len(rows):
            return Rule(Rect(0, y, self.width, look.rule), self.desk.tone(look.rule_colour))
        if self._adds_up(number + 1):
            return Rule(Rect(0, y, self.width, look.total_rule), self.desk.tone(look.rule_colour))
        left = self.grid.lefts[1] if rows[number + 1][0].role == COVERED else 0.0
        return Rule(Rect(left, y, self.width - left, look.fine_rule), self.desk.tone(look.fine_colour))

    def _cells(self, cells: tuple[Text, ...], look: TextStyle, *, artifact: bool = False) -> list[Copy]:
        """The cells of one row as copies, each aligned in its column; "decimal" sets units under units."""
        copies = []
        grid = self.grid
        for number, cell in enumerate(cells):
            own = grid.strong if number in self.table.strong_columns and look is grid.cell else look
            if column_align(self.table, number) == "decimal":
                copies.append(self._number(number, cell, own, artifact=artifact))
            else:
                align = _aligned(own, column_align(self.table, number))
                copies.append(self.desk.copy(cell, align, grid.widths[number], x=grid.lefts[number], artifact=artifact))
        return copies

    def _number(self, number: int, cell: Text, look: TextStyle, *, artifact: bool) -> Copy:
        """A cell of a column of numbers: its units under those above, or at the right where there are none or no room."""
        desk, grid = self.desk, self.grid
        x, width = grid.lefts[number], grid.widths[number]
        unhung = _aligned(look, "center")
        own = desk.natural_width(cell, unhung)
        before = head_width(desk, cell, unhung, grid.signs[number])
        if desk.rtl:  # numbers run to the right all the same: what follows the units is nearer the line's start
            tail = 0.0 if before is None else own - before
            shift = grid.tails[number] - tail if look is not grid.head and before is not None else 0.0
            return desk.copy(cell, _aligned(look, "left"), width - shift, x=x + shift, artifact=artifact)
        shift = width - grid.tails[number] - (own if before is None else before)
        if look is not grid.head and before is not None and own <= width and shift >= 0:
            return desk.copy(cell, _aligned(look, "left"), width - shift, x=x + shift, artifact=artifact)
        return desk.copy(cell, _aligned(look, "right"), width, x=x, artifact=artifact)


def _aligned(look: TextStyle, align: str) -> TextStyle:
    return msgspec.structs.replace(look, align=align)
