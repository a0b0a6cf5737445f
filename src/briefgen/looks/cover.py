"""How page 1 opens where it is not with the masthead."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from briefgen.looks.units import Count, Factor, Part, Points, Rows, Share, Third, Weight, Wide


class Cover(msgspec.Struct, frozen=True):
    """Covers: bands, pictures and columns over a part of page 1, plates on a page of their own."""

    kind: Annotated[
        Literal["masthead", "band", "column", "plate"], "What page 1 opens with where the outline names no `cover`."
    ] = "masthead"
    band: Annotated[Wide, "How high a band is. This and the next three are those on A4; other paper has its share."] = 270.0
    picture: Annotated[Wide, "How high a picture is, from the edge of the paper."] = 340.0
    greatest: Annotated[Wide, "How high either grows for its words before the title is set smaller."] = 340.0
    above: Annotated[Points, "From the edge of the paper to the masthead."] = 40.0
    below: Annotated[Points, "From the last line to the foot of the ground."] = 18.0
    apart: Annotated[Points, "Between the masthead and the title, at the least."] = 24.0
    under: Annotated[Points, "From the ground to the text."] = 13.0
    tab: Annotated[Points, "The white round a logo."] = 9.0
    steps: Annotated[tuple[Factor, ...], "The sizes of the title, as factors: the first that takes few lines."] = (
        1.097,
        1.0,
        0.92,
        0.84,
        0.74,
        0.66,
    )
    lines: Annotated[tuple[Count, ...], "How many lines each of these may take."] = (2, 2, 2, 3, 4, 5)
    column: Annotated[Third, "The width of a column, as a share of the frame."] = 0.27
    column_gap: Annotated[Points, "Between a column and what is beside it."] = 20.0
    column_padding: Annotated[Points, "Between its words and its right edge."] = 12.0
    plate: Annotated[Part, "How far a plate goes, as a share of the frame."] = 0.84
    plate_foot: Annotated[Part, "Where it ends, as a share of the height of the page."] = 0.86
    plate_padding: Annotated[Points, "Above and below its words."] = 22.0
    plate_side: Annotated[Points, "At the right of its words."] = 24.0
    standfirst_gap: Annotated[Points, "From the title on a plate to the standfirst."] = 10.0
    plate_rule: Annotated[Weight, "The bar in the second colour along its upper edge."] = 0.0
    ring_least: Annotated[
        Share, "How far the least ring of a cover without a picture reaches, as a share of the largest; one for each word."
    ] = 0.32
    ring_places: Annotated[
        tuple[Third, ...], "Where they may have their middle at the edge of the page, as shares of the ground's height."
    ] = (0.0, 0.1, 0.2)
    ring_tones: Annotated[tuple[Share, ...], "How much of the accent is in each of them, on a page of its own."] = (
        0.94,
        0.88,
        0.82,
        0.76,
    )
    ring_shades: Annotated[tuple[Share, ...], "How much darker each of them is on a band; none: a band has none."] = ()
    plate_gap: Annotated[Points, "From series, number and date to the title."] = 14.0
    issue_gap: Annotated[Points, "Between series, number and date."] = 12.0
    credit_gap: Annotated[Points, "Above whose the picture is."] = 8.0
    back_type: Annotated[Factor, "The type of the back page, as a factor of that of the closing panel."] = 1.2
    back_gutter: Annotated[Points, "Between its columns."] = 20.0
    back_between: Annotated[Points, "Between two entries of it."] = 9.0
    sign_gap: Annotated[Points, "Between the publisher and these."] = 14.0
    tie: Annotated[Points, "The bar at the outer edge of the pages behind a plate, beside where the plate ends."] = 10.0
    tie_height: Annotated[Third, "How high that bar is, as a share of the height of the page."] = 0.12


class Contents(msgspec.Struct, frozen=True):
    """The strip of contents."""

    above: Annotated[Rows, "Above it, in rows."] = 1.4
    column: Annotated[Wide, "The least width of a column."] = 200.0
    gutter: Annotated[Points, "Between columns."] = 24.0
    number: Annotated[Points, "The room for a page number."] = 28.0
    padding: Annotated[Points, "Above and below an entry."] = 2.5
    rule: Annotated[Weight, "The rule above each."] = 0.5
