"""The units in which looks are written: plain numbers and words to layout, and to the reader what to check them by."""

from typing import Annotated

# the bounds of each are in `outline.kinds`
Points = Annotated[float, "points"]  # a length
Wide = Annotated[float, "wide"]  # a length across a good part of the page, in points
Margin = Annotated[float, "margin"]  # in millimetres
Millimetres = Annotated[float, "millimetres"]
Weight = Annotated[float, "weight"]  # of a rule: none, or one that every press prints, from 0.25 points on
Reading = Annotated[float, "body"]  # the size of running text
Grid = Annotated[float, "grid"]  # its leading
Type = Annotated[float, "type"]  # a size of type, which nobody has to strain for
Size = Annotated[float, "size"]  # of a style
Leading = Annotated[float, "leading"]
Tracking = Annotated[float, "tracking"]
Share = Annotated[float, "share"]  # from 0 to 1: of a colour
Part = Annotated[float, "part"]  # a large part: of a width, a size
Third = Annotated[float, "third"]  # a small part: of a width
Factor = Annotated[float, "factor"]  # of a size, a leading
Rows = Annotated[float, "rows"]  # of the baseline grid
Count = Annotated[int, "few"]
Columns = Annotated[int, "columns"]
Hex = Annotated[str, "colour"]  # `#rrggbb`
Tone = Annotated[str, "tone"]  # the name of a colour of the palette

TONES = (
    "accent",
    "tint",
    "line",
    "second",
    "second_tint",
    "grey",
    "hairline",
    "ink",
    "paper",
    "white",
)  # what a palette calls its colours
