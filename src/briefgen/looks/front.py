"""What stands around the text: masthead, title, headings, the furniture of pages, the closing panel."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from briefgen.looks.units import Count, Factor, Part, Points, Rows, Third, Tone, Type, Weight, Wide


class Masthead(msgspec.Struct, frozen=True):
    """Publisher, series, number and date at the head of page 1."""

    bar: Annotated[Weight, "The bar in the accent above it."] = 5.0
    padding: Annotated[Points, "Above and below what stands in it."] = 11.0
    rule: Annotated[Weight, "The rule below it."] = 0.5
    below: Annotated[Points, "Below that rule."] = 6.0
    logo_height: Annotated[Points, "The height of the logo, at most."] = 30.0
    logo_width: Annotated[Wide, "The width of the logo, at most."] = 130.0
    logo_gap: Annotated[Points, "Between the logo and the publisher's name."] = 10.0
    issue: Annotated[Third, "Where series, number and date begin, as a share of the width."] = 0.42
    issue_gap: Annotated[Points, "Between the publisher and these."] = 12.0


class Title(msgspec.Struct, frozen=True):
    """The title of the brief, and what goes with it."""

    lines: Annotated[Count, "A title of more lines is set smaller."] = 2
    steps: Annotated[tuple[Factor, ...], "The sizes of such a title, as factors of its own."] = (1.0, 0.92, 0.84)
    grown: Annotated[tuple[Factor, ...], "The same of one that stays in one line."] = (1.09,)
    short: Annotated[tuple[Factor, ...], "The same of one that then fills at most 60 % of its line."] = (1.22, 1.14)
    most: Annotated[Count, "One that takes more even so is set smaller still, what follows a colon in it lighter."] = 3
    small: Annotated[tuple[Factor, ...], "The sizes of that, as factors of its own."] = (0.74, 0.66)
    above: Annotated[Rows, "Above it, in rows."] = 0.6
    below: Annotated[Rows, "Below all of this, in rows."] = 1.0
    gap: Annotated[Points, "From the title to the subtitle, and from that to the authors."] = 2.5
    author: Annotated[Wide, "The least width of a column of many authors."] = 130.0
    authors_gap: Annotated[Points, "Between such columns."] = 16.0
    author_below: Annotated[Points, "Between two rows of authors."] = 4.0
    standfirst_gap: Annotated[Points, "Above the standfirst."] = 6.0
    standfirst_width: Annotated[Points, "The most that a line of the standfirst takes, in em."] = 31.0


class Heading(msgspec.Struct, frozen=True):
    """Headings of sections."""

    variant: Annotated[
        Literal["plain", "rule", "bar", "numeral"],
        "Words alone, below a rule, on a bar in the colour, or beside a large number.",
    ] = "plain"
    banner: Annotated[
        Literal["bar", "same"], "Across the page, above recommendations: on a bar, or as other headings are."
    ] = "bar"
    colour: Annotated[Tone, "The colour of bars and rules."] = "accent"
    rule: Annotated[Weight, "The rule above."] = 2.0
    rule_gap: Annotated[Points, "From that rule to the capitals."] = 7.0
    bar_padding: Annotated[Points, "Between the edges of a bar and its words."] = 7.0
    bar_below: Annotated[Points, "Below a bar."] = 2.0
    numeral_width: Annotated[Points, "How wide the column of a large number is, at the least."] = 34.0
    numeral_gap: Annotated[Points, "Between a large number and the words."] = 8.0
    run_in_gap: Annotated[Points, "From a heading that runs in to its text."] = 7.0
    banner_size: Annotated[Factor, "The size of its words, as a factor of that of other headings."] = 1.0
    banner_padding: Annotated[Points, "At the sides of a heading on a bar across the page."] = 10.0
    banner_air: Annotated[Factor, "How much of that is above and below it."] = 0.8
    banner_below: Annotated[Points, "Below the bar."] = 7.0


class Furniture(msgspec.Struct, frozen=True):
    """What stands outside the frame of a page: running head, folio, marking."""

    head_gap: Annotated[Points, "From the running head's baseline to the frame."] = 26.0
    foot_gap: Annotated[Points, "From the frame to the folio's baseline."] = 30.0
    rule: Annotated[Weight, "The rule below the running head."] = 0.5
    rule_gap: Annotated[Points, "From the running head's baseline to that rule."] = 6.0
    head: Annotated[Literal["title", "series", "publisher", "none"], "What the running head says."] = "title"
    verso_head: Annotated[
        Literal["same", "title", "series", "publisher", "none"], "What it says on left-hand pages of a duplex brief."
    ] = "same"
    foot: Annotated[Literal["none", "title", "series", "publisher"], "What stands at the foot, opposite the folio."] = "none"
    folio: Annotated[
        Literal["of", "bare", "edge"],
        "The number of the page: with how many there are, alone, or alone in the outer margin.",
    ] = "bare"
    first: Annotated[bool, "Page 1 has a folio too."] = False
    strip: Annotated[Third, "A strip down the outer edge of each page, as a share of its width."] = 0.0
    strip_tone: Annotated[Tone, "Its colour."] = "accent"
    running_head: Annotated[Part, "How much of the frame's width a running head takes, at most."] = 0.75
    marking: Annotated[Part, "The same of a marking."] = 0.55


class Closing(msgspec.Struct, frozen=True):
    """The panel at the foot of the last page: notes, sources, about, contact, imprint."""

    ground: Annotated[Tone, "Its ground."] = "tint"
    reach: Annotated[
        Literal["frame", "edges"], "How far its ground goes: as the text does, or to three edges of the paper."
    ] = "frame"
    padding: Annotated[Points, "Between the edges of the ground and the words."] = 14.0
    gutter: Annotated[Points, "Between its columns."] = 20.0
    column: Annotated[Wide, "The least width of a column."] = 126.0
    compact: Annotated[Factor, "The type and leading of its compact form, as a factor."] = 0.96
    compact_padding: Annotated[Points, "The padding above and below in that form."] = 11.0
    airy: Annotated[Factor, "The type and leading of its airy form, as a factor."] = 1.08
    airy_padding: Annotated[Points, "The padding above and below in that form."] = 18.0
    least: Annotated[Type, "Its type is never smaller."] = 8.0
    run_in_gap: Annotated[Points, "After a heading that stands in the line of its text."] = 5.0
    hang: Annotated[Points, "How far texts stand in from their labels, at the least."] = 9.0
    label_gap: Annotated[Points, "From the widest label to the texts."] = 4.0


class Notes(msgspec.Struct, frozen=True):
    """Notes at the feet of columns."""

    widest: Annotated[Wide, "The most that a line of them takes."] = 320.0
    rule_width: Annotated[Wide, "The width of the rule above them."] = 48.0
    rule: Annotated[Weight, "Its weight."] = 0.5
    gap: Annotated[Points, "Above the first of them; the rule stands in it."] = 9.0
