"""Authors with their portraits, and partners with their logos."""

from __future__ import annotations

from typing import Annotated

import msgspec

from briefgen.looks.units import Points, Wide


class People(msgspec.Struct, frozen=True):
    """Authors who have a portrait or a biography."""

    portrait: Annotated[Wide, "How wide a portrait is: a disc."] = 62.4
    gap: Annotated[Points, "Between a portrait and what is beside it."] = 12.0
    column: Annotated[Wide, "The least width of a column of them."] = 200.0
    gutter: Annotated[Points, "Between two columns."] = 24.0


class Partners(msgspec.Struct, frozen=True):
    """The logos of partners, which all cover as much of the page."""

    height: Annotated[Points, "How high a logo would be that is three times as wide; others cover the same area."] = 24.0
    widest: Annotated[Wide, "The most that a logo takes of the width."] = 130.0
    highest: Annotated[Wide, "The most that it takes of the height."] = 46.0
    gap: Annotated[Points, "Between two logos."] = 28.0
