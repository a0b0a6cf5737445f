"""A look: all its tokens and records, as they stand those of the look `modules`.

Comes: nothing. Goes: one frozen record that goes with the design of a brief. Refuses to know how anything is drawn.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from briefgen.looks.cover import Contents, Cover
from briefgen.looks.front import Closing, Furniture, Heading, Masthead, Notes, Title
from briefgen.looks.parts import (
    Advice,
    Aside,
    Box,
    Charts,
    Compact,
    Figure,
    Findings,
    Link,
    Lists,
    Opening,
    Quote,
    Recommendations,
    Stats,
    Summary,
    Tables,
)
from briefgen.looks.people import Partners, People
from briefgen.looks.styles import STYLES
from briefgen.looks.tokens import Body, Colours, Densities, Sheet, Space, Style
from briefgen.looks.units import Count, Type


class Look(msgspec.Struct, frozen=True):
    """Tokens first, then a record for each part of a brief."""

    name: str = "modules"
    purpose: str = "Any brief: ruled parts at one volume on white, with a masthead."
    own: bool = False  # made or changed for this brief
    own_second: bool = False  # and so is its second colour
    pages: Annotated[tuple[Count, ...], "The fewest and the most pages that it is made for; none: any number."] = ()
    sizes: Annotated[tuple[Type, ...], "The sizes that there are: each style takes the nearest."] = ()
    colours: Colours = Colours()
    sheet: Sheet = Sheet()
    text: Body = Body()
    space: Space = Space()
    densities: Densities = Densities()
    styles: dict[str, Style] = msgspec.field(default_factory=lambda: STYLES)
    masthead: Masthead = Masthead()
    title: Title = Title()
    cover: Cover = Cover()
    contents: Contents = Contents()
    heading: Heading = Heading()
    furniture: Furniture = Furniture()
    closing: Closing = Closing()
    notes: Notes = Notes()
    summary: Summary = Summary()
    opening: Opening = Opening()
    quote: Quote = Quote()
    box: Box = Box()
    aside: Aside = Aside()
    list: Lists = Lists()
    stats: Stats = Stats()
    figure: Figure = Figure()
    table: Tables = Tables()
    chart: Charts = Charts()
    advice: Advice = Advice()
    finding: Findings = Findings()
    recommendation: Recommendations = Recommendations()
    compact: Compact = Compact()
    people: People = People()
    partners: Partners = Partners()
    link: Link = Link()


MODULES = Look()
