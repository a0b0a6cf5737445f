"""The tokens of a look: colours, the sheet and its frame, sizes of text, spaces. As they stand, those of `modules`.

Comes: nothing. Goes: frozen records that `theme` and layout read. What is written beside each field is what the reference
says of it. Annotations are texts until a look's file is read: a build in a built-in look does not pay for them.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from briefgen.looks.units import (
    Columns,
    Factor,
    Grid,
    Hex,
    Leading,
    Margin,
    Millimetres,
    Points,
    Reading,
    Rows,
    Share,
    Size,
    Third,
    Tone,
    Tracking,
    Wide,
)


class Colours(msgspec.Struct, frozen=True):
    """The colours of a look."""

    accent: Annotated[Hex, "The one colour besides black; `design.accent` goes before it."] = "#8a1c1c"
    tint: Annotated[Share, "How much of the accent is in the ground of boxes."] = 0.08
    line: Annotated[Share, "How much of the accent is in fine rules."] = 0.45
    second: Annotated[Hex, "A second colour; without it, it is the accent."] = ""
    second_tint: Annotated[Share, "How much of the second colour is in its tint."] = 0.12
    paper: Annotated[Share, "How much of the accent is in the ground of pages; 0 for the paper's own white."] = 0.0
    grey: Annotated[Share, "How light secondary text is, from black, 0, to white, 1."] = 0.27
    hairline: Annotated[Share, "How light fine rules without colour are: those of tables."] = 0.6
    series: Annotated[tuple[Share, ...], "How much of the accent is in the tones of charts."] = (0.75, 0.55, 0.3)


class Sheet(msgspec.Struct, frozen=True):
    """The page and its text frame. What begins with `small_` holds for A5."""

    columns: Annotated[Columns, "The columns of text; `design.columns` goes before it."] = 2
    justify: Annotated[bool, "Justified text, or ragged; `design.justify` goes before it."] = True
    density: Annotated[Literal["airy", "usual", "dense"], "How much stands on a page; `design.density` goes before it."] = (
        "usual"
    )
    side: Annotated[Margin, "The margins at the sides."] = 20.0
    head: Annotated[Margin, "From the head of the sheet to the frame."] = 22.0
    foot: Annotated[Margin, "From the frame to the foot of the sheet."] = 22.0
    gutter: Annotated[Millimetres, "Between columns."] = 7.5
    small_side: Annotated[Margin, "The margins at the sides."] = 18.0
    small_head: Annotated[Margin, "From the head of the sheet to the frame."] = 18.0
    small_foot: Annotated[Margin, "From the frame to the foot of the sheet."] = 18.0
    small_gutter: Annotated[Millimetres, "Between columns."] = 5.5
    inner: Annotated[Millimetres, "How much wider the inner margin of a duplex brief is."] = 3.0
    outer: Annotated[Millimetres, "How much narrower the outer margin of a duplex brief is."] = 2.0
    single: Annotated[Wide, "The width of a single column of text, in points."] = 336.0
    margin: Annotated[Third, "The width of a margin column, as a share of the frame."] = 0.275
    margin_gap: Annotated[Third, "Between it and the text, as a share of the frame."] = 0.05


class Body(msgspec.Struct, frozen=True):
    """The size of running text and its leading, which is the grid."""

    size: Annotated[Reading, "In two columns."] = 10.0
    leading: Annotated[Grid, "In two columns."] = 13.0
    single_size: Annotated[Reading, "In one column."] = 10.5
    single_leading: Annotated[Grid, "In one column."] = 14.0
    small_size: Annotated[Reading, "On A5."] = 10.0
    small_leading: Annotated[Grid, "On A5."] = 13.0
    indent: Annotated[Points, "How far the first line of a paragraph after another stands in."] = 12.0
    beside: Annotated[Factor, "The size of type in a margin column, as a factor of its size in the text."] = 0.82


class Style(msgspec.Struct, frozen=True):
    """How a text is set. What it does not say is as in the look that is extended."""

    family: Annotated[Literal["body", "display"], "The face of the text, or that of headings."]
    size: Annotated[Size, "Its size; `body + 0.4` follows the size of the body."]
    leading: Annotated[Leading, "From one baseline to the next; in rows it stays on the grid. It goes with the size."]
    weight: Annotated[Literal["regular", "semibold", "bold"], "Its weight."] = "regular"
    italic: Annotated[bool, "Italic."] = False
    colour: Annotated[Tone, "Its colour; the accent is darkened where words in it would be too faint."] = "ink"
    align: Annotated[Literal["text", "left", "center", "right"], "`text` is as the body: justified or ragged."] = "left"
    hyphenate: Annotated[bool, "Words may be divided."] = False
    balance: Annotated[bool, "Lines of even length, broken by sense."] = False
    spare: bool = False  # a line more than needed, where that makes more sense
    tracking: Annotated[Tracking, "Space between letters."] = 0.0
    features: tuple[str, ...] = ()  # OpenType features on top of the usual ones
    upper: Annotated[bool, "Capitals."] = False
    on_body: bool = False  # the size counts from the body's
    on_grid: bool = False  # the leading is in rows of the grid
    shrinks: Annotated[Share, "How much of what small paper takes away its size loses."] = 0.0
    closes: Annotated[Share, "How much of that its leading loses."] = 0.0


class Densities(msgspec.Struct, frozen=True):
    """What makes a brief airy or dense, besides the space between blocks and the forms that copyfitting chooses."""

    airy_size: Annotated[Factor, "The size of the body."] = 1.05
    airy_leading: Annotated[Factor, "Its leading."] = 1.12
    airy_margins: Annotated[Millimetres, "How much wider the margins are, at the sides, above and below."] = 4.0
    dense_size: Annotated[Factor, "The size of the body."] = 0.96
    dense_leading: Annotated[Factor, "Its leading."] = 0.94
    dense_margins: Annotated[Millimetres, "How much narrower the margins are."] = 2.0


class Space(msgspec.Struct, frozen=True):
    """Space around what is set off from the text: boxes, tables, figures, quotes."""

    around: Annotated[Points, "Above and below; the grid makes it a little more or less."] = 15.0
    least: Annotated[Points, "Of it, at the least."] = 10.0
    below_head: Annotated[Points, "Below what stands at the head of a column, if that can be had."] = 14.0
    heading: Annotated[Rows, "From the last baseline of a section heading to the foot of its rows, in rows."] = 0.77
    subheading: Annotated[Rows, "The same of a heading of the second level."] = 0.23
