"""The units in which looks are written: plain numbers and words to layout, and to the reader what to check them by."""

from typing import Annotated

Points = Annotated[float, "points"]  # a length, from 0 to 99 points
Weight = Annotated[float, "weight"]  # of a rule: none, or one that every press prints, from 0.25 points on
Type = Annotated[float, "type"]  # a size of type, which nobody has to strain for
Size = Annotated[float, "size"]  # of a style
Leading = Annotated[float, "leading"]
Tracking = Annotated[float, "tracking"]
Wide = Annotated[float, "wide"]  # a length, from 0 to 999 points
Millimetres = Annotated[float, "millimetres"]
Share = Annotated[float, "share"]  # from 0 to 1
Factor = Annotated[float, "factor"]  # of a size, a leading
Rows = Annotated[float, "rows"]  # of the baseline grid
Count = Annotated[int, "few"]
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
