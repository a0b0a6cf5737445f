"""Figures, charts and tables on plates: white grounds on tinted paper.

Comes: a block that is set off from the text. Goes: its pieces, on a plate where the look has plates. Promise: what may be
torn apart, or is too wide for a plate, stands on the page itself.
"""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from briefgen.content.brief import Figure
from briefgen.geometry import WHITE
from briefgen.layout.blocks.setting import Place, Plate
from briefgen.layout.measuring.pieces import Piece, Remark
from briefgen.layout.measuring.text import Desk

Exhibit = TypeVar("Exhibit")
Make = Callable[[Desk, Exhibit, float, Place], tuple[Piece, ...]]


def plated(desk: Desk, block: Exhibit, width: float, place: Place, make: Make[Exhibit]) -> tuple[Piece, ...]:
    """The pieces that `make` makes of a block, on a plate of `width` points if it is to have one."""
    look = desk.look.figure
    bleeds = isinstance(block, Figure) and block.bleed
    if look.plate == "none" or bleeds or place.group or place.tinted or place.beside:
        return make(desk, block, width, place)
    palette = msgspec.structs.replace(desk.theme.palette, paper=WHITE)
    inside = desk.with_theme(msgspec.structs.replace(desk.theme, palette=palette))
    plate = Plate(width, look.plate_padding)
    found = make(inside, block, width - 2 * plate.padding, msgspec.structs.replace(place, plate=plate))
    if len(found) > 1 or any(isinstance(item, Remark) for item in found[0].ingredients):
        return make(desk, block, width, place)
    return found
