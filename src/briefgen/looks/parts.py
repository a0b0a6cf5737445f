"""The parts of the text that a look draws: summary, quotes, boxes, lists, exhibits, findings, recommendations."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from briefgen.looks.units import Count, Factor, Part, Points, Rows, Share, Third, Tone, Weight, Wide


class Summary(msgspec.Struct, frozen=True):
    """The box of key messages."""

    ground: Annotated[Tone, "Its ground."] = "tint"
    rule: Annotated[Weight, "The rule along its upper edge."] = 2.0
    rule_colour: Annotated[Tone, "The colour of that."] = "accent"
    padding: Annotated[Points, "Between the edges of the ground and the words."] = 14.0
    gutter: Annotated[Points, "Between its columns."] = 22.0
    hang: Annotated[Points, "How far its points stand in from their bullets."] = 12.0
    between: Annotated[Points, "Between two points."] = 4.0
    heading_gap: Annotated[Points, "From its heading's last baseline to the points."] = 7.0
    side: Annotated[Third, "A heading that stands beside the points, as a share of the width."] = 0.2
    narrowest: Annotated[Wide, "The least width of a column."] = 130.0
    overhang: Annotated[Points, "How far it may stand in the row below it."] = 5.0
    below: Annotated[Points, "Below it, more than above."] = 0.0


class Opening(msgspec.Struct, frozen=True):
    """How the text begins: the first paragraph of the brief."""

    variant: Annotated[
        Literal["none", "drop-cap", "small-caps"],
        "As any other paragraph, with a large capital over several lines, or with its first words in small capitals.",
    ] = "none"
    lines: Annotated[Count, "How many lines a large capital is high."] = 3
    gap: Annotated[Points, "From a large capital to the lines beside it."] = 4.0
    word_gap: Annotated[Points, "From it to the rest of its word."] = 2.0


class Quote(msgspec.Struct, frozen=True):
    """Pull quotes."""

    variant: Annotated[
        Literal["ruled", "hanging", "tinted", "solid", "bare"],
        "Between rules, beside a large mark, on its ground, reversed on the colour, or the words alone.",
    ] = "ruled"
    ground: Annotated[Tone, "The ground of one that is tinted."] = "tint"
    colour: Annotated[Tone, "The colour of rules, and of the ground of what is reversed."] = "accent"
    ground_padding: Annotated[Points, "Between the edges of a ground and the words."] = 14.0
    mark_gap: Annotated[Points, "Between a large mark and the words."] = 5.0
    rule: Annotated[Weight, "The rule above."] = 2.0
    fine_rule: Annotated[Weight, "The rule below."] = 0.6
    padding: Annotated[Points, "Between the rules and the words."] = 9.0
    credit_gap: Annotated[Points, "Between the words and whose they are."] = 6.0
    slim: Annotated[Factor, "The size of one in the gutter, as a factor."] = 0.86
    gutter_width: Annotated[Part, "The width of one in the gutter, as a share of a column."] = 0.52
    gutter_clear: Annotated[Points, "Between one in the gutter and the lines beside it."] = 12.0
    gutter_above: Annotated[Points, "Above and below one in the gutter, at the least."] = 7.0


class Box(msgspec.Struct, frozen=True):
    """Boxes."""

    variant: Annotated[
        Literal["tinted", "ruled", "headed", "solid"],
        "On a ground with a bar at its left, between rules, below its heading on a bar, or reversed on the colour.",
    ] = "tinted"
    ground: Annotated[Tone, "Its ground."] = "tint"
    bar: Annotated[Weight, "The bar along its left edge."] = 2.5
    bar_colour: Annotated[Tone, "The colour of that, of rules, and of the ground of what is reversed."] = "accent"
    rule: Annotated[Weight, "The rules above and below."] = 1.0
    heading_padding: Annotated[Factor, "What is above and below a heading on a bar, as a factor of `padding`."] = 0.75
    heading_gap: Annotated[Points, "From any other heading to the text, besides the leading, in a box that is whole."] = 0.0
    padding: Annotated[Points, "Between the edges of the ground and the words."] = 10.0


class Aside(msgspec.Struct, frozen=True):
    """Asides that stand in a column."""

    bar: Annotated[Weight, "The bar along the left edge."] = 2.5
    bar_colour: Annotated[Tone, "The colour of that."] = "line"


class Lists(msgspec.Struct, frozen=True):
    """Lists."""

    indent: Annotated[Points, "How far items stand in from their bullets, at the least."] = 11.0
    label_gap: Annotated[Points, "From the widest bullet or number to the items."] = 5.0
    apart: Annotated[Points, "Between two items of several lines, at the least."] = 2.0
    apart_usual: Annotated[Points, "The same where there is room."] = 2.5
    around: Annotated[Points, "Above and below a list, at the least."] = 3.4
    term_gap: Annotated[Points, "From a term to what it means."] = 6.0
    tick_rule: Annotated[Weight, "The edge of a box to be ticked."] = 0.6
    tick_colour: Annotated[Tone, "Its colour."] = "accent"
    rail: Annotated[Weight, "The line of a timeline."] = 0.75
    rail_colour: Annotated[Tone, "Its colour."] = "line"
    rail_gap: Annotated[Points, "From that line to the dates, and to the texts."] = 9.0
    dot: Annotated[Points, "How wide the dots on it are."] = 5.0
    dot_colour: Annotated[Tone, "Their colour."] = "accent"


class Stats(msgspec.Struct, frozen=True):
    """Large figures."""

    rule: Annotated[Weight, "The rule over each."] = 1.5
    gutter: Annotated[Points, "Between two."] = 12.0
    drop: Annotated[Points, "From the rule to the figure's line."] = 6.0
    label_rise: Annotated[Points, "How much nearer to its figure a label stands."] = 2.0
    between: Annotated[Points, "From a row to the rule of the next."] = 14.0
    icon: Annotated[Points, "The height of an icon."] = 24.0
    icon_gap: Annotated[Points, "From the rule to an icon."] = 6.0
    least: Annotated[Wide, "The least that a figure with its label takes."] = 60.0
    steps: Annotated[tuple[Factor, ...], "The sizes in which they are tried, as factors."] = (1.0, 0.87, 0.75)


class Figure(msgspec.Struct, frozen=True):
    """Pictures and codes, and what charts and tables have in common with them."""

    plate: Annotated[
        Literal["none", "white"], "Figures, charts and tables stand on the page, or on a white plate where it is tinted."
    ] = "none"
    plate_padding: Annotated[Points, "Between the edges of a plate and what stands on it."] = 9.0
    title_gap: Annotated[Points, "From the caption above a picture to it."] = 5.0
    caption_gap: Annotated[Points, "From a picture to the words below it."] = 5.0
    beside_gap: Annotated[Points, "Between a picture of half the width and the words beside it."] = 14.0
    padding: Annotated[Points, "Between the edge of a picture and a caption on it."] = 8.0
    code_gap: Annotated[Points, "In a box, between a code's white ground and its words."] = 6.0


class Tables(msgspec.Struct, frozen=True):
    """Tables."""

    head: Annotated[
        Literal["ruled", "tinted", "reversed"], "The head between rules, on a tint, or in white on the colour of the rules."
    ] = "ruled"
    bands: Annotated[bool, "Every second row on the tint."] = False
    rule: Annotated[Weight, "Above and below the head, and below the last row."] = 1.0
    rule_colour: Annotated[Tone, "The colour of these."] = "accent"
    fine_rule: Annotated[Weight, "Below each other row."] = 0.5
    fine_colour: Annotated[Tone, "The colour of these."] = "hairline"
    total_rule: Annotated[Weight, "Above a row that adds up the others."] = 0.75
    strong_ground: Annotated[Tone, "Behind rows and columns that stand out; on the tint it is the paper."] = "tint"
    inset: Annotated[Points, "Between the edge of such a ground and the words."] = 5.0
    padding: Annotated[Points, "Above and below the words of a row."] = 2.6
    gap: Annotated[Points, "Between two columns."] = 9.0
    least_gap: Annotated[Points, "The same, at the least, where words would have to be parted for want of it."] = 6.0
    parted_gap: Annotated[Points, "Between a column aligned at its right and one at its left, at the least."] = 16.0
    foot_gap: Annotated[Points, "Between the table and what is said below it."] = 4.0
    caption_gap: Annotated[Points, "Between the caption and the table."] = 3.0
    least: Annotated[Part, "The size of type in one that is too wide, at the least, as a share."] = 0.75


class Charts(msgspec.Struct, frozen=True):
    """Charts. Grays are from black, 0, to white, 1."""

    title_gap: Annotated[Points, "From the words above to the drawing."] = 6.0
    source_gap: Annotated[Points, "From the drawing to the words below."] = 6.0
    hatch: Annotated[Weight, "The strokes of a hatch."] = 0.9
    pitch: Annotated[Points, "From one to the next."] = 3.4
    edge: Annotated[Weight, "The edge of a dot, in the colour of the ground."] = 0.6
    ring: Annotated[Weight, "The line of a dot that is not filled."] = 1.2
    muted: Annotated[Share, "The gray of lines that are not spoken of."] = 0.56
    muted_fill: Annotated[Share, "The gray of areas that are not spoken of."] = 0.78
    grid: Annotated[Share, "The gray of grid lines."] = 0.8
    axis: Annotated[Share, "The gray of axes."] = 0.35
    range: Annotated[Share, "The gray of ranges."] = 0.72


class Advice(msgspec.Struct, frozen=True):
    """What findings and recommendations have in common."""

    rule: Annotated[Weight, "The rule above each."] = 1.2
    rule_colour: Annotated[Tone, "Its colour."] = "accent"
    closing_rule: Annotated[Weight, "The rule below the last recommendation."] = 0.6
    gap: Annotated[Points, "Between small texts side by side."] = 10.0
    compact: Annotated[Factor, "The size of small texts in the compact form, as a factor."] = 0.92


class Findings(msgspec.Struct, frozen=True):
    """Findings."""

    grid: Annotated[Count, "From so many on they stand in a grid across the page; 0 for never."] = 0
    numeral: Annotated[Factor, "The size of a numeral, as a factor of that of recommendations."] = 0.66
    numeral_gap: Annotated[Points, "From the widest numeral to the text."] = 9.0
    rise: Annotated[Points, "How far the rule stands above the line of the statement."] = 2.2
    links: Annotated[Literal["words", "marks"], "What answers one is told in a sentence, or in short behind an arrow."] = (
        "words"
    )
    arrow: Annotated[Points, "How long that arrow is."] = 9.0
    dot: Annotated[Points, "How wide each of the three dots is that say how sure a finding is."] = 4.4
    dot_colour: Annotated[Tone, "Their colour, and that of an arrow before what answers it."] = "accent"
    dot_gap: Annotated[Points, "Between two of them."] = 1.8
    dot_text: Annotated[Points, "From the last of them to the words."] = 5.0
    ring: Annotated[Weight, "The line of a dot that is not filled."] = 0.6


class Recommendations(msgspec.Struct, frozen=True):
    """Recommendations in their usual form. Space in rows of the grid."""

    wide: Annotated[Wide, "From this width on facts have a column of their own."] = 340.0
    facts: Annotated[Third, "The share of the width that facts take."] = 0.27
    side_gap: Annotated[Points, "Between that column and the text."] = 18.0
    reasons: Annotated[Wide, "The text has this width at least before it stands as far in as that of the page."] = 270.0
    numeral_gap: Annotated[Points, "From the widest numeral to the text."] = 14.0
    small_numeral: Annotated[Factor, "The size of numerals beside a line or two, and in a column, as a factor."] = 0.66
    fact_gap: Annotated[Points, "From the longest label of a fact to the values."] = 6.0
    above: Annotated[Rows, "From the rule to the text."] = 0.55
    below: Annotated[Rows, "Below the text."] = 0.3
    airy_above: Annotated[Rows, "From the rule to the text in the airy form."] = 0.85
    airy_below: Annotated[Rows, "Below the text in that form."] = 1.0
    action_leading: Annotated[Factor, "From line to line of an action, at the least, as a factor of its size."] = 1.2
    note_rise: Annotated[Points, "How much nearer to the heading the note stands."] = 3.5


class Compact(msgspec.Struct, frozen=True):
    """Recommendations in their compact form."""

    above: Annotated[Points, "From the rule to the text."] = 5.0
    below: Annotated[Points, "From the text to the next rule."] = 3.5
    numeral: Annotated[Factor, "The size of a numeral, as a factor of its usual one."] = 0.58
    leading: Annotated[Factor, "The leading, as a factor."] = 0.94
    action: Annotated[Factor, "The size of an action, as a factor."] = 0.9
    fact_gap: Annotated[Points, "Between the label of a fact and its value."] = 4.0
    apart: Annotated[Points, "Between a fact and the dot after it."] = 4.8


class Link(msgspec.Struct, frozen=True):
    """Words that lead to an address."""

    rule: Annotated[Weight, "The fine rule below them."] = 0.5
    depth: Annotated[Points, "From the baseline to it."] = 1.8
